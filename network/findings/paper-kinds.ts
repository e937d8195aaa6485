/** Kinds about rules that are open to the internet and let no packet arrive. */
import type { Slices } from '../rules/slices.ts';
import { evidenceOf } from './entrances.ts';
import type { FindingDraft } from './finding.ts';
import type { FindingKind, Ground, Judgements } from './kind.ts';
import { type PaperRule, paperRules } from './on-paper.ts';
import { meaningOfRule } from './rule-words.ts';
import type { Severity, SeverityMove } from './severity.ts';

function draftOfPaper(
  ground: Ground,
  { rule, ports, places, opening }: PaperRule,
  severity: Severity,
  moves: readonly SeverityMove[],
): FindingDraft {
  const evidence = evidenceOf(ground.index, rule);
  const lacking = places.find(({ lacksAddress }) => lacksAddress);
  return {
    causes: [{ of: 'securityGroups', id: rule.group }],
    meaning: `ingress ${opening.family} ${evidence ? meaningOfRule(evidence.rule) : ''}`,
    severity,
    moves,
    idle: lacking === undefined,
    parameters: { ports: ports.join(', '), things: places.length, rule: rule.index + 1, lacking: lacking?.interface ?? '' },
    evidence: evidence ? [evidence] : [],
    symptoms: places.map(({ interface: id, reason }) => ({ thing: { of: 'interfaces', id }, what: null, reason })),
    fix: { code: 'edit-rules', thing: { of: 'securityGroups', id: rule.group }, part: `ingress ${rule.index}` },
  };
}

interface PaperKind {
  readonly id: string;
  readonly severity: Severity;
  /** Whether one more address would let packets in. */
  readonly isNear: boolean;
}

export const paperKind = ({ id, severity, isNear }: PaperKind): FindingKind => ({
  id,
  group: 'internet',
  severity,
  needs: [
    'interfaces',
    'subnets',
    'securityGroups',
    'networkAcls',
    'eips',
    'natGateways',
    'natPorts',
    'addressTemplates',
    'serviceTemplates',
  ],
  *judge(ground): Slices<Judgements> {
    const rules = yield* paperRules(ground);
    const own = rules.filter(({ places }) => places.some(({ lacksAddress }) => lacksAddress) === isNear);
    const movesOf = ({ places }: PaperRule): SeverityMove[] => (places.length === 0 ? [{ because: 'no-interface', to: 'info' }] : []);
    return {
      findings: own.filter(({ doubt }) => doubt === null).map((rule) => draftOfPaper(ground, rule, severity, movesOf(rule))),
      doubts: own.flatMap(({ rule, doubt }) =>
        doubt ? [{ thing: { of: 'securityGroups' as const, id: rule.group }, reason: doubt }] : [],
      ),
      looked: rules.length,
    };
  },
});
