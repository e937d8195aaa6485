import { useQuery } from '@tanstack/react-query';
import type { SubnetSpace } from '../../../network/model/space.ts';
import type { VpcInSpace } from '../../../network/model/vpc-spaces.ts';
import { toApiError } from '../../api/api-error.ts';
import { usedAddressesOptions } from '../../api/used-addresses.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { dialectIn, useConsole, useScope } from '../../lib/scope.ts';
import { Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Code } from '../../ui/copy.tsx';
import { Meter } from '../../ui/parts.tsx';

type AddressCounts = Pick<SubnetSpace, 'size' | 'reserved' | 'free' | 'taken6'> & { readonly taken: number };

/** Whether the account of the VPC speaks today's API: only that tells who holds addresses. */
function useTold(network: Network, { vpc }: VpcInSpace) {
  const t = useT();
  const here = useScope();
  const scope = network.known.get(vpc.id)?.scope ?? here;
  const isToday = dialectIn(useConsole(), scope) === 'today';
  const { data, error } = useQuery({ ...usedAddressesOptions(scope, { VpcId: vpc.id }), enabled: isToday });
  const isWhole = data?.complete === true;
  const countOf = (subnet: string, space: SubnetSpace): AddressCounts => {
    const known = new Set(space.taken.map(({ address }) => address));
    for (const { SubnetId, IpAddress } of data?.rows ?? []) if (SubnetId === subnet) known.add(IpAddress);
    return { ...space, taken: known.size, free: Math.max(0, space.size - space.reserved - known.size) };
  };
  const refused = error ? t('addresses.takenRefused', { code: toApiError(error).code }) : null;
  return { countOf, note: refused ?? t(isWhole ? 'addresses.takenTold' : 'addresses.takenHow') };
}

/** What is known to be taken in each subnet of a VPC. */
export function SubnetTable({ network, one }: { readonly network: Network; readonly one: VpcInSpace }) {
  const t = useT();
  const formats = useFormats();
  const { countOf, note } = useTold(network, one);
  const hasIpv6 = one.subnets.some(({ row }) => row.ipv6Cidr);
  if (one.subnets.length === 0) return <p className="text-muted">{t('addresses.noSubnets')}</p>;
  return (
    <div className="flex flex-col gap-1">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section aria-label={t('family.subnet')} tabIndex={0} className="table-scroll max-h-96">
        <table className="grid-table">
          <caption className="sr-only">{t('family.subnet')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('addresses.subnet')}</th>
              <th scope="col">{t('addresses.block')}</th>
              {hasIpv6 && <th scope="col">{t('addresses.block6')}</th>}
              <th scope="col">{t('addresses.zone')}</th>
              <th scope="col" data-align="end">
                {t('addresses.size')}
              </th>
              <th scope="col">{t('addresses.taken')}</th>
              <th scope="col" data-align="end">
                {t('addresses.kept')}
              </th>
              <th scope="col" data-align="end">
                {t('addresses.left')}
              </th>
            </tr>
          </thead>
          <tbody>
            {one.subnets.map(({ row, space: read }) => {
              const space = countOf(row.id, read);
              return (
                <tr key={row.id}>
                  <th scope="row">
                    <Thing network={network} id={row.id} />
                  </th>
                  <td>
                    <Code>{row.cidr}</Code>
                  </td>
                  {hasIpv6 && <td>{row.ipv6Cidr && <Ipv6Cell cidr={row.ipv6Cidr} taken={space.taken6} />}</td>}
                  <td>{row.zone && <Code muted>{row.zone}</Code>}</td>
                  <td data-align="end">{formats.number(space.size)}</td>
                  <td>
                    <Meter
                      label={t('addresses.taken')}
                      used={space.taken}
                      total={space.size - space.reserved}
                      meaning={space.free === 0 ? 'danger' : space.free <= space.size / 10 ? 'warning' : 'neutral'}
                      words={formats.number(space.taken)}
                    />
                  </td>
                  <td data-align="end">{formats.number(space.reserved)}</td>
                  <td data-align="end">{formats.number(space.free)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className="text-muted text-xs">{note}</p>
    </div>
  );
}

/** The IPv6 block of a subnet, and how many of its addresses interfaces have. */
function Ipv6Cell({ cidr, taken }: { readonly cidr: string; readonly taken: number | null }) {
  const t = useT();
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <Code>{cidr}</Code>
      {taken !== null && <span className="text-muted text-xs">{t('addresses.taken6', { n: taken })}</span>}
    </span>
  );
}
