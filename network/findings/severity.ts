/** How grave a finding is, and every reason that moved it from where its kind begins. */

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

type MoveReason =
  | 'not-everyone'
  | 'no-packet'
  | 'no-interface'
  | 'production'
  | 'test'
  | 'sensitive'
  | 'live-traffic'
  | 'action-lost'
  | 'joined'
  | 'in-use'
  | 'nothing-left'
  | 'last-way';

/** One step of the severity: why, and to where. */
export interface SeverityMove {
  readonly because: MoveReason;
  readonly to: Severity;
}

export const rankOf = (severity: Severity): number => severities.indexOf(severity);

const at = (rank: number): Severity => severities[Math.max(0, Math.min(severities.length - 1, rank))] ?? 'info';

type Tags = Readonly<Record<string, string>>;

const productionWords: ReadonlySet<string> = new Set(['production', 'prod']);
const testWords: ReadonlySet<string> = new Set(['test', 'testing']);

/**
 * What tags say of the use of the VPCs concerned: production in one raises one step, test in all lowers one. What no packet can
 * use is never above low.
 */
export function settledSeverity(
  base: Severity,
  given: readonly SeverityMove[],
  tags: readonly Tags[],
  idle: boolean,
): { severity: Severity; moves: SeverityMove[] } {
  const moves = [...given];
  let severity = moves.at(-1)?.to ?? base;
  const move = (because: MoveReason, to: Severity): void => {
    if (to === severity) return;
    severity = to;
    moves.push({ because, to });
  };
  const says = (one: Tags, words: ReadonlySet<string>): boolean => Object.values(one).some((value) => words.has(value.toLowerCase()));
  const [production, test] = [tags.some((one) => says(one, productionWords)), tags.length > 0 && tags.every((one) => says(one, testWords))];
  if (production) move('production', at(rankOf(severity) - 1));
  else if (test) move('test', at(rankOf(severity) + 1));
  if (idle && rankOf(severity) < rankOf('low')) move('no-packet', 'low');
  return { severity, moves };
}
