import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from '../../../catalogue/index.ts';
import { encode } from '../../../catalogue/wire.ts';
import { toApiError } from '../../api/api-error.ts';
import { wholeAnswer } from '../../api/decoded.ts';
import { keyOf } from '../../api/query.ts';
import { runOperation } from '../../api/run.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useFamily } from '../../kit/words.ts';
import { type Params, requireOperation } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { Spinner } from '../../ui/spinner.tsx';

type Item = ResultOf<'vpc:InquiryPriceCreateVpnGateway'>['Price']['InstancePrice'];

interface PriceProps {
  /** The family's operation that asks. */
  readonly operation: 'price' | 'renewPrice' | 'resizePrice';
  /** Null while too little is chosen to ask. */
  readonly params: Params | null;
}

/** What a purchase costs, asked of the cloud as soon as enough is chosen. */
export function Price({ operation, params }: PriceProps) {
  const t = useT();
  const scope = useScope();
  const { module } = useFamily('vpn-gateway');
  const { name, data } = requireOperation(module, operation);
  const sent = params ? encode(data, params) : {};
  const query = useQuery({
    // Under a key of its own: a price is not asked anew because the gateway has just changed.
    queryKey: ['price', ...keyOf(scope, name, sent)],
    queryFn: async ({ signal }) => {
      const { data: answer, requestId } = await runOperation(scope, module, name, sent, signal);
      return { data: wholeAnswer(data, answer, requestId), requestId };
    },
    enabled: params !== null,
    staleTime: 60_000,
  });
  const price = query.data?.data.Price as ResultOf<'vpc:InquiryPriceCreateVpnGateway'>['Price'] | undefined;
  return (
    <section
      aria-label={t('vpnGateway.price')}
      aria-live="polite"
      className="flex min-h-16 flex-col gap-1 rounded border border-line bg-canvas px-3 py-2"
    >
      <h3 className="font-normal text-muted text-xs">{t('vpnGateway.price')}</h3>
      {params === null && <p className="text-muted">{t('vpnGateway.priceLater')}</p>}
      {params !== null && query.isPending && <Spinner label={t('ui.loading')} />}
      {query.error && (
        <ErrorPlace error={toApiError(query.error)} title={t('vpnGateway.priceFailed')} onRetry={() => void query.refetch()} />
      )}
      {params !== null && price && (
        <>
          <Amount item={price.InstancePrice} />
          {price.BandwidthPrice && <Amount item={price.BandwidthPrice} traffic />}
        </>
      )}
    </section>
  );
}

function Amount({ item, traffic = false }: { readonly item: Item; readonly traffic?: boolean }) {
  const t = useT();
  const formats = useFormats();
  const { UnitPrice, ChargeUnit, OriginalPrice, DiscountPrice } = item;
  if (UnitPrice !== undefined && UnitPrice !== null) {
    const price = formats.number(UnitPrice);
    const words = ChargeUnit === 'GB' ? t('vpnGateway.perGb', { price }) : t('vpnGateway.perHour', { price });
    return traffic ? <p>{words}</p> : <p className="font-semibold text-base">{words}</p>;
  }
  const pays = DiscountPrice ?? OriginalPrice;
  if (pays === undefined || pays === null) return null;
  return (
    <p className="flex items-baseline gap-2">
      <span className="font-semibold text-base">{t('vpnGateway.once', { price: pays })}</span>
      {OriginalPrice !== undefined && OriginalPrice !== null && OriginalPrice > pays && (
        <s className="text-muted">{t('vpnGateway.once', { price: OriginalPrice })}</s>
      )}
    </p>
  );
}
