/** The tag service: tags on resources of every family, which are named in six parts. */
import type { actions } from '../../../catalogue/families/tag/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import type { Partition } from '../../world/world.ts';
import { tagTable } from './table.ts';

interface NamedResource {
  readonly name: string;
  readonly partition: Partition;
  readonly id: string;
}

/** "qcs::vpc:ap-guangzhou:uin/100000000001:subnet/subnet-1": without a number it is whose key asks. */
const sixParts = /^qcs:[^:]*:[a-z]+:([a-z0-9-]+):uin\/(\d*):[a-zA-Z_-]+\/(.+)$/;

function namedIn(call: Call, names: readonly string[]): NamedResource[] {
  return names.map((name) => {
    const [, region = '', uin = '', id = ''] = sixParts.exec(name) ?? [];
    if (id === '' || (uin !== '' && uin !== call.account.uin)) {
      throw new CloudError('InvalidParameterValue.ResourceDescriptionError', `"${name}" names no resource of this account.`);
    }
    return { name, partition: call.world.partition(call.account.uin, region), id };
  });
}

const exists = ({ partition, id }: NamedResource): boolean =>
  [...partition.world.allSpecs()].some((spec) => spec.scope === 'region' && spec.name !== tagTable.name && partition.table(spec).has(id));

/** Does it with each resource that is there, and tells of the others. */
function each(call: Call, names: readonly string[], change: (tags: ReadonlyMap<string, string>) => ReadonlyMap<string, string>) {
  const named = namedIn(call, names);
  for (const { partition, id } of named.filter(exists)) {
    const table = partition.table(tagTable);
    const tags = change(new Map((table.get(id)?.Tags ?? []).map(({ Key, Value }) => [Key, Value])));
    if (tags.size > 0) table.put({ ResourceId: id, Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) });
    else table.delete(id);
  }
  return {
    FailedResources: named
      .filter((one) => !exists(one))
      .map(({ name, id }) => ({ Resource: name, Code: 'ResourceNotFound', Message: `There is no ${id}.` })),
  };
}

export const handlers = {
  'tag:TagResources': ({ ResourceList, Tags }, call) => {
    if (new Set(Tags.map(({ TagKey }) => TagKey)).size < Tags.length) {
      throw new CloudError('InvalidParameterValue.TagKeyDuplicate', 'A key of Tags is given twice.');
    }
    return each(call, ResourceList, (tags) => new Map([...tags, ...Tags.map(({ TagKey, TagValue }) => [TagKey, TagValue] as const)]));
  },

  'tag:UnTagResources': ({ ResourceList, TagKeys }, call) =>
    each(call, ResourceList, (tags) => new Map([...tags].filter(([key]) => !TagKeys.includes(key)))),
} satisfies Handlers<keyof typeof actions>;
