import type { ReactNode } from 'react';
import type { FamilyRef, Field, Fields } from '../../catalogue/define.ts';
import { valueText } from '../../catalogue/text/shape.ts';
import { isRecord } from '../../catalogue/values.ts';
import { useFormats, useT } from '../i18n/index.ts';
import { operation } from '../lib/family.ts';
import { Code } from '../ui/copy.tsx';
import { CloudTime } from '../ui/parts.tsx';
import { hasValue, RawValue } from './raw-value.tsx';
import { dots, useFamily } from './words.ts';

export interface FieldValueProps {
  /** The family whose row it is: it has the words for the values. */
  readonly family: FamilyRef;
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
}

/** Nothing, or of another kind than the field's: then it is shown as it came. */
export const isOdd = (field: Field, value: unknown): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'object' && field.kind !== 'list' && field.kind !== 'secret');

/** A field's value as its kind asks for, in words only: no links, no copy buttons. */
export function PlainValue({ family, name, field, value }: FieldValueProps): ReactNode {
  const t = useT();
  const formats = useFormats();
  const { module, text } = useFamily(family);
  if (value === undefined || value === null || value === '') return null;
  if (field.kind === 'struct' && isRecord(value))
    return <Structure family={family} name={name} fields={field.fields} value={value} as={PlainValue} />;
  if (isOdd(field, value)) return <RawValue value={value} />;
  const meant = (): string => valueText(text, operation(module, 'list')?.name ?? '', name, String(value));
  if (module.data.states?.[name]) return meant();
  switch (field.kind) {
    case 'flag': {
      const word = String(value).toLowerCase();
      return word === 'true' ? t('kit.yes') : word === 'false' ? t('kit.no') : String(value);
    }
    case 'time':
      return <CloudTime value={String(value)} />;
    case 'integer':
    case 'decimal':
      return Number.isFinite(Number(value)) ? formats.number(Number(value)) : String(value);
    case 'choice':
      return meant();
    case 'ref':
    case 'cidr':
    case 'address':
    case 'foreign':
      return <Code>{String(value)}</Code>;
    case 'secret':
      return dots;
    case 'list':
      return Array.isArray(value) ? (
        <ListOfValues family={family} name={name} field={field.of} values={value} as={PlainValue} />
      ) : (
        <RawValue value={value} />
      );
    case 'struct':
    case 'open':
    case 'filters':
      return <RawValue value={value} />;
    default:
      return <bdi className="min-w-0 break-words">{String(value)}</bdi>;
  }
}

interface ListOfValuesProps extends Omit<FieldValueProps, 'value'> {
  readonly values: readonly unknown[];
  /** What draws each. */
  readonly as: (props: FieldValueProps) => ReactNode;
}

export function ListOfValues({ values, as: Value, ...props }: ListOfValuesProps): ReactNode {
  if (values.length === 0) return null;
  return (
    <span className={values.some(isRecord) ? 'flex min-w-0 flex-col gap-y-1' : 'flex flex-wrap gap-x-3'}>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list's values may repeat, and never move on their own
        <Value key={index} {...props} value={value} />
      ))}
    </span>
  );
}

interface StructureProps extends Omit<FieldValueProps, 'value' | 'field'> {
  readonly fields: Fields;
  readonly value: Readonly<Record<string, unknown>>;
  /** What draws each of its values. */
  readonly as: (props: FieldValueProps) => ReactNode;
}

/** A structure as a line: what its first field says, then the others by name. That it is of the resource itself goes without saying. */
export function Structure({ family, name, fields, value, as: Value }: StructureProps): ReactNode {
  const { module, label } = useFamily(family);
  const known = Object.entries(fields).filter(([key]) => key !== module.data.id && hasValue(value[key]));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(fields, key) && hasValue(value[key]));
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
      {known.map(([key, field], at) => (
        <span key={key} title={key} className="inline-flex min-w-0 flex-wrap items-baseline gap-x-1">
          {at > 0 && <span className="text-muted">{label(`${name}.${key}`)}</span>}
          <Value family={family} name={`${name}.${key}`} field={field} value={value[key]} />
        </span>
      ))}
      {others.map((key) => (
        <span key={key} className="inline-flex min-w-0 gap-x-1">
          <code className="text-muted">{key}</code>
          <RawValue value={value[key]} />
        </span>
      ))}
    </span>
  );
}
