/** Which documented error code stands for which problem of the validator, in each generation. */
import type { ActionData } from './define.ts';
import type { Protocol } from './services.ts';
import type { Issue, Problem } from './validate.ts';

const malformed = 'InvalidParameterValue.Malformed';
const general = 'InvalidParameterValue';
const format = [malformed, general] as const;
const range = ['InvalidParameterValue.Range', general, malformed] as const;

/** API 3.0: codes in the order in which they fit; the first that the action's own table names is answered (961-979). */
const candidates: Record<Issue, readonly string[]> = {
  missing: ['MissingParameter'],
  unknown: ['UnknownParameter'],
  type: ['InvalidParameter'],
  'too-short': [general, malformed],
  'too-long': ['InvalidParameterValue.TooLong', general, malformed],
  'too-few': [general, malformed],
  'too-many': ['InvalidParameterValue.LimitExceeded', general, malformed],
  'too-small': range,
  'too-large': range,
  'not-a-choice': [general, malformed],
  'not-text': format,
  'not-cidr': format,
  'host-bits': format,
  'prefix-range': range,
  'not-private': range,
  'not-address': format,
  'not-an-id': format,
  'not-a-word-name': format,
  'not-a-service': format,
  'not-a-port': format,
  'not-ipv6': format,
  'not-address-or-range': format,
  'not-a-time': format,
  'unknown-filter': ['InvalidParameter.FilterInvalidKey', 'InvalidFilter', general, malformed],
  exclusive: ['InvalidParameter.Coexist', 'InvalidParameterConflict', 'InvalidParameter'],
  'one-of': ['MissingResourceId', 'MissingParameter'],
};

/** Issues about a value, as opposed to its presence or name: those a field's own code stands for. */
const aboutValue = (issue: Issue): boolean => !['missing', 'unknown', 'exclusive', 'one-of'].includes(issue);

/**
 * The code the cloud answers to this problem: the field's own one where it has one, also in the few actions whose table
 * forgets it (InvalidVpc.NotFound may come from any, 8492), unless a table of today's knows better; else the most specific
 * that the action's table names, else the generation's public one. For the 2017 API it is the `codeDesc`, with the numeric
 * `code` 4000 (8046); but parameter templates and CDB have numbers only, and 9003 for this (15498).
 */
export function codeFor({ field, issue }: Problem, action: ActionData, protocol: Protocol): string {
  const { errors } = action;
  const fitting = candidates[issue].find((code) => errors.includes(code));
  const own = aboutValue(issue) ? field?.refusedAs : undefined;
  if (own !== undefined && !(fitting && knowsBetter(action, own, issue))) return own;
  if (protocol === 'api2017') return errors.includes('9003') ? '9003' : 'InvalidParameter';
  if (protocol === 'aliyun-rpc') return issue === 'missing' ? 'MissingParameter' : 'InvalidParameter';
  return fitting ?? publicCode(issue);
}

/** A table of today's that tells what is no id from the id of nobody, or does not have the field's own code. */
const knowsBetter = ({ source, errors }: ActionData, own: string, issue: Issue): boolean =>
  source === 'today' && (!errors.includes(own) || (issue === 'not-an-id' && errors.includes(malformed)));

const publicCodes: ReadonlySet<string> = new Set(['InvalidParameter', general, 'MissingParameter', 'UnknownParameter']);

function publicCode(issue: Issue): string {
  return candidates[issue].find((candidate) => publicCodes.has(candidate)) ?? general;
}
