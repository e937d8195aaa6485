/** Everything the validator can find wrong with a parameter. */
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
