import { use, useState } from 'react';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { FieldGroup } from '../../kit/form/group.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import { PickOne } from '../../kit/form/pick-one.tsx';
import type { FieldControlProps, ValuesOf } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import type { FormValues } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { Checkbox, Select } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Notice } from '../../ui/status.tsx';
import { AddressesControl, AddressMode, addressErrors, useSubnetFacts, wantedIn } from './address-control.tsx';
import { useGiven } from './given.ts';
import { OneContext, secondariesOf } from './one.tsx';
import { WithOne } from './with-one.tsx';

interface OfOne {
  readonly id: string;
}

type AddressPart = 'AddressId' | 'PublicIpAddress' | 'Description' | 'Primary';

/** What the interface tells of some of its addresses: each by itself, null where it has it no more. */
function partsOf(
  row: NetworkInterface,
  addresses: readonly string[],
  parts: readonly AddressPart[] = ['AddressId', 'PublicIpAddress', 'Description'],
): FormValues {
  return Object.fromEntries(
    addresses.map((address) => {
      const own = row.PrivateIpAddressSet.find(({ PrivateIpAddress }) => PrivateIpAddress === address);
      return [address, own ? Object.fromEntries(parts.flatMap((part) => (own[part] ? [[part, own[part]]] : []))) : null];
    }),
  );
}

/** The addresses that are to go: an elastic IP that somebody bound to one meanwhile would be lost with it. */
const named = (row: NetworkInterface, { PrivateIpAddresses }: ValuesOf<'PrivateIpAddresses'>): FormValues =>
  partsOf(
    row,
    wantedIn(PrivateIpAddresses).map(({ PrivateIpAddress }) => PrivateIpAddress),
  );

export function AssignAddresses({ id }: OfOne) {
  const t = useT();
  const [own, setOwn] = useState(false);
  const factsOf = useSubnetFacts();
  return (
    <WithOne id={id}>
      {(row) => (
        <VerbForm
          family="eni"
          operation="assignAddresses"
          id={id}
          precondition="adds"
          lead={<AddressMode own={own} onOwn={setOwn} />}
          fields={[own ? 'PrivateIpAddresses' : 'SecondaryPrivateIpAddressCount']}
          needed={['PrivateIpAddresses', 'SecondaryPrivateIpAddressCount']}
          components={{ PrivateIpAddresses: AddressesControl }}
          initialFrom={() => paramValues({ SecondaryPrivateIpAddressCount: 1 })}
          check={(values) => {
            const none = !own && Number(values.SecondaryPrivateIpAddressCount) === 0;
            if (none) return [{ path: 'SecondaryPrivateIpAddressCount', message: t('eni.needCount') }];
            return addressErrors(values, { ...factsOf(row.SubnetId), t, own });
          }}
        />
      )}
    </WithOne>
  );
}

/** The secondary addresses of the interface, to tick those that go. */
function LeavingControl({ ids, value, onChange }: FieldControlProps) {
  const t = useT();
  const row = use(OneContext);
  const chosen = new Set(wantedIn(value).map(({ PrivateIpAddress }) => PrivateIpAddress));
  const secondary = row ? secondariesOf(row) : [];
  const toggle = (address: string, on: boolean): void => {
    const next = secondary.map(({ PrivateIpAddress }) => PrivateIpAddress).filter((own) => (own === address ? on : chosen.has(own)));
    onChange(next.map((PrivateIpAddress) => ({ PrivateIpAddress })));
  };
  if (secondary.length === 0) return <p className="text-muted">{t('eni.noSecondary')}</p>;
  return (
    <FieldGroup ids={ids} label={t('eni.addresses')} className="flex flex-col">
      {secondary.map(({ PrivateIpAddress, Description, PublicIpAddress }) => (
        <Checkbox
          key={PrivateIpAddress}
          className="min-h-8"
          checked={chosen.has(PrivateIpAddress)}
          onChange={(on) => toggle(PrivateIpAddress, on)}
          label={
            <span className="flex flex-wrap gap-x-3">
              <code>{PrivateIpAddress}</code>
              {PublicIpAddress && <code className="text-muted">{PublicIpAddress}</code>}
              {Description && <bdi className="text-muted">{Description}</bdi>}
            </span>
          }
        />
      ))}
    </FieldGroup>
  );
}

export function UnassignAddresses({ id }: OfOne) {
  const t = useT();
  const formats = useFormats();
  const address = useGiven();
  return (
    <WithOne id={id}>
      {(row) => (
        <VerbForm
          family="eni"
          operation="unassignAddresses"
          id={id}
          precondition={named}
          components={{ PrivateIpAddresses: LeavingControl }}
          initialFrom={() => paramValues({ PrivateIpAddresses: address === null ? [] : [{ PrivateIpAddress: address }] })}
          note={({ values }) => {
            const going = new Set(wantedIn(values.PrivateIpAddresses).map(({ PrivateIpAddress }) => PrivateIpAddress));
            const lost = row.PrivateIpAddressSet.filter((own) => going.has(own.PrivateIpAddress) && own.AddressId);
            return (
              <>
                <p className="text-muted">{t('eni.onlySecondary')}</p>
                {lost.length > 0 && (
                  <Notice
                    live
                    meaning="warning"
                    title={t('eni.losesEip', { ips: formats.list(lost.map((own) => own.PublicIpAddress || (own.AddressId ?? ''))) })}
                  />
                )}
              </>
            );
          }}
        />
      )}
    </WithOne>
  );
}

/** The description of one address; the address itself stays what it is. */
function DescriptionControl({ ids, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  const [wanted] = wantedIn(value);
  if (!wanted) return null;
  const { PrivateIpAddress, Description = '' } = wanted;
  return (
    <TextInput
      {...ids}
      aria-label={t('eni.descriptionOf', { address: PrivateIpAddress })}
      value={Description}
      onChange={(text) => onChange([{ PrivateIpAddress, Description: text }])}
      onBlur={onBlur}
    />
  );
}

export function DescribeAddress({ id }: OfOne) {
  const t = useT();
  const address = useGiven();
  return (
    <VerbForm
      family="eni"
      operation="updateAddresses"
      id={id}
      precondition={(row) => partsOf(row, address === null ? [] : [address], ['AddressId', 'Primary'])}
      components={{ PrivateIpAddresses: DescriptionControl }}
      title={address === null ? undefined : t('eni.descriptionOf', { address })}
      initialFrom={(row) => {
        const known = row.PrivateIpAddressSet.find((own) => own.PrivateIpAddress === address) ?? row.PrivateIpAddressSet[0];
        const { PrivateIpAddress, Description } = known ?? {};
        return paramValues(known ? { PrivateIpAddresses: [{ PrivateIpAddress, Description: Description ?? '' }] } : {});
      }}
    />
  );
}

function SecondaryControl({ ids, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  const row = use(OneContext);
  return (
    <Select
      {...ids}
      value={String(value ?? '')}
      onChange={onChange}
      onBlur={onBlur}
      placeholder={t('kit.form.choose')}
      options={(row ? secondariesOf(row) : []).map(({ PrivateIpAddress, Description }) => ({
        value: PrivateIpAddress,
        label: PrivateIpAddress,
        detail: Description || undefined,
      }))}
    />
  );
}

/** Other interfaces of the same subnet. */
function NeighbourControl(control: FieldControlProps) {
  const t = useT();
  const row = use(OneContext);
  const { rows, loading } = useList(useScope(), 'eni');
  const offered = rows.filter((other) => other.SubnetId === row?.SubnetId && other.NetworkInterfaceId !== row.NetworkInterfaceId);
  return (
    <PickOne
      {...control}
      loading={loading}
      options={offered.map(({ NetworkInterfaceId, NetworkInterfaceName }) => ({
        value: NetworkInterfaceId,
        label: NetworkInterfaceName || NetworkInterfaceId,
        detail: NetworkInterfaceId,
      }))}
      hint={t('eni.sameSubnet')}
    />
  );
}

export function MigrateAddress({ id }: OfOne) {
  const t = useT();
  const address = useGiven();
  return (
    <WithOne id={id}>
      {(row) => (
        <VerbForm
          family="eni"
          operation="migrateAddress"
          id={id}
          precondition={(row, { PrivateIpAddress }) => partsOf(row, [String(PrivateIpAddress ?? '')])}
          fields={['PrivateIpAddress', 'DestinationNetworkInterfaceId']}
          components={{ PrivateIpAddress: SecondaryControl, DestinationNetworkInterfaceId: NeighbourControl }}
          initialFrom={() => paramValues({ PrivateIpAddress: address ?? '' })}
          note={({ values }) => {
            const own = row.PrivateIpAddressSet.find(({ PrivateIpAddress }) => PrivateIpAddress === values.PrivateIpAddress);
            return (
              own?.AddressId && <Notice live meaning="neutral" title={t('eni.keepsEip', { ip: own.PublicIpAddress ?? own.AddressId })} />
            );
          }}
        />
      )}
    </WithOne>
  );
}
