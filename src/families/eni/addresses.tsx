import type { Family } from '../../../catalogue/define.ts';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import type { VerbOf } from '../../../catalogue/row-of.ts';
import { useT } from '../../i18n/index.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Code } from '../../ui/copy.tsx';
import { DotsMenu, type MenuItem } from '../../ui/menu.tsx';
import { Badge } from '../../ui/status.tsx';
import { AddressFrame } from './address-frame.tsx';
import { AddressState } from './address-state.tsx';
import { addressesOf, instanceOf } from './one.tsx';

type PrivateAddress = NetworkInterface['PrivateIpAddressSet'][number];

/** What can be done with one address of an interface: forms of this family, and of elastic IPs, which are bound to addresses. */
function useAddressActions(row: NetworkInterface): (own: PrivateAddress) => MenuItem[] {
  const t = useT();
  const scope = useScope();
  const open = useOpenForm();
  const id = row.NetworkInterfaceId;
  const busy = row.State === 'AVAILABLE' ? undefined : t('eni.disabledBusy');
  const to = (key: string, label: string, path: string, more: Partial<MenuItem> = {}): MenuItem => ({
    key,
    label,
    disabledReason: busy,
    ...more,
    onSelect: () => open(path),
  });
  const verb = (operation: VerbOf<'eni'>, address: string): string => paths.verb('eni', id, operation, scope, { address });
  return ({ PrivateIpAddress: address, Primary, AddressId, PublicIpAddress }) => {
    const binding = { NetworkInterfaceId: id, PrivateIpAddress: address };
    const instance = instanceOf(row);
    const items = [
      AddressId
        ? to('unbind', t('eni.unbindEip'), paths.verb('eip', AddressId, 'disassociate', scope))
        : to('bind', t('eni.bindEip'), paths.form('eip', 'associate', scope, binding)),
    ];
    if (PublicIpAddress && !AddressId && row.Primary && Primary && instance !== '') {
      items.push(to('transform', t('eni.toEip'), paths.form('eip', 'transform', scope, { InstanceId: instance })));
    }
    items.push(to('describe', t('eni.editDescription'), verb('updateAddresses', address), { separated: true }));
    if (!Primary) {
      items.push(to('move', t('eni.moveAddress'), verb('migrateAddress', address)));
      items.push(to('remove', t('eni.removeOne'), verb('unassignAddresses', address), { danger: true, separated: true }));
    }
    return items;
  };
}

const named: readonly Family[] = ['eip'];

/** The private addresses of an interface, with what is reached through each. */
export function AddressTable({ row }: { readonly row: NetworkInterface }) {
  const t = useT();
  const actions = useAddressActions(row);
  const names = useNames(named);
  return (
    <AddressFrame
      title={t('eni.addresses')}
      headings={[t('eni.address1'), t('eni.public'), t('eni.elasticIp'), t('eni.state'), t('eni.describe')]}
    >
      {addressesOf(row).map((own) => (
        <AddressRow key={own.PrivateIpAddress} own={own} items={actions(own)} name={own.AddressId ? names('eip', own.AddressId) : ''} />
      ))}
    </AddressFrame>
  );
}

interface AddressRowProps {
  readonly own: PrivateAddress;
  readonly items: readonly MenuItem[];
  /** Of its elastic IP. */
  readonly name: string;
}

function AddressRow({ own, items, name }: AddressRowProps) {
  const t = useT();
  const { PrivateIpAddress: address, Primary, PublicIpAddress, AddressId, Description, State, IsWanIpBlocked } = own;
  const none = <span className="text-muted">–</span>;
  return (
    <tr>
      <td>
        <span className="inline-flex items-center gap-2">
          <Code copy>{address}</Code>
          {Primary && <Badge>{t('eni.primaryAddress')}</Badge>}
        </span>
      </td>
      <td>
        <span className="inline-flex items-center gap-2">
          {PublicIpAddress ? <Code copy>{PublicIpAddress}</Code> : none}
          {IsWanIpBlocked && <Badge meaning="danger">{t('eni.wanBlocked')}</Badge>}
        </span>
      </td>
      <td>
        {AddressId ? (
          <RefLink family="eip" id={AddressId} name={name} />
        ) : (
          <span className="text-muted">{PublicIpAddress ? t('eni.ordinary') : '–'}</span>
        )}
      </td>
      <td>
        <AddressState state={State ?? ''} />
      </td>
      <td className="max-w-80 truncate">{Description ? <bdi title={Description}>{Description}</bdi> : none}</td>
      <td data-actions="">
        <DotsMenu label={t('eni.actionsFor', { address })} items={items} />
      </td>
    </tr>
  );
}
