/** What lists ask the network engine: a file of its own, so that no list waits for it. */
import { type GatewayLeads, gatewayLeads, type NetworkModel, type PeeringFact, peeringFact } from '../../network/index.ts';
import { modelOfLists, type PlacedList } from './model-of-lists.ts';

export const modelOf = (lists: readonly PlacedList[], words: Parameters<typeof modelOfLists>[1]): NetworkModel =>
  modelOfLists(lists, words);

export const leadsIn = (model: NetworkModel, vpc: string, gateway: string, blocks: readonly string[] | null): GatewayLeads =>
  gatewayLeads(model, vpc, gateway, blocks);

/** Null where one of the two VPCs is not known. */
export function factIn(model: NetworkModel, a: string, b: string): PeeringFact | null {
  const known = new Set(model.vpcs.map(({ id }) => id));
  return known.has(a) && known.has(b) ? peeringFact(model, a, b) : null;
}
