import { Tags } from 'lucide-react';
import { type Tag, tagsOf } from '../../../catalogue/tags.ts';
import type { Translate } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';
import type { Column } from '../list/column.ts';

export const TagsIcon = () => <Tags aria-hidden="true" className="size-4" />;

/** "env: prod"; a tag may have a key alone. */
export const tagText = ({ Key, Value }: Tag): string => (Value === '' ? Key : `${Key}: ${Value}`);

/** No component of its own for a tag: lists have one in every row. */
const chip = (tag: Tag) => (
  <span key={tag.Key} className="inline-flex max-w-full rounded border border-line bg-canvas px-1.5 text-xs leading-5">
    <bdi className="truncate">{tagText(tag)}</bdi>
  </span>
);

/** All tags that a field tells. */
export const TagList = ({ value }: { readonly value: unknown }) => (
  <span className="flex min-w-0 flex-wrap gap-1">{tagsOf({ TagSet: value }).map(chip)}</span>
);

/** Key and value as one text of a filter. A key alone asks for any value. */
const filterText = ({ Key, Value }: Tag): string => `${Key}=${Value}`;

/** The column of tags: rows are narrowed by a key, as by the cloud's `tag-key`, or by a key's value, as by its `tag:<key>`. */
export const tagColumn = (header: string, t: Translate): Column<AnyRow> => ({
  id: 'TagSet',
  header,
  value: (row) => tagsOf(row).map(tagText).join(', '),
  values: (row) => [...new Set(tagsOf(row).flatMap((tag) => [tag.Key, filterText(tag)]))],
  facet: (value) => {
    const at = value.indexOf('=');
    return at < 0 ? t('tags.any', { key: value }) : tagText({ Key: value.slice(0, at), Value: value.slice(at + 1) });
  },
  cellText: (row) => tagsOf(row).map(tagText).join(', '),
  render: (row) => {
    const tags = tagsOf(row);
    return tags.length > 0 && <span className="flex gap-1 overflow-hidden">{tags.map(chip)}</span>;
  },
  width: 168,
});
