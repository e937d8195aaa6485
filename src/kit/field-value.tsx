import { type ReactNode, Suspense } from 'react';
import type { FamilyRef, Field } from '../../catalogue/define.ts';
import type { RowOf, StateFieldOf } from '../../catalogue/row-of.ts';
import { isRecord } from '../../catalogue/values.ts';
import { isTags } from '../lib/family.ts';
import { part } from '../lib/part.tsx';
import { Code } from '../ui/copy.tsx';
import { Status } from '../ui/status.tsx';
import { type FieldValueProps, isOdd, ListOfValues, PlainValue, Structure } from './plain-value.tsx';
import { RefLink } from './ref.tsx';
import { dots, useFamily } from './words.ts';

/** Few resources have one. */
const Secret = part(async () => (await import('./secret.tsx')).Secret);

/** Only accounts of today have some. */
const TagList = part(async () => (await import('./tags/tag-list.tsx')).TagList);

/** A field's value as its kind asks for: blocks and ids in the code face, flags in words, references as links. */
export function FieldValue(props: FieldValueProps): ReactNode {
  const { family, name, field, value } = props;
  const { module } = useFamily(family);
  if (field.kind === 'struct' && isRecord(value))
    return <Structure family={family} name={name} fields={field.fields} value={value} as={FieldValue} />;
  if (isOdd(field, value)) return <PlainValue {...props} />;
  const meanings = module.data.states?.[name];
  if (meanings) {
    // A state that the catalogue does not know stands as it came, and means nothing.
    return (
      <Status meaning={meanings[String(value)] ?? 'neutral'}>
        <PlainValue {...props} />
      </Status>
    );
  }
  switch (field.kind) {
    case 'ref':
      // A resource's own id is no reference.
      return name === module.data.id ? <Code copy>{String(value)}</Code> : <RefLink full family={field.family} id={String(value)} />;
    case 'cidr':
    case 'address':
    case 'foreign':
      return <Code copy>{String(value)}</Code>;
    case 'secret':
      return (
        <Suspense fallback={dots}>
          <Secret value={String(value)} />
        </Suspense>
      );
    case 'list':
      if (isTags(field))
        return (
          <Suspense>
            <TagList value={value} />
          </Suspense>
        );
      if (Array.isArray(value) && onlyField(field.of))
        return <ListOfValues family={family} name={name} {...onlyValues(field.of, value)} as={FieldValue} />;
      if (Array.isArray(value)) return <ListOfValues family={family} name={name} field={field.of} values={value} as={FieldValue} />;
      return <PlainValue {...props} />;
    default:
      return <PlainValue {...props} />;
  }
}

/** The field of a structure that has but one. */
function onlyField(field: Field): readonly [string, Field] | null {
  const [only, ...others] = field.kind === 'struct' ? Object.entries(field.fields) : [];
  return only && others.length === 0 ? only : null;
}

/** A list of such structures as a list of what they tell. */
function onlyValues(of: Field, items: readonly unknown[]): { readonly field: Field; readonly values: readonly unknown[] } {
  const [name, field] = onlyField(of) ?? ['', of];
  return { field, values: items.map((item) => (isRecord(item) ? item[name] : item)) };
}

interface StateValueProps<F extends FamilyRef, K extends StateFieldOf<F>> {
  readonly family: F;
  readonly field: K;
  /** One that nobody knows stands as it came. */
  readonly value: RowOf<F>[K];
}

/** A state of a row, for its page's heading. */
export const StateValue = <F extends FamilyRef, K extends StateFieldOf<F>>({ family, field, value }: StateValueProps<F, K>) => (
  <FieldValue family={family} name={field} field={{ kind: 'text' }} value={value} />
);
