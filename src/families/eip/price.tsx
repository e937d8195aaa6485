/** What an elastic IP costs, as accounts of today are told it. */
import { useQuery } from '@tanstack/react-query';
import { encode } from '../../../catalogue/wire.ts';
import { toApiError } from '../../api/api-error.ts';
import { wholeAnswer } from '../../api/decoded.ts';
import { keyOf } from '../../api/query.ts';
import { runOperation } from '../../api/run.ts';
import { type Translate, useFormats, useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useFamily } from '../../kit/words.ts';
import { type AnyRow, type Params, requireOperation } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { Spinner } from '../../ui/spinner.tsx';

interface EipPriceProps {
  /** The family's operation that asks. */
  readonly operation: 'price' | 'resizePrice';
  /** Null while too little is chosen to ask. */
  readonly params: Params | null;
}

interface Detail {
  readonly UnitPrice?: number | null;
  readonly ChargeUnit?: string | null;
  readonly OriginalPrice?: number | null;
  readonly DiscountPrice?: number | null;
}

const unitKeys = { HOUR: 'eip.perHour', GB: 'eip.perGb', MONTH: 'eip.perMonth' } as const;

/** "0.2 yuan an hour"; null where the cloud told no sum. */
function amountOf(t: Translate, number: (value: number) => string, detail: Detail | null | undefined): string | null {
  const { UnitPrice, ChargeUnit, OriginalPrice, DiscountPrice } = detail ?? {};
  if (typeof UnitPrice === 'number') {
    const unit = ChargeUnit ?? '';
    const price = number(UnitPrice);
    return unit in unitKeys ? t(unitKeys[unit as keyof typeof unitKeys], { price }) : t('eip.perOther', { price, unit });
  }
  const pays = DiscountPrice ?? OriginalPrice;
  return typeof pays === 'number' ? t('eip.once', { price: number(pays) }) : null;
}

/** Asked of the cloud as soon as enough is chosen. */
function usePrice(operation: EipPriceProps['operation'], params: Params | null) {
  const scope = useScope();
  const { module } = useFamily('eip');
  const { name, data } = requireOperation(module, operation);
  const sent = params ? encode(data, params) : {};
  return useQuery({
    // Under a key of its own: a price is not asked anew because an elastic IP has just changed.
    queryKey: ['price', ...keyOf(scope, name, sent)],
    queryFn: async ({ signal }) => {
      const { data: answer, requestId } = await runOperation(scope, module, name, sent, signal);
      return wholeAnswer(data, answer, requestId);
    },
    enabled: params !== null,
    staleTime: 60_000,
  });
}

/** What it costs, as soon as enough is chosen. */
export function EipPrice({ operation, params }: EipPriceProps) {
  const t = useT();
  const formats = useFormats();
  const query = usePrice(operation, params);
  const price = (query.data?.Price ?? {}) as AnyRow;
  const [traffic, address] = [price.AddressPrice, price.IPPrice].map((detail) => amountOf(t, formats.number, detail as Detail | undefined));
  return (
    <section
      aria-label={t('eip.price')}
      aria-live="polite"
      className="flex min-h-16 flex-col gap-1 rounded border border-line bg-canvas px-3 py-2"
    >
      <h3 className="font-normal text-muted text-xs">{t('eip.price')}</h3>
      {params === null && <p className="text-muted">{t('eip.priceLater')}</p>}
      {params !== null && query.isPending && <Spinner label={t('ui.loading')} />}
      {query.error && <ErrorPlace error={toApiError(query.error)} title={t('eip.priceFailed')} onRetry={() => void query.refetch()} />}
      {params !== null && query.data && (
        <>
          {traffic && <p className="font-semibold text-base">{t('eip.priceOf.traffic', { price: traffic })}</p>}
          {address && <p>{t('eip.priceOf.address', { price: address })}</p>}
          {!traffic && !address && <p className="text-muted">{t('eip.priceUntold')}</p>}
        </>
      )}
    </section>
  );
}
