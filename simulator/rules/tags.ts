/**
 * Tags around the handlers of every family: a creation's are kept under the new id, a list tells and narrows by them. The
 * handlers themselves know of none.
 */
import type { ActionData, Family } from '../../catalogue/define.ts';
import { familyModules } from '../../catalogue/index.ts';
import { at } from '../../catalogue/rows.ts';
import { spokenToday, type Tag, taggedSorts } from '../../catalogue/tags.ts';
import { isRecord } from '../../catalogue/values.ts';
import type { AnyHandler, Call } from '../call.ts';
import { CloudError } from '../errors.ts';
import { tagTable } from '../families/tag/table.ts';
import type { Result } from '../protocol/request.ts';
import type { FiltersIn } from './filters.ts';
import { idsIn, ownId } from './own-ids.ts';
import { tellsToday } from './today.ts';

type Params = Readonly<Record<string, unknown>>;

/** Lists and creations whose resources carry tags, with the family that they belong to. */
const tagged: ReadonlyMap<string, Family> = new Map(
  familyModules.flatMap((module) =>
    taggedSorts(module).flatMap(({ family, operations }) =>
      [operations.list?.[0], operations.create?.[0]].flatMap((name): [string, Family][] =>
        name === undefined ? [] : [[spokenToday(module, name), family]],
      ),
    ),
  ),
);

/** The handler with what tags add to it. */
export function withTags(name: string, data: ActionData, handler: AnyHandler): AnyHandler {
  const family = tagged.get(name);
  if (family === undefined || !name.startsWith('vpc:')) return handler;
  return data.paging ? listing(family, data, handler) : creating(family, handler);
}

const tagsIn = (call: Call, id: string): readonly Tag[] => call.table(tagTable).get(id)?.Tags ?? [];

function creating(family: Family, handler: AnyHandler): AnyHandler {
  return ({ Tags, ...params }, call) => {
    const tags = (Array.isArray(Tags) ? Tags : []).map(({ Key, Value = '' }: Partial<Tag>): Tag => ({ Key: String(Key), Value }));
    if (new Set(tags.map(({ Key }) => Key)).size < tags.length) {
      throw new CloudError('InvalidParameterValue.TagDuplicateKey', 'A key of Tags is given twice.');
    }
    const result = handler(params, call);
    if (tags.length > 0) for (const id of idsIn(family, result)) call.table(tagTable).put({ ResourceId: id, Tags: tags });
    // An answer that tells an id alone is no row.
    return Object.fromEntries(Object.entries(result ?? {}).map(([name, inner]) => [name, telling(family, inner, call)])) as Result;
  };
}

/** The answer with the tags of each resource whose row it has at its top. */
function telling(family: Family, value: unknown, call: Call): unknown {
  if (Array.isArray(value)) return value.map((item) => telling(family, item, call));
  if (!isRecord(value)) return value;
  const id = ownId(family, value);
  if (id !== undefined) return withTagSet(value, tagsIn(call, id), call);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, telling(family, inner, call)]));
}

/** What a resource without tags tells: to accounts of today that it has none, to those of the documents, who have no word for it, nothing. */
const withTagSet = (row: Params, tags: readonly Tag[], call: Call): Params =>
  tags.length > 0 || tellsToday(call) ? { ...row, TagSet: tags } : row;

function listing(family: Family, { paging, params: fields }: ActionData, handler: AnyHandler): AnyHandler {
  const filtersName = Object.keys(fields).find((name) => fields[name]?.kind === 'filters') ?? '';
  return (params, call) => {
    const filters = (Array.isArray(params[filtersName]) ? params[filtersName] : []) as FiltersIn;
    const byTag = filters.filter(({ Name }) => Name === 'tag-key' || Name.startsWith('tag:'));
    const tell = (row: unknown): unknown => (isRecord(row) ? withTagSet(row, tagsIn(call, ownId(family, row) ?? ''), call) : row);
    if (!paging || byTag.length === 0) {
      if (!paging || (call.table(tagTable).size === 0 && !tellsToday(call))) return handler(params, call);
      const answer = handler(params, call);
      const rows = at(answer, paging.items);
      return { ...answer, [paging.items]: Array.isArray(rows) ? rows.map(tell) : rows };
    }
    const asked = { ...params, [filtersName]: filters.filter((one) => !byTag.includes(one)) };
    const all: unknown[] = [];
    for (;;) {
      const answer = handler({ ...asked, [paging.offset]: all.length, [paging.limit]: paging.max }, call);
      const rows = at(answer, paging.items);
      if (!Array.isArray(rows)) break;
      all.push(...rows);
      if (rows.length < paging.max) break;
    }
    const fits = (row: unknown): boolean => {
      const tags = isRecord(row) ? tagsIn(call, ownId(family, row) ?? '') : [];
      return byTag.every(({ Name, Values }) =>
        tags.some(({ Key, Value }) => (Name === 'tag-key' ? Values.includes(Key) : Key === Name.slice(4) && Values.includes(Value))),
      );
    };
    const found = all.filter(fits);
    const [offset, limit] = [Number(params[paging.offset] ?? 0), Number(params[paging.limit] ?? 20)];
    return { ...{ [paging.total]: found.length }, [paging.items]: found.slice(offset, offset + limit).map(tell) };
  };
}
