/** By which of its table's routes a subnet comes to the internet: through what, and for how much of it. */
import { familyOf, meetIps, parseIpBlock } from '../addresses/ip.ts';
import { outsideOf } from '../addresses/public-addresses.ts';
import type { MapHop } from './map-hop.ts';
import type { VpcMap } from './vpc-map.ts';
import type { MapTable } from './vpc-tables.ts';

interface InternetGate {
  readonly hop: MapHop;
  /** The destinations that lead through it; null: all of the internet. */
  readonly part: readonly string[] | null;
}

interface InternetWays {
  /** Next hops with the internet behind. */
  readonly gates: readonly InternetGate[];
  /** Everything goes to hops of which it is not known what they do with it, or by routes that are not known to live. */
  readonly unsure: readonly { readonly hop: MapHop; readonly destination: string }[];
}

const everything: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);

/** Some of the internet's addresses are among a destination's. */
function takesInternet(destination: string): boolean {
  const block = parseIpBlock(destination);
  return block !== null && outsideOf(familyOf(block.from)).some((range) => meetIps(range, block));
}

/** What a table's routes lead to of the internet; public addresses of a subnet's own are another way. */
export function internetWaysOf({ hops }: Pick<VpcMap, 'hops'>, { routes }: MapTable): InternetWays {
  const taking = routes.filter(({ type, destination }) => type !== 'EIP' && takesInternet(destination));
  const parts = hops.flatMap((hop) => {
    const own = taking.filter((route) => route.hop === hop.key);
    return own.length > 0 ? [{ hop, own, hasInternet: hop.beyond.some(({ kind }) => kind === 'internet') }] : [];
  });
  return {
    gates: parts.flatMap(({ hop, own, hasInternet }): InternetGate[] => {
      const live = own.flatMap(({ fate, destination }) => (fate === 'live' ? [destination] : []));
      if (!hasInternet || live.length === 0) return [];
      return [{ hop, part: live.some((destination) => everything.has(destination)) ? null : live }];
    }),
    unsure: parts.flatMap(({ hop, own, hasInternet }) =>
      own.flatMap(({ fate, destination }) =>
        everything.has(destination) && (!hasInternet || fate !== 'live') ? [{ hop, destination }] : [],
      ),
    ),
  };
}
