import { type IpAddress, parseIp } from '../../addresses/ip.ts';
import { holderAt, interfacesOfInstance, type ModelIndex, rowOf } from '../../model/look-up.ts';
import type { ModelInterface } from '../../model/model.ts';
import { blockOfRoute } from '../../routes/route-health.ts';
import { type EffectiveRoute, isOut, nextHopOf } from '../../routes/routes.ts';
import { eachRoute } from '../each-route.ts';

/** Next hops that are machines: they send on by their own subnet's routes. */
const machines: ReadonlySet<string> = new Set(['CVM', 'NORMAL_CVM', 'HAVIP']);

function interfaceOf(index: ModelIndex, vpc: string, gateway: string): ModelInterface | null {
  const address = parseIp(gateway);
  if (address !== null) return holderAt(index, vpc, address).row?.interface ?? null;
  const { rows } = interfacesOfInstance(index, gateway, vpc);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/** The machines that a packet comes by, in order, until one comes again; null where it leaves them. */
function loopFrom(index: ModelIndex, vpc: string, route: EffectiveRoute, address: IpAddress): string[] | null {
  const seen: string[] = [];
  for (let next: EffectiveRoute | null = route; next; ) {
    if (!machines.has(next.type) || isOut(next)) return null;
    if (seen.includes(next.gateway)) return seen;
    seen.push(next.gateway);
    const hop = interfaceOf(index, vpc, next.gateway);
    if (!hop || rowOf(index, 'subnets', hop.subnet, vpc).row === null) return null;
    const from = nextHopOf(index, hop.subnet, address);
    next = from.kind === 'route' ? from.route : null;
  }
  return null;
}

/** The machine that packets are sent to sends them back, or to one that does. */
export const routeLoop = eachRoute(
  { id: 'route-loop', severity: 'high', needs: ['routeTables', 'vpcs', 'subnets', 'interfaces'] },
  (route, { table }, { index }) => {
    if (!machines.has(route.type) || route.status !== 'active') return null;
    const block = blockOfRoute(route);
    // The last address of a wide block lies outside of what shorter routes take from its middle.
    const loop = block && loopFrom(index, table.vpc, route, block.prefix === 0 ? 0x08080808 : block.to);
    return loop ? { parameters: { machines: loop.join(', ') }, idle: false } : null;
  },
);
