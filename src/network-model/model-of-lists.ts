/** Lists of some accounts and regions as one network. Pure. */
import { type Gap, joinModels, type NetworkModel } from '../../network/model/model.ts';
import type { ScopedRows } from '../../network/model/scoped-rows.ts';
import type { AnyRow } from '../lib/family.ts';
import type { UnreadableRow } from '../lib/unreadable.ts';
import { readModelList } from './read-list.ts';
import { readers } from './readers.ts';

/** One list of one scope, as the console reads it. */
export interface ScopedList extends ScopedRows {
  readonly rows: readonly AnyRow[];
  readonly odd: readonly UnreadableRow[];
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
