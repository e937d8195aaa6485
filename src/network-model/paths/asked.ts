/** What reachability asks the engine, from the URL of any page that shows a path, and which of the answer's cases is looked at. Pure. */
import type { NetworkModel } from '../../../network/model/model.ts';
import type { PathAnswer, PathCase, PathQuery } from '../../../network/paths/path.ts';
import type { SourceKind } from '../sources.ts';
import { endOf } from './ends.ts';
import { hasPorts, portOf, type ReachabilityQuery } from './question.ts';

/** Everything that a path can hang on. */
export const pathKinds: readonly SourceKind[] = [
  'subnets',
  'subnetAcls',
  'routeTables',
  'interfaces',
  'securityGroups',
  'networkAcls',
  'peerings',
  'natGateways',
  'vpnGateways',
  'vpnConnections',
  'directConnectGateways',
  'eips',
  'addressTemplates',
  'addressTemplateGroups',
  'serviceTemplates',
  'serviceTemplateGroups',
];

/** Null where something is missing, or cannot be meant. */
export function pathQueryOf({ from, to, port: text, protocol }: ReachabilityQuery, model: NetworkModel): PathQuery | null {
  const [sender, receiver, port] = [endOf(from, model), endOf(to, model), portOf(text)];
  if (!sender || !receiver || (hasPorts(protocol) && port === null)) return null;
  return { from: sender, to: receiver, protocol, ...(hasPorts(protocol) && port !== null ? { port } : {}) };
}

/** The case that the URL names, else the one that decides the answer, with its place among them. */
export function caseIn(answer: PathAnswer, search: URLSearchParams): { readonly at: number; readonly one: Omit<PathCase, 'pairs'> } {
  const { cases } = answer;
  const wanted = Number(search.get('case') ?? -1);
  const own = cases.findIndex((one) => one.forward === answer.forward && one.return === answer.return);
  const at = cases[wanted] ? wanted : Math.max(0, own);
  return { at, one: cases[at] ?? answer };
}
