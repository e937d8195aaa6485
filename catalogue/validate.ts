/**
 * One interpreter of the catalogue's data, used by the forms, the proxy and the simulator alike.
 *
 * It checks what can be told from the call alone: names, types, lengths, ranges, formats, exclusions. What needs the
 * world (does the VPC exist, is the block free) is the cloud's to say.
 */
import { formatCidr, isPrivate, parseAddress, parseCidr } from './address.ts';
import type { ActionData, Field, Fields, TextFormat } from './define.ts';
import { looksLikeId } from './ids.ts';

/** What is wrong with one parameter. `path` is its place, "Filters.0.Values.2". */
export interface Problem {
  readonly path: string;
  readonly issue: Issue;
  readonly field?: Field;
  /** The limit that was broken, or the values that would do, or what was probably meant. */
  readonly limit?: string | number;
}

export const issues = [
  'missing',
  'unknown',
  'type',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'too-small',
  'too-large',
  'not-a-choice',
  'not-cidr',
  'host-bits',
  'prefix-range',
  'not-private',
  'not-address',
  'not-an-id',
  'not-a-word-name',
  'not-a-service',
  'not-a-port',
  'not-address-or-range',
  'not-a-time',
  'unknown-filter',
  'exclusive',
  'one-of',
] as const;

export type Issue = (typeof issues)[number];

/** How ids may be spelled: the 2017 generation also takes its first, pre-"vpc-xxxx" ids. */
export interface Dialect {
  readonly oldIds: boolean;
}

const byteLength = (value: string): number => new TextEncoder().encode(value).length;
const charLength = (value: string): number => [...value].length;
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Everything that is wrong with `params` for this action; empty when the call may be sent. */
export function validate(action: ActionData, params: Readonly<Record<string, unknown>>, dialect: Dialect = { oldIds: false }): Problem[] {
  const problems: Problem[] = [];
  checkFields(action.params, params, '', dialect, problems);
  for (const group of action.exclusive ?? []) {
    const given = group.filter((name) => !isEmpty(params[name]));
    if (given.length > 1) problems.push({ path: given[1] as string, issue: 'exclusive', limit: given.join(', ') });
  }
  for (const group of action.oneOf ?? []) {
    if (group.every((name) => isEmpty(params[name]))) problems.push({ path: group[0] as string, issue: 'one-of', limit: group.join(', ') });
  }
  return problems;
}

function checkFields(fields: Fields, values: Readonly<Record<string, unknown>>, at: string, dialect: Dialect, problems: Problem[]): void {
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(fields, name)) problems.push({ path: at + name, issue: 'unknown' });
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!isEmpty(value)) checkValue(field, value, at + name, dialect, problems);
    else if (field.required) problems.push({ path: at + name, issue: 'missing', field });
  }
}

/** Checks one value against one field, for forms that validate a field as it is left. */
export function validateField(field: Field, value: unknown, path: string, dialect: Dialect = { oldIds: false }): Problem[] {
  const problems: Problem[] = [];
  if (!isEmpty(value)) checkValue(field, value, path, dialect, problems);
  else if (field.required) problems.push({ path, issue: 'missing', field });
  return problems;
}

function checkValue(field: Field, value: unknown, path: string, dialect: Dialect, problems: Problem[]): void {
  const report = (issue: Issue, limit?: string | number): void => {
    problems.push(limit === undefined ? { path, issue, field } : { path, issue, field, limit });
  };
  switch (field.kind) {
    case 'list':
      return checkList(field, value, path, dialect, problems);
    case 'filters':
      return checkFilters(field, value, path, dialect, problems);
    case 'struct':
      if (!isRecord(value)) return report('type', 'object');
      return checkFields(field.fields, value, `${path}.`, dialect, problems);
    case 'open':
      return;
    case 'integer':
    case 'decimal':
      return checkNumber(field, value, report);
    case 'flag':
      if (typeof value !== 'boolean' && value !== 'true' && value !== 'false') report('type', 'true, false');
      return;
    case 'choice':
      if (!field.values.some((choice) => String(choice) === String(value))) report('not-a-choice', field.values.join(', '));
      return;
    default:
      if (typeof value === 'number' && field.kind !== 'text') return checkText(field, String(value), dialect, report);
      if (typeof value !== 'string') return report('type', 'string');
      return checkText(field, value, dialect, report);
  }
}

type Report = (issue: Issue, limit?: string | number) => void;

function checkNumber(field: Extract<Field, { kind: 'integer' | 'decimal' }>, value: unknown, report: Report): void {
  const whole = field.kind === 'integer';
  const shape = whole ? /^-?\d{1,15}$/ : /^-?\d{1,15}(?:\.\d+)?$/;
  if (!(typeof value === 'number' || typeof value === 'string') || !shape.test(String(value))) {
    return report('type', whole ? 'integer' : 'number');
  }
  if (field.kind !== 'integer') return;
  if (field.min !== undefined && Number(value) < field.min) report('too-small', field.min);
  if (field.max !== undefined && Number(value) > field.max) report('too-large', field.max);
}

function checkText(
  field: Exclude<Field, { kind: 'list' | 'filters' | 'struct' | 'open' | 'integer' | 'decimal' | 'flag' | 'choice' }>,
  value: string,
  dialect: Dialect,
  report: Report,
): void {
  switch (field.kind) {
    case 'text':
    case 'secret': {
      const length = field.kind === 'text' && field.unit === 'byte' ? byteLength(value) : charLength(value);
      if (field.min !== undefined && length < field.min) report('too-short', field.min);
      if (field.max !== undefined && length > field.max) report('too-long', field.max);
      if (field.kind === 'text' && field.format && !formats[field.format](value)) report(formatIssues[field.format]);
      return;
    }
    case 'cidr':
      return checkCidr(field, value, report);
    case 'address':
      if (parseAddress(value) === null) report('not-address');
      return;
    case 'ref':
      if (!looksLikeId(field.family, value, dialect.oldIds)) report('not-an-id', field.family);
      return;
    case 'time':
      if (!/^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value)) report('not-a-time');
      return;
    case 'foreign':
      if (value.length > 128) report('too-long', 128);
  }
}

function checkCidr(field: Extract<Field, { kind: 'cidr' }>, value: string, report: Report): void {
  const reading = parseCidr(value);
  if (!reading.ok) return report(reading.problem, reading.nearest);
  const { minPrefix, maxPrefix } = field;
  const { prefix } = reading.cidr;
  if ((minPrefix !== undefined && prefix < minPrefix) || (maxPrefix !== undefined && prefix > maxPrefix)) {
    return report('prefix-range', `/${minPrefix ?? 0}–/${maxPrefix ?? 32}`);
  }
  if (field.private && !isPrivate(reading.cidr)) report('not-private', formatCidr(reading.cidr));
}

function checkList(field: Extract<Field, { kind: 'list' }>, value: unknown, path: string, dialect: Dialect, problems: Problem[]): void {
  if (!Array.isArray(value)) {
    problems.push({ path, issue: 'type', field, limit: 'list' });
    return;
  }
  if (field.max !== undefined && value.length > field.max) problems.push({ path, issue: 'too-many', field, limit: field.max });
  const least = field.min ?? (field.required ? 1 : 0);
  if (value.length < least) problems.push({ path, issue: value.length === 0 ? 'missing' : 'too-few', field, limit: least });
  value.forEach((item, index) => {
    if (isEmpty(item)) problems.push({ path: `${path}.${index}`, issue: 'missing', field: field.of });
    else checkValue(field.of, item, `${path}.${index}`, dialect, problems);
  });
}

function checkFilters(
  field: Extract<Field, { kind: 'filters' }>,
  value: unknown,
  path: string,
  dialect: Dialect,
  problems: Problem[],
): void {
  if (!Array.isArray(value)) {
    problems.push({ path, issue: 'type', field, limit: 'list' });
    return;
  }
  if (value.length > (field.max ?? 10)) problems.push({ path, issue: 'too-many', field, limit: field.max ?? 10 });
  value.forEach((filter: unknown, index) => {
    const place = `${path}.${index}`;
    if (!isRecord(filter)) return problems.push({ path: place, issue: 'type', field, limit: 'object' });
    for (const name of Object.keys(filter)) {
      if (name !== 'Name' && name !== 'Values') problems.push({ path: `${place}.${name}`, issue: 'unknown' });
    }
    const key = filter.Name;
    if (isEmpty(key)) return problems.push({ path: `${place}.Name`, issue: 'missing', field });
    if (typeof key !== 'string' || !Object.hasOwn(field.keys, key)) {
      return problems.push({ path: `${place}.Name`, issue: 'unknown-filter', field, limit: Object.keys(field.keys).join(', ') });
    }
    const values: Field = { kind: 'list', of: { kind: 'text' }, required: true, ...(field.maxValues ? { max: field.maxValues } : {}) };
    return problems.push(...validateField(values, filter.Values, `${place}.Values`, dialect));
  });
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const portList = /^(?:all|\d{1,5}(?:-\d{1,5}|(?:,\d{1,5})*))$/i;

/** "80", "80,443", "8000-8010" or "all", each port from 0 to 65535 and ranges in order. */
function isPort(value: string): boolean {
  if (!portList.test(value)) return false;
  const ports = value.match(/\d+/g)?.map(Number) ?? [];
  return ports.every((port) => port <= 65535) && (!value.includes('-') || (ports[0] as number) <= (ports[1] as number));
}

function isAddressOrRange(value: string): boolean {
  if (value.includes('/')) {
    const reading = parseCidr(value);
    // The documents' own sample has host bits set ("10.0.0.2/16", 15906): the cloud takes them.
    return reading.ok || reading.problem === 'host-bits';
  }
  const [from, to, more] = value.split('-');
  const first = parseAddress(from ?? '');
  if (first === null || more !== undefined) return false;
  if (to === undefined) return true;
  const last = parseAddress(to);
  return last !== null && first <= last;
}

const formats: Record<TextFormat, (value: string) => boolean> = {
  'word-name': (value) => /^[\p{Script=Han}\w-]+$/u.test(value),
  'address-or-range': isAddressOrRange,
  service: (value) => {
    const [protocol, port, more] = value.split(':');
    if (more !== undefined || !/^(?:tcp|udp|icmp|gre)$/i.test(protocol ?? '')) return false;
    return port === undefined ? !/^(?:tcp|udp)$/i.test(protocol ?? '') : isPort(port.trim());
  },
  port: isPort,
};

const formatIssues: Record<TextFormat, Issue> = {
  'word-name': 'not-a-word-name',
  'address-or-range': 'not-address-or-range',
  service: 'not-a-service',
  port: 'not-a-port',
};
