import type { ReactNode } from 'react';
import type { FamilyRef, Fields } from '../../../catalogue/define.ts';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, isOldId, operation, rowFields } from '../../lib/family.ts';
import { Card, KeyValue } from '../../ui/parts.tsx';
import { FieldValue } from '../field-value.tsx';
import { useFamily } from '../words.ts';

export interface PropertiesProps {
  readonly family: FamilyRef;
  readonly row: AnyRow;
  /** Instead of the kind's own drawing of a field. */
  readonly draw?: Readonly<Record<string, ReactNode>>;
  /** Fields that the page tells in another place. */
  readonly without?: readonly string[];
  /** What is no field of the row but told by it, before the fields. */
  readonly more?: readonly { readonly key: string; readonly label: string; readonly value: ReactNode }[];
}

/** Every field of a resource, named as on the screen and, on hover, as in the API. */
export function Properties({ family, row: record, draw = {}, without = [], more = [] }: PropertiesProps) {
  const t = useT();
  const { module, label } = useFamily(family);
  const list = operation(module, 'list');
  const fields = list ? rowFields(list.data) : {};
  const items = Object.entries(fields)
    .filter(([name]) => !isOldId(fields, name) && !without.includes(name))
    .map(([name, field]) => ({
      key: name,
      name,
      label: label(name),
      value: draw[name] ?? (hasValue(record[name]) ? <FieldValue family={family} name={name} field={field} value={record[name]} /> : null),
    }));
  return (
    <>
      <Card title={t('kit.properties')}>
        <KeyValue items={[...items.slice(0, 3), ...more, ...items.slice(3)]} />
      </Card>
      <Further fields={fields} row={record} />
    </>
  );
}

/** What the cloud tells and the family does not know, by the API's own names and as it came. */
export function Further({ fields, row }: { readonly fields: Fields; readonly row: AnyRow }) {
  const t = useT();
  const known = new Set(Object.entries(fields).flatMap(([name, { alsoSpelled = [] }]) => [name, ...alsoSpelled]));
  const items = Object.entries(row)
    .filter(([name]) => !known.has(name))
    .map(([name, value]) => ({ key: name, name, label: <code>{name}</code>, value: <RawValue value={value} /> }));
  if (items.length === 0) return null;
  return (
    <div className="mt-4">
      <Card title={t('kit.unreadable.further')}>
        <KeyValue items={items} />
      </Card>
    </div>
  );
}

const RawValue = ({ value }: { readonly value: unknown }) =>
  typeof value === 'string' ? (
    value === '' ? null : (
      <bdi className="min-w-0 break-words">{value}</bdi>
    )
  ) : (
    <code className="min-w-0 break-all">{JSON.stringify(value)}</code>
  );

/** A structure or list in which nothing stands tells nothing. */
const hasValue = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(hasValue) : value !== undefined && value !== null && value !== '';
