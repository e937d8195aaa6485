import type { ReactNode } from 'react';
import type { FamilyRef, Field } from '../../catalogue/define.ts';
import { valueText } from '../../catalogue/text/shape.ts';
import { useFormats, useT } from '../i18n/index.ts';
import { operation } from '../lib/family.ts';
import { Code } from '../ui/copy.tsx';
import { CloudTime } from '../ui/parts.tsx';
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
  if (isOdd(field, value)) return <Code>{JSON.stringify(value)}</Code>;
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
        <Code>{JSON.stringify(value)}</Code>
      );
    case 'struct':
    case 'open':
    case 'filters':
      return <Code>{JSON.stringify(value)}</Code>;
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
    <span className="flex flex-wrap gap-x-3">
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list's values may repeat, and never move on their own
        <Value key={index} {...props} value={value} />
      ))}
    </span>
  );
}
