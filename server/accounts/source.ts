/**
 * Where keys come from, and what becomes of a place whose keys cannot be used. Whatever comes first decides who acts: when
 * that cannot be used, nobody else takes its place in silence. The start stops and says so, or, where another source came
 * before it anyway, the console says so at its top.
 */
import { ConfigError } from '../config-error.ts';
import type { Account, Vendor } from './account.ts';

export type ProblemKind =
  /** One of the two keys is missing. */
  | 'half'
  /** It names an identity to take on (a role, a metadata service, a login) that this server cannot take on. */
  | 'other-identity'
  /** It is there and holds nothing. */
  | 'empty'
  | 'unreadable'
  /** Its bytes or its lines are not understood. */
  | 'not-understood'
  /** It says one thing twice. */
  | 'twice'
  /** A key has characters that no key has. */
  | 'not-a-key'
  /** Temporary keys whose time is over. */
  | 'expired'
  /** Another user of this machine owns it. */
  | 'foreign'
  /** A profile was named that nothing has. */
  | 'no-such-profile';

/** What the console tells of it. No key is in it. */
export interface SourceProblem {
  /** The file, and the profile in it: "…/.tencentcloud/credentials [default]". */
  readonly source: string;
  /** A sentence: what is wrong, and what to do. */
  readonly reason: string;
  readonly kind: ProblemKind;
  /** What the sentence is about: a setting, a line, an error of the system. */
  readonly detail: string;
}

/** One place where keys were found, in the order of precedence: an account, or why there is none. */
export type AccountCandidate = { readonly vendor: Vendor } & ({ readonly account: Account } | { readonly problem: SourceProblem });

const words: Record<ProblemKind, (detail: string) => string> = {
  half: (detail) => `It has no ${detail}. Give both keys, or remove it.`,
  'other-identity': (detail) =>
    `It sets ${detail}, an identity that Weft cannot take on; the keys beside it would act as another one. Name keys of that identity itself, or remove it.`,
  empty: () => 'It holds no keys. Put a pair of keys into it, or remove it.',
  unreadable: (detail) => `It cannot be read (${detail}). Mend its permissions, or remove it.`,
  'not-understood': (detail) => `It is not understood (${detail}). Mend it, or remove it.`,
  twice: (detail) => `It has ${detail} twice, and which one counts is not said. Remove one.`,
  'not-a-key': (detail) => `Its ${detail} has characters that no key has. Copy it again, without quotes or blanks.`,
  expired: (detail) => `Its temporary keys ran out at ${detail}. Renew them, then start again.`,
  foreign: (detail) => `It belongs to another user of this machine (${detail}). Take ownership of it, or remove it.`,
  'no-such-profile': (detail) => `No file has a profile of that name; there are: ${detail}.`,
};

export const problemOf = (source: string, kind: ProblemKind, detail: string): SourceProblem => ({
  source,
  reason: words[kind](detail),
  kind,
  detail,
});

export interface AccountDecision {
  readonly accounts: readonly Account[];
  readonly problems: readonly SourceProblem[];
}

/**
 * The accounts that can be used, and the problems to show. Throws `ConfigError` where the first source of a cloud cannot be
 * used: another account would act in its place. A source that holds nothing at all names nobody, and is only shown.
 */
export function decide(found: readonly AccountCandidate[]): AccountDecision {
  for (const vendor of new Set(found.map((one) => one.vendor))) {
    const first = found.find((one) => one.vendor === vendor && !('problem' in one && one.problem.kind === 'empty'));
    if (!first || 'account' in first) continue;
    const { source, reason } = first.problem;
    throw new ConfigError(
      `${source}: ${reason} It comes first, so nothing else is used in its place. To start the demo cloud: WEFT_DEMO=1`,
    );
  }
  return {
    accounts: found.flatMap((one) => ('account' in one ? [one.account] : [])),
    problems: found.flatMap((one) => ('problem' in one ? [one.problem] : [])),
  };
}
