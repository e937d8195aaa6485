/**
 * One interpreter of the catalogue's data, used by the forms, the proxy and the simulator alike.
 *
 * It checks what can be told from the call alone: names, types, lengths, ranges, formats, exclusions. What needs the
 * world (does the VPC exist, is the block free) is the cloud's to say.
 */
import { formatCidr, isPrivate, parseAddress, parseCidr, privateRanges } from './address.ts';
import type { ActionData, Field, Fields } from './define.ts';
import { formatIssues, formats, isTime } from './formats.ts';
import { looksLikeId } from './ids.ts';
import type { Issue } from './issues.ts';
import { choiceOf, flagOf, isBlank, isGiven, isRecord } from './values.ts';

export { type Issue, issues } from './issues.ts';
export { choiceOf, flagOf, isGiven, isRecord } from './values.ts';

/** What is wrong with one parameter. `path` is its place, "Filters.0.Values.2". */
export interface Problem {
  readonly path: string;
  readonly issue: Issue;
  readonly field?: Field;
  /** The limit that was broken, or the values that would do, or what was probably meant. */
  readonly limit?: string | number;
}

/** How ids may be spelled: the 2017 generation also takes its first, pre-"vpc-xxxx" ids. */
interface Dialect {
  readonly oldIds: boolean;
}

const byteLength = (value: string): number => new TextEncoder().encode(value).length;
const charLength = (value: string): number => [...value].length;

/** Everything that is wrong with `params` for this action; empty when the call may be sent. */
export function validate(action: ActionData, params: Readonly<Record<string, unknown>>, dialect: Dialect = { oldIds: false }): Problem[] {
  const problems: Problem[] = [];
  checkFields(action.params, params, '', dialect, problems);
  const has = (name: string): boolean => {
    const field = Object.hasOwn(action.params, name) ? action.params[name] : undefined;
    return field !== undefined && Object.hasOwn(params, name) && isGiven(field, params[name]);
  };
  for (const group of action.exclusive ?? []) {
    const given = group.filter(has);
    if (given.length > 1) problems.push({ path: given[1] as string, issue: 'exclusive', limit: given.join(', ') });
  }
  for (const group of action.oneOf ?? []) {
    if (!group.some(has)) problems.push({ path: group[0] as string, issue: 'one-of', limit: group.join(', ') });
  }
  return problems;
}

/**
 * What an account of today may send all the same: a structure that is replaced whole goes back as the cloud told it, and that
 * cloud tells fields, words of a set and sizes that the catalogue has not heard of.
 */
export const isLeftToCloud = ({ path, issue }: Problem): boolean =>
  path.includes('.') && (issue === 'unknown' || issue === 'not-a-choice' || issue === 'too-large' || issue === 'too-small');

function checkFields(fields: Fields, values: Readonly<Record<string, unknown>>, at: string, dialect: Dialect, problems: Problem[]): void {
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(fields, name)) problems.push({ path: at + name, issue: 'unknown' });
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    checkGiven(field, value, at + name, dialect, problems);
  }
}

/** Checks one value against one field, for forms that validate a field as it is left. */
export function validateField(field: Field, value: unknown, path: string, dialect: Dialect = { oldIds: false }): Problem[] {
  const problems: Problem[] = [];
  checkGiven(field, value, path, dialect, problems);
  return problems;
}

function checkGiven(field: Field, value: unknown, path: string, dialect: Dialect, problems: Problem[]): void {
  if (!isGiven(field, value)) {
    if (field.required) problems.push({ path, issue: 'missing', field });
  } else if (value !== '') checkValue(field, value, path, dialect, problems);
}

function checkValue(field: Field, value: unknown, path: string, dialect: Dialect, problems: Problem[]): void {
  if (field.orList && Array.isArray(value)) {
    const { orList: _, ...of } = field;
    checkList({ kind: 'list', of, ...(field.required ? { required: true } : {}) }, value, path, dialect, problems);
    return;
  }
  const report: Report = (issue, limit) => {
    problems.push(limit === undefined ? { path, issue, field } : { path, issue, field, limit });
  };
  switch (field.kind) {
    case 'list':
      checkList(field, value, path, dialect, problems);
      break;
    case 'filters':
      checkFilters(field, value, path, dialect, problems);
      break;
    case 'struct':
      if (isRecord(value)) checkFields(field.fields, value, `${path}.`, dialect, problems);
      else if (!field.orText || typeof value !== 'string') report('type', 'object');
      break;
    case 'open':
      break;
    case 'integer':
    case 'decimal':
      checkNumber(field, value, report);
      break;
    case 'flag':
      if (flagOf(value) === undefined) report('type', 'true, false');
      break;
    case 'choice':
      checkChoice(field, value, report);
      break;
    default:
      // JSON may carry a number or a boolean for a text: the documents' own samples do ("Version": 60, 5804).
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        checkText(field, String(value), dialect, report);
      else report('type', 'string');
  }
}

type Report = (issue: Issue, limit?: string | number) => void;

function checkChoice(field: Extract<Field, { kind: 'choice' }>, value: unknown, report: Report): void {
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (!known || choiceOf(field, value) === undefined) report('not-a-choice', field.values.join(', '));
}

function checkNumber(field: Extract<Field, { kind: 'integer' | 'decimal' }>, value: unknown, report: Report): void {
  const whole = field.kind === 'integer';
  const shape = whole ? /^-?\d{1,15}$/ : /^-?\d{1,15}(?:\.\d{1,15})?$/;
  if (!(typeof value === 'number' || typeof value === 'string') || !shape.test(String(value))) {
    report('type', whole ? 'integer' : 'number');
  } else if (whole) {
    if (field.min !== undefined && Number(value) < field.min) report('too-small', field.min);
    if (field.max !== undefined && Number(value) > field.max) report('too-large', field.max);
  }
}

/** The kinds whose value is one piece of text. */
type TextLike = Exclude<Field, { kind: 'list' | 'filters' | 'struct' | 'open' | 'integer' | 'decimal' | 'flag' | 'choice' }>;

/** Half of a surrogate pair: a string that is no text, and that no encoder takes. */
const isText = (value: string): boolean => !/\p{Surrogate}/u.test(value);

function checkText(field: TextLike, value: string, dialect: Dialect, report: Report): void {
  if (!isText(value)) {
    report('not-text');
    return;
  }
  switch (field.kind) {
    case 'text':
    case 'secret':
      checkLength(field, value, report);
      if (field.kind === 'text' && field.format && !formats[field.format](value)) report(formatIssues[field.format]);
      break;
    case 'cidr':
      checkCidr(field, value, report);
      break;
    case 'address':
      if (parseAddress(value) === null) report('not-address');
      break;
    case 'ref':
      if (!looksLikeId(field.family, value, dialect.oldIds, field.prefix)) report('not-an-id', field.family);
      break;
    case 'time':
      if (!isTime(value)) report('not-a-time');
      break;
    case 'foreign':
      if (value.length > 128) report('too-long', 128);
  }
}

function checkLength(field: Extract<Field, { kind: 'text' | 'secret' }>, value: string, report: Report): void {
  const length = field.kind === 'text' && field.unit === 'byte' ? byteLength(value) : charLength(value);
  if (field.min !== undefined && length < field.min) report('too-short', field.min);
  if (field.max !== undefined && length > field.max) report('too-long', field.max);
}

function checkCidr(field: Extract<Field, { kind: 'cidr' }>, value: string, report: Report): void {
  const written = field.orAddress && parseAddress(value) !== null ? `${value}/32` : value;
  const first = parseCidr(written);
  const reading = field.hostBits && !first.ok && first.nearest ? parseCidr(first.nearest) : first;
  if (!reading.ok) {
    report(reading.problem, reading.nearest);
    return;
  }
  const { minPrefix = 0, maxPrefix = 32 } = field;
  const { prefix } = reading.cidr;
  if (prefix < minPrefix || prefix > maxPrefix) report('prefix-range', `/${minPrefix}–/${maxPrefix}`);
  else if (field.private && !isPrivate(reading.cidr)) report('not-private', privateRanges.map(formatCidr).join(', '));
}

function checkList(field: Extract<Field, { kind: 'list' }>, value: unknown, path: string, dialect: Dialect, problems: Problem[]): void {
  if (!Array.isArray(value)) {
    problems.push({ path, issue: 'type', field, limit: 'list' });
    return;
  }
  if (field.max !== undefined && value.length > field.max) problems.push({ path, issue: 'too-many', field, limit: field.max });
  const least = field.min ?? (field.required ? 1 : 0);
  if (value.length === 0 && field.required && !field.orEmpty) problems.push({ path, issue: 'missing', field });
  else if (value.length > 0 && value.length < least) problems.push({ path, issue: 'too-few', field, limit: least });
  for (const [index, item] of value.entries()) {
    if (isBlank(item)) problems.push({ path: `${path}.${index}`, issue: 'missing', field: field.of });
    else checkValue(field.of, item, `${path}.${index}`, dialect, problems);
  }
}

type FiltersField = Extract<Field, { kind: 'filters' }>;

function checkFilters(field: FiltersField, value: unknown, path: string, dialect: Dialect, problems: Problem[]): void {
  if (!Array.isArray(value)) {
    problems.push({ path, issue: 'type', field, limit: 'list' });
    return;
  }
  const most = field.max ?? 10;
  if (value.length > most) problems.push({ path, issue: 'too-many', field, limit: most });
  for (const [index, filter] of value.entries()) checkFilter(field, filter, `${path}.${index}`, dialect, problems);
}

/** The key as the catalogue has it: "tag:env" is `tag:`, whatever the tag's own key is. */
const filterKeyOf = (key: string): string => key.replace(/^(tag:).+/s, '$1');

function checkFilter(field: FiltersField, filter: unknown, place: string, dialect: Dialect, problems: Problem[]): void {
  if (!isRecord(filter)) {
    problems.push({ path: place, issue: 'type', field, limit: 'object' });
    return;
  }
  for (const name of Object.keys(filter)) {
    if (name !== 'Name' && name !== 'Values') problems.push({ path: `${place}.${name}`, issue: 'unknown' });
  }
  const key = filter.Name;
  if (isBlank(key)) problems.push({ path: `${place}.Name`, issue: 'missing', field });
  else if (typeof key !== 'string' || !Object.hasOwn(field.keys, filterKeyOf(key))) {
    problems.push({ path: `${place}.Name`, issue: 'unknown-filter', field, limit: Object.keys(field.keys).join(', ') });
  } else {
    const values: Field = { kind: 'list', of: { kind: 'text' }, required: true, ...(field.maxValues ? { max: field.maxValues } : {}) };
    problems.push(...validateField(values, filter.Values, `${place}.Values`, dialect));
  }
}
