import type { ReactNode } from 'react';
import { Suspense } from 'react';
import type { FamilyRef, Field } from '../../catalogue/define.ts';
import { valueText } from '../../catalogue/text/shape.ts';
import { useFormats, useT } from '../i18n/index.ts';
import { operation } from '../lib/family.ts';
import { part } from '../lib/part.tsx';
import { Code } from '../ui/copy.tsx';
import { CloudTime } from '../ui/parts.tsx';
import { Status } from '../ui/status.tsx';
import { RefLink } from './ref.tsx';
import { dots, useFamily } from './words.ts';

/** Few resources have one. */
const Secret = part(async () => (await import('./secret.tsx')).Secret);

interface FieldValueProps {
  /** The family whose row it is: it has the words for the values. */
  readonly family: FamilyRef;
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  /** Words only: no links, no copy buttons. */
  readonly plain?: boolean;
}

/** A field's value as its kind asks for: blocks and ids in the code face, flags in words, references as links. */
export function FieldValue({ family, name, field, value, plain = false }: FieldValueProps): ReactNode {
  const t = useT();
  const formats = useFormats();
  const { module, text } = useFamily(family);
  if (value === undefined || value === null || value === '') return null;
  const listName = operation(module, 'list')?.name ?? '';
  // What is of another kind than the field's is shown as it came.
  if (typeof value === 'object' && field.kind !== 'list' && field.kind !== 'secret') return <Code>{JSON.stringify(value)}</Code>;
  const meanings = module.data.states?.[name];
  if (meanings) {
    // A state that the catalogue does not know stands as it came, and means nothing.
    const words = valueText(text, listName, name, String(value));
    return plain ? words : <Status meaning={meanings[String(value)] ?? 'neutral'}>{words}</Status>;
  }
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
      return valueText(text, listName, name, String(value));
    case 'ref':
      // A resource's own id is no reference.
      return plain || name === module.data.id ? (
        <Code copy={!plain}>{String(value)}</Code>
      ) : (
        <RefLink full family={field.family} id={String(value)} />
      );
    case 'cidr':
    case 'address':
    case 'foreign':
      return <Code copy={!plain}>{String(value)}</Code>;
    case 'secret':
      return plain ? (
        dots
      ) : (
        <Suspense fallback={dots}>
          <Secret value={String(value)} />
        </Suspense>
      );
    case 'list':
      if (!Array.isArray(value)) return <Code>{JSON.stringify(value)}</Code>;
      return value.length > 0 ? (
        <span className="flex flex-wrap gap-x-3">
          {value.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list's values may repeat, and never move on their own
            <FieldValue key={index} family={family} name={name} field={field.of} value={item} plain={plain} />
          ))}
        </span>
      ) : null;
    case 'struct':
    case 'open':
    case 'filters':
      return <Code>{JSON.stringify(value)}</Code>;
    default:
      return <bdi className="min-w-0 break-words">{String(value)}</bdi>;
  }
}
