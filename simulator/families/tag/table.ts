import { defineTable } from '../../world/table.ts';

/** The tags of one resource, in the order in which they came. A resource without tags has no row. */
interface TagRow {
  readonly ResourceId: string;
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
}

export const tagTable = defineTable<TagRow>()({ name: 'tag', scope: 'region', id: (row) => row.ResourceId, indexes: {} });
