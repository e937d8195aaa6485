/** What keeps a CCN from leading to a network, by routes of its tables: the same for the estate and for the map of a VPC. */
import { ipBlockOf, meetIps } from '../addresses/ip.ts';
import type { ModelCcnRoute } from '../model/model.ts';
import type { MapBeyond } from './map-hop.ts';
import { byText } from './order.ts';

export type PlaceState = Pick<MapBeyond, 'state' | 'trouble'>;

/** What keeps the CCN from leading to all of the network; null where it does. */
export function lostIn(routes: readonly ModelCcnRoute[], instance: string): PlaceState | null {
  const own = routes.filter((route) => route.instance === instance);
  // What one table keeps off, another may lead to: somebody gets there.
  const on = new Set(own.flatMap(({ enabled, destination }) => (enabled ? [destination] : [])));
  const off = own.filter(({ destination }) => !on.has(destination));
  const rivals = off.flatMap((route) =>
    routes.filter(
      (other) =>
        other.enabled &&
        other.instance !== instance &&
        other.routeTable === route.routeTable &&
        meetIps(ipBlockOf(other.destination), ipBlockOf(route.destination)),
    ),
  );
  if (rivals.length > 0) {
    const others = [...new Set(rivals.map((route) => route.instance))].sort(byText);
    return { state: 'overlap', trouble: { code: 'ccn-overlap', networks: others } };
  }
  if (on.size > 0) return off.length > 0 ? { state: 'missing', trouble: { code: 'ccn-routes-off' } } : null;
  return { state: 'missing', trouble: { code: off.length > 0 ? 'ccn-routes-off' : 'no-ccn-way-back' } };
}
