/** A problem of the validator as an English sentence, for programs; the console has its own words in both languages. */
import type { Issue, Problem } from '../catalogue/validate.ts';

const words: Record<Issue, (limit: string) => string> = {
  missing: () => 'is required',
  unknown: () => 'is not a parameter of this action',
  type: (limit) => `must be of type ${limit}`,
  'too-short': (limit) => `must have at least ${limit} characters`,
  'too-long': (limit) => `must have at most ${limit} characters`,
  'too-few': (limit) => `must have at least ${limit} items`,
  'too-many': (limit) => `must have at most ${limit} items`,
  'too-small': (limit) => `must be at least ${limit}`,
  'too-large': (limit) => `must be at most ${limit}`,
  'not-a-choice': (limit) => `must be one of ${limit}`,
  'not-text': () => 'holds half of a character, which no encoder takes',
  'not-cidr': () => 'must be a CIDR block such as 10.0.0.0/16',
  'host-bits': (limit) => `has host bits set; the block is ${limit}`,
  'prefix-range': (limit) => `must have a mask in ${limit}`,
  'not-private': () => 'must lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16',
  'not-address': () => 'must be an IPv4 address such as 10.0.0.4',
  'not-an-id': (limit) => `must be the id of a ${limit}`,
  'not-a-word-name': () => 'may hold Han characters, letters, digits, "_" and "-" only',
  'not-a-service': () => 'must be a service such as tcp:80',
  'not-ipv6': () => 'must be an IPv6 block or address',
  'not-a-port': () => 'must be a port, a list of ports, a range or "all"',
  'not-address-or-range': () => 'must be an address, a CIDR block or a range',
  'not-a-time': () => 'must be a time such as 2026-01-31 08:00:00',
  'unknown-filter': (limit) => `is not a filter of this action; there are ${limit}`,
  exclusive: (limit) => `cannot be used together: ${limit}`,
  'one-of': (limit) => `needs at least one of ${limit}`,
};

export const describeProblem = (problem: Problem): string =>
  `${problem.path} ${words[problem.issue](String(problem.limit ?? 'the right kind'))}.`;
