/** Where an answer differs from what the catalogue knows of its action: fields and values that are new, fields that are not there. */
import { decodeRow } from '../../catalogue/decode.ts';
import type { ActionData, Field, Fields } from '../../catalogue/define.ts';
import { isRecord } from '../../catalogue/validate.ts';

export interface Differences {
  /** "VpcSet.Ipv6CidrBlock": what came and is not known. Places in lists have no numbers: each is told once. */
  readonly unknownFields: readonly string[];
  /** "AddressSet.AddressStatus=OFFLINING". */
  readonly unknownValues: readonly string[];
  /** What is known and did not come, or came as another type. */
  readonly missing: readonly string[];
}

/** A value of the cloud's that is told: long ones are somebody's text, and none of ours to print. */
const longestValue = 40;

export function differencesOf({ results }: ActionData, answer: unknown): Differences {
  const [unknownFields, unknownValues] = [new Set<string>(), new Set<string>()];
  walk(results, answer, '', { unknownFields, unknownValues });
  const missing = decodeRow(results, answer).problems.map(({ path }) => path.replace(/\.\d+(?=\.|$)/g, ''));
  return { unknownFields: [...unknownFields], unknownValues: [...unknownValues], missing: [...new Set(missing)] };
}

interface FieldDifference {
  readonly unknownFields: Set<string>;
  readonly unknownValues: Set<string>;
}

function walk(fields: Fields, values: unknown, at: string, found: FieldDifference): void {
  if (!isRecord(values)) return;
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : Object.values(fields).find(({ alsoSpelled }) => alsoSpelled?.includes(name));
    // What is empty tells nothing new: today's answers name every field of their structures.
    if (field === undefined) {
      if (value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) found.unknownFields.add(at + name);
    } else walkValue(field, value, at + name, found);
  }
}

function walkValue(field: Field, value: unknown, path: string, found: FieldDifference): void {
  if (field.kind === 'list' && Array.isArray(value)) for (const item of value) walkValue(field.of, item, path, found);
  else if (field.kind === 'struct') walk(field.fields, value, `${path}.`, found);
  else if (field.kind === 'choice' && isUnknownChoice(field.values, value)) {
    found.unknownValues.add(`${path}=${String(value).slice(0, longestValue)}`);
  }
}

const isUnknownChoice = (known: readonly (string | number)[], value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && value !== '' && !known.some((one) => String(one) === String(value));
