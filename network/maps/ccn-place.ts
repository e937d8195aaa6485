/** How a network's place in a CCN stands: by its own word, by the CCN's state, and by the routes that lead to it and from it. */
import { absence, allOf, type ModelIndex, rowOf, tablesOfVpc } from '../model/look-up.ts';
import type { ModelCcn, ModelCcnAttachment, NetworkModel } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { gatewayLeads } from '../routes/leads.ts';
import { stateOfAttachment } from './ccn-hop.ts';
import { lostIn, type PlaceState } from './ccn-lost.ts';
import { byText } from './order.ts';

const notKnown = (reason: Reason | null): PlaceState => ({ state: 'unknown', trouble: { code: 'not-known', reason } });

/** Tables by which the others are routed: a route that nobody is routed by is nobody's loss. */
function tablesOfOthers({ selections = [] }: ModelCcn, others: readonly ModelCcnAttachment[]): ReadonlySet<string> {
  const chosen = selections.flatMap(({ instance, routeTable }) => (others.some((one) => one.instance === instance) ? [routeTable] : []));
  return new Set([...others.flatMap(({ routeTable }) => routeTable ?? []), ...chosen]);
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
