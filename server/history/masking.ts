/** Secrets in what the history keeps: never as they are, but so that two that are the same can be told to be. */
import { createHmac } from 'node:crypto';
import type { ActionData, Fields } from '../../catalogue/define.ts';
import { isRecord } from '../../catalogue/validate.ts';

/** Names that speak of a secret in what the catalogue does not describe. */
const secretName =
  /pass(?:word|wd|phrase|code)|secret(?!id)|pre-?share|private-?key|(?:^|[^a-z])psk|credential|access-?key|authorization|^(?!client|next|page)\w*token$/i;

/** Names of fields that the catalogue calls secret, in small letters. */
function secretNamesIn(fields: Fields, into: Set<string> = new Set()): Set<string> {
  for (const [name, field] of Object.entries(fields)) {
    const inner = field.kind === 'list' ? field.of : field;
    if (inner.kind === 'secret') for (const spelling of [name, ...(field.alsoSpelled ?? [])]) into.add(spelling.toLowerCase());
    if (inner.kind === 'struct') secretNamesIn(inner.fields, into);
  }
  return into;
}

export type Mask = (action: ActionData, value: unknown) => unknown;

/** Masks by HMAC under a key of the installation: "hmac:…", 64 bits of it. */
export function createMask(key: string): Mask {
  const masked = (value: unknown): string => `hmac:${createHmac('sha256', key).update(JSON.stringify(value)).digest('hex').slice(0, 16)}`;
  const walk = (value: unknown, names: ReadonlySet<string>): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, names));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const isSecret = inner !== null && inner !== '' && (names.has(name.toLowerCase()) || secretName.test(name));
        return [name, isSecret ? masked(inner) : walk(inner, names)];
      }),
    );
  };
  return (action, value) => walk(value, secretNamesIn(action.results, secretNamesIn(action.params)));
}
