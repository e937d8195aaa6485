import { useQuery } from '@tanstack/react-query';
import { parseAddress } from '../../../catalogue/address.ts';
import { bearersOf, type VpcInSpace } from '../../../network/model/vpc-spaces.ts';
import { usedAddressesOptions } from '../../api/used-addresses.ts';
import { useT } from '../../i18n/index.ts';
import { dialectIn, useConsole, useScope } from '../../lib/scope.ts';
import { Holder } from '../../network-model/holder.tsx';
import { ScopeWords } from '../../network-model/scope-words.tsx';
import { Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Code } from '../../ui/copy.tsx';
import { Notice } from '../../ui/status.tsx';

interface BearersProps {
  readonly network: Network;
  readonly spaces: readonly VpcInSpace[];
  readonly text: string;
}

/** Who has the address that is sought, in each VPC whose ranges hold it. */
export function Bearers({ network, spaces, text }: BearersProps) {
  const t = useT();
  const bearers = bearersOf(network.model, spaces, text);
  if (bearers === null || bearers.length === 0) return null;
  const lacks = (asked: 'interfaces' | 'subnets'): boolean => network.model.gaps.some(({ kind }) => kind === asked);
  return (
    <Notice meaning="neutral" title={t.node('addresses.bearers', { address: <Code>{text.trim()}</Code> })}>
      <ul className="flex flex-col gap-1">
        {bearers.map(({ vpc, subnet, interface: holder }) => (
          <li key={vpc.id} className="flex flex-wrap items-baseline gap-x-2">
            {holder === null ? (
              <Told
                network={network}
                vpc={vpc.id}
                address={text.trim()}
                otherwise={t(lacks('interfaces') ? 'addresses.bearerUnknown' : 'addresses.bearerNone')}
              />
            ) : (
              <Thing network={network} id={holder} />
            )}
            <span className="text-muted">·</span>
            {subnet === null ? (
              t(lacks('subnets') ? 'addresses.bearerSubnetUnknown' : 'addresses.bearerNoSubnet')
            ) : (
              <Thing network={network} id={subnet.id} />
            )}
            <span className="text-muted">·</span>
            <Thing network={network} id={vpc.id} />
            <ScopeWords network={network} id={vpc.id} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface ToldProps {
  readonly network: Network;
  readonly vpc: string;
  readonly address: string;
  /** Where nobody tells who holds it. */
  readonly otherwise: string;
}

/** Another service may hold the address: today's cloud tells which. */
function Told({ network, vpc, address, otherwise }: ToldProps) {
  const here = useScope();
  const scope = network.known.get(vpc)?.scope ?? here;
  const isToday = dialectIn(useConsole(), scope) === 'today' && parseAddress(address) !== null;
  const { data } = useQuery({ ...usedAddressesOptions(scope, { VpcId: vpc, IpAddresses: [address] }), enabled: isToday });
  const holder = data?.rows[0];
  return holder ? <Holder kind={holder.ResourceType} id={holder.ResourceId} /> : otherwise;
}
