/** Lists of some accounts and regions as one network. Pure. */
import { type Gap, joinModels, type ModelKind, type NetworkModel } from '../../network/model/model.ts';
import type { AnyRow } from '../lib/family.ts';
import type { UnreadableRow } from '../lib/unreadable.ts';
import { readModelList } from './read-list.ts';
import { readers } from './readers.ts';

/** One list of one scope, as far as it has arrived. */
export interface ScopedList {
  readonly kind: ModelKind;
  readonly at: { readonly account: string; readonly region: string };
  readonly rows: readonly AnyRow[];
  readonly odd: readonly UnreadableRow[];
  readonly complete: boolean;
  /** False: the rows are fewer than the cloud counts. */
  readonly consistent?: boolean;
  /** The code of the refusal, when it could not be read. */
  readonly failed: string | null;
}

/** What is on its way, was refused or cannot be read is a gap; `words` are for what is on its way, and for fewer rows than counted. */
export function modelOfLists(lists: readonly ScopedList[], words: { readonly reading: string; readonly partial: string }): NetworkModel {
  const gaps: Gap[] = [];
  const parts = lists.map(({ kind, at, rows, odd, complete, consistent = true, failed }): Partial<NetworkModel> => {
    if (failed !== null) gaps.push({ kind, ...at, because: failed });
    else if (!complete) gaps.push({ kind, ...at, because: words.reading });
    else if (!consistent) gaps.push({ kind, ...at, because: words.partial });
    const reader = readers.find((one) => one.kind === kind);
    if (!reader) return {};
    const { model, unread } = readModelList(reader, rows, odd, at);
    if (unread.length > 0) gaps.push({ kind, ...at, because: unread.join(', ') });
    return model;
  });
  return joinModels([...parts, { gaps }]);
}
