/** What editing the tags of several resources comes to: which calls of the tag service, each of at most ten resources and ten tags. Pure. */
import { resourceName, type Tag, tagsOf } from '../../../catalogue/tags.ts';
import type { AnyRow, Params } from '../../lib/family.ts';

/** One key among the resources: its values, each with how many have it. */
export interface SharedTag {
  readonly key: string;
  readonly values: ReadonlyMap<string, number>;
  /** How many of the resources have the key. */
  readonly count: number;
}

/** The keys that the rows have, in the order in which they come. */
export function sharedTags(rows: readonly AnyRow[]): readonly SharedTag[] {
  const found = new Map<string, Map<string, number>>();
  for (const { Key, Value } of rows.flatMap((row) => tagsOf(row))) {
    const values = found.get(Key) ?? new Map<string, number>();
    found.set(Key, values.set(Value, (values.get(Value) ?? 0) + 1));
  }
  return [...found].map(([key, values]) => ({ key, values, count: [...values.values()].reduce((sum, n) => sum + n, 0) }));
}

export interface TagChanges {
  /** Key → the value that every resource is to have. */
  readonly set: ReadonlyMap<string, string>;
  readonly removed: ReadonlySet<string>;
}

export interface TagCall {
  readonly name: 'tag:TagResources' | 'tag:UnTagResources';
  readonly params: Params;
}

/** The most resources and the most tags of one call. */
const most = 10;

const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, index) => items.slice(index * most, (index + 1) * most));

interface TaggedRow {
  readonly name: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** Resources for which the same is to be done, together. */
function together<T>(rows: readonly TaggedRow[], wanted: (row: TaggedRow) => readonly T[], textOf: (item: T) => string): [T[], string[]][] {
  const groups = new Map<string, [T[], string[]]>();
  for (const row of rows) {
    const items = [...wanted(row)];
    if (items.length === 0) continue;
    const key = JSON.stringify(items.map(textOf));
    const group = groups.get(key) ?? [items, []];
    group[1].push(row.name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The calls that bring the rows to it, and none for what is so already. What nobody named is not touched. */
export function callsFor(rows: readonly AnyRow[], { type, region, idOf }: TagPlace, { set, removed }: TagChanges): readonly TagCall[] {
  const named = rows.map(
    (row): TaggedRow => ({ name: resourceName(type, region, idOf(row)), tags: new Map(tagsOf(row).map(({ Key, Value }) => [Key, Value])) }),
  );
  const added = together(
    named,
    ({ tags }) => [...set].flatMap(([Key, Value]): Tag[] => (tags.get(Key) === Value ? [] : [{ Key, Value }])),
    ({ Key }) => Key,
  );
  const gone = together(
    named,
    ({ tags }) => [...removed].filter((key) => tags.has(key)),
    (key) => key,
  );
  return [
    ...added.flatMap(([tags, names]) =>
      chunks(names).flatMap((ResourceList) =>
        chunks(tags).map(
          (some): TagCall => ({
            name: 'tag:TagResources',
            params: { ResourceList, Tags: some.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value })) },
          }),
        ),
      ),
    ),
    ...gone.flatMap(([keys, names]) =>
      chunks(names).flatMap((ResourceList) =>
        chunks(keys).map((TagKeys): TagCall => ({ name: 'tag:UnTagResources', params: { ResourceList, TagKeys } })),
      ),
    ),
  ];
}

/** How the tag service knows the rows. */
interface TagPlace {
  /** "vpc/rtb" */
  readonly type: string;
  readonly region: string;
  readonly idOf: (row: AnyRow) => string;
}
