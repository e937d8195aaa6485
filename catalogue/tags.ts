/**
 * Tags: what every family whose rows of today carry them has in common. A family says one word (`tags` in its data); that its
 * rows tell `TagSet`, that its creation takes `Tags` and its list filters by them follows from that.
 */
import { type Family, type FamilyVariant, listOf, optional, required, struct, text } from './define.ts';
import type { Additions, FamilyModule } from './module.ts';
import { isService, services } from './services.ts';

/** What is told of a tag that the cloud does not print: at most 127 letters of key, 255 of value (product 651, limits). */
const tag = { Key: required(text({ max: 127 })), Value: text({ max: 255 }) } as const;

/** Parameter of a creation. */
export const tagParam = listOf(struct(tag), { max: 50 });

/** Field of a row. */
const tagSet = optional(listOf(struct({ Key: text(), Value: optional(text()) })));

/** The keys that narrow a list: `tag:env` takes values of the tag "env", and stands here as `tag:`. */
const filterKeys = { 'tag-key': text(), 'tag:': text() };

const isApi3 = (name: string): boolean => {
  const [service = ''] = name.split(':');
  return isService(service) && services[service].protocol === 'api3';
};

/** Sorts of members that carry tags, with the family each belongs to. */
export const taggedSorts = ({ data }: FamilyModule): readonly (Pick<FamilyVariant, 'id' | 'operations' | 'tags'> & { family: Family })[] =>
  [data, ...Object.values(data.variants ?? {})].flatMap((sort) => (sort.tags ? [{ ...sort, family: data.family }] : []));

/** The action that accounts of today call for an operation's own one. */
export const spokenToday = ({ today }: FamilyModule, name: string): string => today?.[name]?.action ?? name;

/**
 * What tags add to the actions of a family: to those of API 3.0 alone, as the cloud takes them; `own`: also to those that
 * its resource is spelled after, which its pages speak whatever is called.
 */
export function tagAdditions(module: FamilyModule, own = false): Additions {
  const additions: Record<string, Additions[string]> = {};
  for (const { operations, tags } of taggedSorts(module)) {
    const put = (operation: string, addition: Additions[string]): void => {
      const [name] = operations[operation] ?? [];
      if (name === undefined) return;
      for (const one of new Set([spokenToday(module, name), ...(own ? [name] : [])])) if (own || isApi3(one)) additions[one] = addition;
    };
    const { filters } = tags ?? {};
    const keys = filters === undefined ? {} : { filters: filters === 'all' ? filterKeys : { 'tag-key': filterKeys['tag-key'] } };
    put('list', { row: { TagSet: tagSet }, ...keys });
    const creates = operations.create?.[0];
    // Where the documents make it by several actions and today by one, each of them takes tags.
    const isCreate = ([name]: readonly string[]): boolean =>
      name !== undefined && creates !== undefined && spokenToday(module, name) === spokenToday(module, creates);
    for (const [operation, names] of Object.entries(operations)) if (isCreate(names)) put(operation, { params: { Tags: tagParam } });
  }
  return additions;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** The tags that a row of today tells; none where it tells none. Never throws, whatever came. */
export function tagsOf(row: Readonly<Record<string, unknown>>): readonly Tag[] {
  const told = row.TagSet;
  if (!Array.isArray(told)) return [];
  return told.flatMap((one: unknown): Tag[] => {
    if (typeof one !== 'object' || one === null || !('Key' in one) || typeof one.Key !== 'string') return [];
    return [{ Key: one.Key, Value: 'Value' in one && typeof one.Value === 'string' ? one.Value : '' }];
  });
}

/** How the tag service names a resource. Its owner is whoever asks, where the account's number is left out. */
export const resourceName = (type: string, region: string, id: string): string => {
  const [service = '', sort = ''] = type.split('/');
  return `qcs::${service}:${region}:uin/:${sort}/${id}`;
};
