/** Forms about IPv6 addresses of an interface. */
import { use, useState } from 'react';
import { canonicalIpv6, rangeOfIpv6 } from '../../../catalogue/address6.ts';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { isRecord, valuesIn } from '../../../catalogue/values.ts';
import { useList } from '../../api/query.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { FieldGroup } from '../../kit/form/group.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldControlProps, FieldError, ValuesOf } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useScope } from '../../lib/scope.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/input.tsx';
import { AddressMode } from './address-control.tsx';
import { useGiven } from './given.ts';
import { ipv6AddressesOf, ipv6Of } from './ipv6.ts';
import { OneContext } from './one.tsx';
import { WithOne } from './with-one.tsx';

interface OfOne {
  readonly id: string;
}

/** The IPv6 block of each subnet, '' for none, and the addresses of it that interfaces have. */
function useIpv6Facts(): (row: NetworkInterface) => { readonly block: string; readonly taken: ReadonlySet<string> } {
  const scope = useScope();
  const subnets = useList(scope, 'subnet');
  const interfaces = useList(scope, 'eni');
  return ({ SubnetId }) => {
    const subnet = subnets.rows.find((one) => one.SubnetId === SubnetId);
    const own = interfaces.rows.filter((one) => one.SubnetId === SubnetId).flatMap(ipv6Of);
    return { block: subnet?.Ipv6CidrBlock ?? '', taken: new Set(own.map((text) => canonicalIpv6(text) ?? text)) };
  };
}

/** What is known against addresses before they are sent. */
function faultsOf(
  values: ValuesOf<'Ipv6Addresses'>,
  { block, taken }: ReturnType<ReturnType<typeof useIpv6Facts>>,
  t: Translate,
): FieldError<'Ipv6Addresses'>[] {
  const range = rangeOfIpv6(block);
  const wanted = valuesIn(values.Ipv6Addresses, 'Address').map((text) => canonicalIpv6(String(text ?? '').trim()));
  return wanted.flatMap((address, at): FieldError<'Ipv6Addresses'>[] => {
    const own = address === null ? null : rangeOfIpv6(address);
    if (address === null || !range || !own) return [];
    const path = `Ipv6Addresses.${at}.Address` as const;
    if (own.from < range.from || own.to > range.to) return [{ path, message: t('eni.fault.outside', { cidr: block }) }];
    if (taken.has(address)) return [{ path, message: t('eni.fault.taken') }];
    return wanted.indexOf(address) < at ? [{ path, message: t('eni.fault.twice') }] : [];
  });
}

export function AssignIpv6({ id }: OfOne) {
  const t = useT();
  const [own, setOwn] = useState(false);
  const factsOf = useIpv6Facts();
  return (
    <OnePanel family="eni" id={id}>
      {(row) => (
        <VerbForm
          family="eni"
          operation="assignIpv6"
          id={id}
          precondition="adds"
          lead={<AddressMode own={own} onOwn={setOwn} label={t('eni.ipv6')} />}
          fields={[own ? 'Ipv6Addresses' : 'Ipv6AddressCount']}
          needed={['Ipv6Addresses', 'Ipv6AddressCount']}
          initialFrom={() => paramValues({ Ipv6AddressCount: 1 })}
          check={(values) => (own ? faultsOf(values, factsOf(row), t) : [])}
        />
      )}
    </OnePanel>
  );
}

/** The IPv6 addresses of the interface, to tick those that go. */
function LeavingControl({ ids, value, onChange }: FieldControlProps) {
  const t = useT();
  const row = use(OneContext);
  const chosen = new Set(valuesIn(value, 'Address'));
  const all = row ? ipv6AddressesOf(row) : [];
  const toggle = (address: string, on: boolean): void =>
    onChange(all.flatMap((one) => ((one.address === address ? on : chosen.has(one.address)) ? [{ Address: one.address }] : [])));
  return (
    <FieldGroup ids={ids} label={t('eni.ipv6')} className="flex flex-col">
      {all.map(({ address, description }) => (
        <Checkbox
          key={address}
          className="min-h-8"
          checked={chosen.has(address)}
          onChange={(on) => toggle(address, on)}
          label={
            <span className="flex flex-wrap gap-x-3">
              <code>{address}</code>
              {description && <bdi className="text-muted">{description}</bdi>}
            </span>
          }
        />
      ))}
    </FieldGroup>
  );
}

export function UnassignIpv6({ id }: OfOne) {
  const address = useGiven();
  return (
    <WithOne id={id}>
      {() => (
        <VerbForm
          family="eni"
          operation="unassignIpv6"
          id={id}
          precondition={(row) => ({ addresses: ipv6Of(row) })}
          components={{ Ipv6Addresses: LeavingControl }}
          initialFrom={() => paramValues({ Ipv6Addresses: address === null ? [] : [{ Address: address }] })}
        />
      )}
    </WithOne>
  );
}

/** The description of one address; the address itself stays what it is. */
function DescriptionControl({ ids, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  const wanted: unknown = Array.isArray(value) ? value[0] : undefined;
  if (!isRecord(wanted)) return <p className="text-muted">{t('eni.noIpv6')}</p>;
  const address = String(wanted.Address ?? '');
  return (
    <TextInput
      {...ids}
      aria-label={t('eni.descriptionOf', { address })}
      value={String(wanted.Description ?? '')}
      onChange={(Description) => onChange([{ ...wanted, Description }])}
      onBlur={onBlur}
    />
  );
}

export function DescribeIpv6({ id }: OfOne) {
  const t = useT();
  const address = useGiven();
  const meant = (row: NetworkInterface) => {
    const all = ipv6AddressesOf(row);
    return all.find((own) => own.address === address) ?? all[0];
  };
  return (
    <VerbForm
      family="eni"
      operation="updateIpv6"
      id={id}
      precondition={(row) => ({ address: meant(row)?.address ?? null })}
      components={{ Ipv6Addresses: DescriptionControl }}
      title={address === null ? undefined : t('eni.descriptionOf', { address })}
      initialFrom={(row) => {
        const known = meant(row);
        return paramValues(known ? { Ipv6Addresses: [{ Address: known.address, Description: known.description }] } : {});
      }}
    />
  );
}
