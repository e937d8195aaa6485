import type { ReactNode } from 'react';
import type { FamilyRef, Fields } from '../../../catalogue/define.ts';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, isOldId, operation, rowFields } from '../../lib/family.ts';
import { Card, KeyValue } from '../../ui/parts.tsx';
import { FieldValue } from '../field-value.tsx';
import { hasValue, RawValue } from '../raw-value.tsx';
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
      value:
        draw[name] ??
        (hasValue(record[name]) ? (
          <FieldValue family={family} name={name} field={field} value={record[name]} />
        ) : isTold(record[name]) || name in draw ? null : (
          <NotTold />
        )),
    }));
  return (
    <>
      <Card title={t('kit.properties')}>
        <KeyValue items={[...items.slice(0, 3), ...more, ...items.slice(3)]} />
      </Card>
      <Further fields={fields} row={record} told={readFrom(module, list?.name ?? '')} />
    </>
  );
}

/** Null is the cloud's word for a value that it does not have to tell. */
const isTold = (value: unknown): boolean => value !== undefined && value !== null;

/** A dash, as for nothing; who hears the page, or asks, learns that it is not the same. */
function NotTold() {
  const t = useT();
  return (
    <span className="text-muted" title={t('kit.notTold')}>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('kit.notTold')}</span>
    </span>
  );
}

/** Lists of an answer of today that fields of the row are counted or taken from: they stand beside those, and say no more. */
function readFrom({ today }: FamilyModule, list: string): readonly string[] {
  return Object.values(today?.[list]?.gives ?? {}).flatMap((place) => {
    if (typeof place !== 'object' || Array.isArray(place)) return [];
    return 'countOf' in place ? [place.countOf] : 'each' in place ? [place.at] : [];
  });
}

interface FurtherProps {
  readonly fields: Fields;
  readonly row: AnyRow;
  /** Names that fields already tell of. */
  readonly told?: readonly string[];
}

/** What the cloud tells and the family does not know, by the API's own names and as it came. */
export function Further({ fields, row, told = [] }: FurtherProps) {
  const t = useT();
  const known = new Set([...told, ...Object.entries(fields).flatMap(([name, { alsoSpelled = [] }]) => [name, ...alsoSpelled])]);
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
