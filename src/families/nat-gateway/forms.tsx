import { createContext, use } from 'react';
import type { NatGateway } from '../../../catalogue/families/nat-gateway/index.ts';
import type { ParamOf } from '../../../catalogue/row-of.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldControlProps, FieldError, ValuesOf } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useFamily, useLabelsOf } from '../../kit/words.ts';
import { isBlank } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { RadioCards } from '../../ui/choice.tsx';
import { Notice } from '../../ui/status.tsx';
import { AddressTicks, FreeAddresses } from './addresses.tsx';
import { priceUnknown, priceWords, usePrice } from './price.ts';
import { sizes, useSizeWord } from './sizes.ts';

interface OfOne {
  readonly id: string;
}

/** The gateway that a form is about; null for a new one. */
const GatewayContext = createContext<NatGateway | null>(null);

/** The sizes with what each costs: of a gateway that is there, the larger ones. */
function SizeControl({ ids, value, onChange }: FieldControlProps) {
  const { label } = useFamily('nat-gateway');
  const t = useT();
  const word = useSizeWord();
  const present = use(GatewayContext)?.maxConcurrent ?? 0;
  const prices = [usePrice(sizes[0]), usePrice(sizes[1]), usePrice(sizes[2])];
  const options = sizes.map((size, index) => ({ value: String(size), label: word(size), detail: priceWords(t, prices[index]) }));
  return (
    <RadioCards
      id={ids.id}
      aria-describedby={ids['aria-describedby']}
      label={label('maxConcurrent')}
      value={String(value ?? '')}
      onChange={onChange}
      options={options.filter((option) => Number(option.value) > present)}
    />
  );
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const count = (value: unknown): number => (Array.isArray(value) ? value.length : Number(value) || 0);

/** At least one elastic IP is needed: of those that are free, or new (18181). */
const withoutAddresses = (values: ValuesOf<'assignedEipSet' | 'autoAllocEipNum'>, message: string): FieldError<'assignedEipSet'>[] =>
  isBlank(values.assignedEipSet) && count(values.autoAllocEipNum) === 0 ? [{ path: 'assignedEipSet', message }] : [];

function Cost({ values, size }: { readonly values: ValuesOf<'autoAllocEipNum'>; readonly size: number }) {
  const t = useT();
  const price = usePrice(size);
  const fresh = count(values.autoAllocEipNum);
  if (size === 0 && fresh === 0) return null;
  return (
    <Notice meaning="neutral" title={t('natGateway.costs')}>
      {size > 0 && (
        <p>
          {price.kind === 'told' || price.kind === 'asking'
            ? t('natGateway.costsSize', { price: priceWords(t, price) })
            : priceUnknown(t, price)}
        </p>
      )}
      {fresh > 0 && <p>{t('natGateway.costsNew', { n: fresh })}</p>}
      {size > 0 && <p className="text-muted">{t('natGateway.priceUnit')}</p>}
    </Notice>
  );
}

/** Parameters of which only accounts of today have any. */
type PlacementValues = ValuesOf<'natProductVersion'>;

const isStandard = ({ natProductVersion }: PlacementValues): boolean => String(natProductVersion) === '2';

/** One of the standard type has no size and no bandwidth to choose, and alone stands in a subnet. */
function isAsked(param: ParamOf<'nat-gateway', 'create'>, values: PlacementValues): boolean {
  if (param === 'maxConcurrent' || param === 'bandwidth') return !isStandard(values);
  return param !== 'subnetId' || isStandard(values);
}

export function CreateNatGateway() {
  const t = useT();
  return (
    <CreateForm
      family="nat-gateway"
      components={{ maxConcurrent: SizeControl, assignedEipSet: FreeAddresses }}
      applies={(param, values) => isAsked(param, values)}
      check={(values) => withoutAddresses(values, t('natGateway.needOne'))}
      note={({ values }) => <Cost values={values} size={isStandard(values) ? 0 : Number(values.maxConcurrent) || 0} />}
    />
  );
}

const inVpc = (row: NatGateway) => paramValues({ vpcId: row.vpcId });

export const ResizeNatGateway = ({ id }: OfOne) => (
  <OnePanel family="nat-gateway" id={id}>
    {(gateway) => (
      <GatewayContext value={gateway}>
        <Resizing id={id} gateway={gateway} />
      </GatewayContext>
    )}
  </OnePanel>
);

function Resizing({ id, gateway }: OfOne & { readonly gateway: NatGateway }) {
  const t = useT();
  const word = useSizeWord();
  return (
    <VerbForm
      family="nat-gateway"
      operation="resize"
      id={id}
      precondition={({ maxConcurrent }) => ({ maxConcurrent })}
      fixedFrom={inVpc}
      initialFrom={() => paramValues({ maxConcurrent: String(sizes.find((size) => size > gateway.maxConcurrent) ?? '') })}
      lead={<p>{t('natGateway.now', { size: word(gateway.maxConcurrent) })}</p>}
      components={{ maxConcurrent: SizeControl }}
      note={({ values }) => <MoreCost before={gateway.maxConcurrent} after={Number(values.maxConcurrent) || 0} />}
    />
  );
}

function MoreCost({ before, after }: { readonly before: number; readonly after: number }) {
  const t = useT();
  const was = usePrice(before);
  const will = usePrice(after);
  if (after === 0) return null;
  const title =
    was.kind === 'told' && will.kind === 'told'
      ? t('natGateway.costsMore', { price: will.words, before: was.words })
      : t('natGateway.costsOther', { why: priceUnknown(t, will.kind === 'told' ? was : will) });
  return (
    <Notice meaning="warning" title={title}>
      <p className="text-muted">{t('natGateway.priceUnit')}</p>
    </Notice>
  );
}

export function BindAddresses({ id }: OfOne) {
  const t = useT();
  return (
    <VerbForm
      family="nat-gateway"
      operation="bindAddresses"
      id={id}
      precondition="adds"
      fixedFrom={inVpc}
      components={{ assignedEipSet: FreeAddresses }}
      check={(values) => withoutAddresses(values, t('natGateway.needSome'))}
      note={({ values }) => <Cost values={values} size={0} />}
    />
  );
}

/** The addresses to take away; the page's own may name the first. */
export function UnbindAddresses({ id }: OfOne) {
  const t = useT();
  const formats = useFormats();
  return (
    <OnePanel family="nat-gateway" id={id}>
      {(gateway) => (
        <GatewayContext value={gateway}>
          <VerbForm
            family="nat-gateway"
            operation="unbindAddresses"
            id={id}
            precondition={({ eipSet }, { assignedEipSet }) => ({
              eipSet: eipSet.filter((address) => textsOf(assignedEipSet).includes(address)),
            })}
            fixedFrom={inVpc}
            initialFrom={() => paramValues({ assignedEipSet: [] })}
            components={{ assignedEipSet: OwnAddresses }}
            check={({ assignedEipSet }) => {
              if (isBlank(assignedEipSet)) return [{ path: 'assignedEipSet', message: t('natGateway.needSome') }];
              return count(assignedEipSet) >= gateway.eipSet.length ? [{ path: 'assignedEipSet', message: t('natGateway.mustStay') }] : [];
            }}
            note={({ values }) =>
              !isBlank(values.assignedEipSet) && (
                <Notice
                  meaning="warning"
                  title={t('natGateway.breaks', { addresses: formats.list((values.assignedEipSet as readonly string[]).map(String)) })}
                />
              )
            }
          />
        </GatewayContext>
      )}
    </OnePanel>
  );
}

function OwnAddresses(props: FieldControlProps) {
  const label = useLabelsOf('nat-gateway', 'bindAddresses');
  const gateway = use(GatewayContext);
  const eips = useList(useScope(), 'eip');
  const nameOf = (address: string): string => eips.rows.find(({ AddressIp }) => AddressIp === address)?.AddressName ?? '';
  const options = (gateway?.eipSet ?? []).map((address) => ({ address, name: nameOf(address) }));
  return <AddressTicks {...props} label={label('assignedEipSet')} options={options} />;
}
