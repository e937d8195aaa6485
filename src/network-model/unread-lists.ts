/** What of the network was not read, told alike by every page: from the model's own gaps, so that no kind is forgotten. Pure. */
import { allGapsOf } from '../../network/model/look-up.ts';
import type { NetworkModel } from '../../network/model/model.ts';
import type { GapReason } from '../../network/model/reasons.ts';
import type { OwnedScope } from './assemble.ts';
import { familyOfSource, type SourceKind } from './sources.ts';

export interface RefusedSource {
  readonly scope: OwnedScope;
  readonly kind: SourceKind;
  /** Of a list that each row has for itself: whose it is. */
  readonly of?: string;
  readonly code: string;
  /** Asks for this list again. */
  readonly again: () => void;
}

export interface UnreadList {
  readonly kind: SourceKind;
  /** Absent: of every account, or every region. */
  readonly account?: string;
  readonly region?: string;
  readonly because: string;
  /** Absent: it is read with all others. */
  readonly again?: () => void;
}

/** CCNs and what is in them are the same in every region. */
const isEverywhere = (kind: SourceKind): boolean => kind === 'ccns' || kind === 'ccnAttachments';

const told = ({ scope, kind, of, code, again }: RefusedSource): UnreadList => ({
  ...{ kind, account: scope.owner, again },
  ...(isEverywhere(kind) ? {} : { region: scope.region }),
  because: of === undefined ? code : `${of}: ${code}`,
});

const ofGap = ({ kind, account, region, because }: GapReason): UnreadList => ({
  kind,
  ...(account === undefined ? {} : { account }),
  ...(region === undefined ? {} : { region }),
  because,
});

const wordsOf = ({ kind, account, region, because }: UnreadList): string =>
  [familyOfSource(kind), account, region, because].map((part) => part ?? '').join(' ');

/** True where VPCs may exist that nobody could read: then "there are none" is not known. */
export const mayHaveVpcs = (network: Parameters<typeof unreadLists>[0]): boolean =>
  unreadLists(network).some(({ kind }) => kind === 'vpcs');

/** Refused lists at once; and when all lists have answered, whatever else the model says it lacks, each once. */
export function unreadLists(network: {
  readonly model: NetworkModel;
  readonly refused: readonly RefusedSource[];
  readonly complete: boolean;
}): UnreadList[] {
  const lists = network.refused.map(told);
  // Until then a gap may be a list that is on its way.
  const gaps = network.complete ? allGapsOf(network.model).map(ofGap) : [];
  const seen = new Set(lists.map(wordsOf));
  return [...lists, ...gaps.filter((gap) => !seen.has(wordsOf(gap)) && Boolean(seen.add(wordsOf(gap))))];
}
