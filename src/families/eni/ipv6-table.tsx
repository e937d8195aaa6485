import { useQuery } from '@tanstack/react-query';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import type { VerbOf } from '../../../catalogue/row-of.ts';
import { toApiError } from '../../api/api-error.ts';
import { partsOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Code } from '../../ui/copy.tsx';
import { DotsMenu, type MenuItem } from '../../ui/menu.tsx';
import { Badge } from '../../ui/status.tsx';
import { AddressFrame } from './address-frame.tsx';
import { AddressState } from './address-state.tsx';
import { type Ipv6Address, ipv6AddressesOf } from './ipv6.ts';

/** What the internet has of an interface's addresses, by address; `refusal` is the code where that cannot be read. */
function useBandwidths(id: string) {
  const { data, error } = useQuery(
    partsOptions(useScope(), 'eni', 'vpc:DescribeIp6Addresses', { Filters: [{ Name: 'network-interface-id', Values: [id] }], Limit: 100 }),
  );
  return { rows: data?.data.AddressSet, refusal: error ? toApiError(error).code : null };
}

function useItems(row: NetworkInterface): (address: string) => MenuItem[] {
  const t = useT();
  const scope = useScope();
  const open = useOpenForm();
  const disabledReason = row.State === 'AVAILABLE' ? undefined : t('eni.disabledBusy');
  const to = (operation: VerbOf<'eni'>, address: string) => () =>
    open(paths.verb('eni', row.NetworkInterfaceId, operation, scope, { address }));
  return (address) => [
    { key: 'describe', label: t('eni.editDescription'), disabledReason, onSelect: to('updateIpv6', address) },
    { key: 'remove', label: t('eni.removeOne'), disabledReason, danger: true, separated: true, onSelect: to('unassignIpv6', address) },
  ];
}

/** The IPv6 addresses of an interface, and whether the internet reaches each. Nothing where it has none. */
export function Ipv6Table({ row }: { readonly row: NetworkInterface }) {
  const addresses = ipv6AddressesOf(row);
  return addresses.length === 0 ? null : <Addresses row={row} addresses={addresses} />;
}

function Addresses({ row, addresses }: { readonly row: NetworkInterface; readonly addresses: readonly Ipv6Address[] }) {
  const t = useT();
  const items = useItems(row);
  const { rows, refusal } = useBandwidths(row.NetworkInterfaceId);
  return (
    <AddressFrame title={t('eni.ipv6')} headings={[t('eni.address1'), t('eni.internet'), t('eni.state'), t('eni.describe')]}>
      {addresses.map(({ address, primary, description, state, blocked }) => (
        <tr key={address}>
          <td>
            <span className="inline-flex items-center gap-2">
              <Code copy>{address}</Code>
              {primary && <Badge>{t('eni.primaryAddress')}</Badge>}
              {blocked && <Badge meaning="danger">{t('eni.wanBlocked')}</Badge>}
            </span>
          </td>
          <td>
            {refusal === null ? (
              <Internet row={rows?.find(({ AddressIp }) => AddressIp === address)} isRead={rows !== undefined} />
            ) : (
              <span className="text-muted">{t('eni.internetNotRead', { code: refusal })}</span>
            )}
          </td>
          <td>
            <AddressState state={state} />
          </td>
          <td className="max-w-80 truncate">
            {description ? <bdi title={description}>{description}</bdi> : <span className="text-muted">–</span>}
          </td>
          <td data-actions="">
            <DotsMenu label={t('eni.actionsFor', { address })} items={items(address)} />
          </td>
        </tr>
      ))}
    </AddressFrame>
  );
}

/** Elastic addresses of IPv6 are in another list, so an address that is not in this one may be reached all the same. */
function Internet({ row, isRead }: { readonly row: { readonly Bandwidth?: number | null } | undefined; readonly isRead: boolean }) {
  const t = useT();
  if (!isRead) return <span className="text-muted">…</span>;
  if (row === undefined) return <span className="text-muted">{t('eni.internetNotTold')}</span>;
  return row.Bandwidth == null ? t('eni.internetReached') : t('eni.internetBandwidth', { n: row.Bandwidth });
}
