/** How a network's place in a CCN stands: by its own word, by the CCN's state, and by the routes that lead to it and from it. */
import { ipBlockOf, meetIps } from '../addresses/ip.ts';
import { absence, allOf, type ModelIndex, rowOf, tablesOfVpc } from '../model/look-up.ts';
import type { ModelCcn, ModelCcnAttachment, ModelCcnRoute, NetworkModel } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { gatewayLeads } from '../routes/leads.ts';
import { stateOfAttachment } from './ccn-hop.ts';
import type { MapBeyond } from './map-hop.ts';
import { byText } from './order.ts';

type PlaceState = Pick<MapBeyond, 'state' | 'trouble'>;

const notKnown = (reason: Reason | null): PlaceState => ({ state: 'unknown', trouble: { code: 'not-known', reason } });

/** Tables by which the others are routed: a route that nobody is routed by is nobody's loss. */
function tablesOfOthers({ selections = [] }: ModelCcn, others: readonly ModelCcnAttachment[]): ReadonlySet<string> {
  const chosen = selections.flatMap(({ instance, routeTable }) => (others.some((one) => one.instance === instance) ? [routeTable] : []));
  return new Set([...others.flatMap(({ routeTable }) => routeTable ?? []), ...chosen]);
}

/** What keeps the CCN from leading to all of the network; null where it does. */
function lostIn(routes: readonly ModelCcnRoute[], instance: string): PlaceState | null {
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

/** As the CCN sees the VPC. A CCN whose routes are not told is not known to lead anywhere. */
export function placeInCcn(model: NetworkModel, index: ModelIndex, attachment: ModelCcnAttachment): PlaceState {
  const told = stateOfAttachment(attachment);
  if (told.state !== 'good') return told;
  const { ccn, instance } = attachment;
  const { row, missing } = rowOf(index, 'ccns', ccn);
  if (row?.state === 'arrears') return { state: 'dead', trouble: { code: 'state', state: 'arrears' } };
  if (row?.state === 'unknown') return notKnown({ code: 'state-not-known', id: ccn, told: row.told ?? '' });
  if (!row?.routes) return notKnown(row ? { code: 'ccn-routes-not-known', id: ccn } : absence({ missing }, 'ccns', ccn));
  const others = allOf(index, 'ccnAttachments').rows.filter(
    (one) => one.ccn === ccn && one.instance !== instance && one.state === 'active',
  );
  const tables = tablesOfOthers(row, others);
  const lost = lostIn(tables.size === 0 ? row.routes : row.routes.filter(({ routeTable }) => tables.has(routeTable)), instance);
  if (lost) return lost;
  if (others.length === 0) return { state: 'good', trouble: null };
  const { leads, unsure } = gatewayLeads(model, instance, ccn);
  if (leads === 'unknown') return notKnown(unsure);
  if (leads === 'led') return { state: 'good', trouble: null };
  const own = tablesOfVpc(index, instance).rows.map(({ id }) => id);
  return { state: 'missing', trouble: { code: 'no-way-there', tables: own.sort(byText) } };
}
