import { type AddressFamily, addressesOf, type Range } from '../../addresses/ranges.ts';
import { interfacesOfSubnet, type ModelIndex, notRead, type OwnedRange, rowOf, subnetsOf } from '../../model/look-up.ts';
import type { ModelInterface, ModelSubnet } from '../../model/model.ts';
import { matchMeets } from '../../packets/match.ts';
import { lastPort, protocolBit } from '../../packets/services.ts';
import type { PathAnswer, PathQuery } from '../../paths/path.ts';
import { trace } from '../../paths/trace.ts';
import type { Slices } from '../../rules/slices.ts';
import { rulesOf } from '../before-interface.ts';
import { evidenceOf } from '../entrances.ts';
import type { Doubt, Evidence, FindingDraft } from '../finding.ts';
import type { FindingKind, Ground } from '../kind.ts';
import { activePeerings } from '../peering-facts.ts';
import { riskyPorts } from '../risky-ports.ts';
import { meaningOfRule } from '../rule-words.ts';

const ports = [...riskyPorts.admin.ports, ...riskyPorts.database.ports];

/** The ports at which some rule of the groups may let one of the addresses in. */
function candidates(index: ModelIndex, { securityGroups }: ModelInterface, from: readonly OwnedRange<unknown>[]): number[] {
  const ranges = from.flatMap((block): Range[] =>
    typeof block.from === 'bigint' || typeof block.to === 'bigint'
      ? []
      : [{ family: 'IPv4' satisfies AddressFamily, from: block.from, to: block.to }],
  );
  const accepts = rulesOf(index, securityGroups).rules.filter(({ action }) => action !== 'DROP');
  return ports.filter((port) =>
    addressesOf(ranges).v4.some((run) =>
      accepts.some(({ possible }) =>
        matchMeets(possible, { family: 'IPv4', protocols: protocolBit.TCP, ...run, low: Math.min(port, lastPort), high: port }),
      ),
    ),
  );
}

interface Arrival {
  readonly query: PathQuery;
  readonly answer: PathAnswer;
  readonly interface: string;
  readonly port: number;
}

/** One interface of each sort in a subnet: those with the same groups fare alike. */
function sortsIn(index: ModelIndex, subnet: ModelSubnet): ModelInterface[] {
  const sorts = new Map<string, ModelInterface>();
  for (const one of interfacesOfSubnet(index, subnet).rows) {
    const key = `${one.securityGroups?.join()}`;
    if (one.instance !== null && !sorts.has(key)) sorts.set(key, one);
  }
  return [...sorts.values()];
}

/** What reaches a VPC from another, of the ports that matter. */
function* arrivals({ model, index, pace }: Ground, from: string, to: string, doubts: Doubt[]): Slices<Arrival[]> {
  const senders = subnetsOf(index, from).rows;
  const found: Arrival[] = [];
  for (const { of: subnet } of subnetsOf(index, to).rows) {
    for (const one of sortsIn(index, subnet)) {
      for (const port of candidates(index, one, senders)) {
        for (const { of: sender } of senders) {
          const query: PathQuery = { from: { subnet: sender.id }, to: { interface: one.id }, protocol: 'TCP', port };
          const answer = trace(model, query);
          if (pace.spent(80_000)) yield;
          const isIn = answer.cases.some(({ verdict }) => verdict === 'reachable' || verdict === 'ambiguous');
          if (isIn && answer.verdict !== 'unknown') {
            found.push({ query, answer, interface: one.id, port });
            break;
          }
          if (answer.verdict === 'unknown' && answer.because)
            doubts.push({ thing: { of: 'interfaces', id: one.id }, reason: answer.because });
        }
      }
    }
  }
  return found;
}

/** The rule that lets it in at last. */
function ruleOf({ answer }: Arrival) {
  const shown = answer.cases.find(({ verdict }) => verdict === 'reachable' || verdict === 'ambiguous') ?? answer;
  const hop = shown.forward.findLast(({ step }) => step === 'security-group');
  return hop?.rule?.index === null || !hop?.rule ? null : { group: hop.rule.owner, index: hop.rule.index };
}

function drafts({ index }: Ground, from: string, account: string, all: readonly Arrival[]): FindingDraft[] {
  const byRule = new Map<string, Arrival[]>();
  for (const one of all) {
    const rule = ruleOf(one);
    if (rule) byRule.set(`${rule.group} ${rule.index}`, [...(byRule.get(`${rule.group} ${rule.index}`) ?? []), one]);
  }
  return [...byRule.values()].flatMap((same) => {
    const [first] = same;
    const rule = first && ruleOf(first);
    if (!first || !rule) return [];
    const evidence = evidenceOf(index, rule);
    const shown = first.answer.cases.find(({ verdict }) => verdict === 'reachable' || verdict === 'ambiguous') ?? first.answer;
    const packet: Evidence = { type: 'packet', query: first.query, verdict: shown.verdict, forward: shown.forward, return: shown.return };
    return [
      {
        causes: [{ of: 'securityGroups', id: rule.group }] as const,
        meaning: `${from} ${evidence ? meaningOfRule(evidence.rule) : ''}`,
        severity: 'high' as const,
        parameters: {
          from,
          account,
          ports: [...new Set(same.map(({ port }) => port))].sort((a, b) => a - b).join(', '),
          rule: rule.index + 1,
        },
        evidence: [...(evidence ? [evidence] : []), packet],
        symptoms: same.map(({ interface: id, port }) => ({ thing: { of: 'interfaces' as const, id }, what: String(port), reason: null })),
        fix: { code: 'edit-rules' as const, thing: { of: 'securityGroups' as const, id: rule.group }, part: `ingress ${rule.index}` },
      },
    ];
  });
}

/** Shells, desktops and databases that a VPC of another account reaches over a peering. */
export const otherAccountReaches: FindingKind = {
  id: 'other-account-reaches',
  group: 'internet',
  severity: 'high',
  needs: [
    'peerings',
    'vpcs',
    'subnets',
    'interfaces',
    'routeTables',
    'securityGroups',
    'networkAcls',
    'addressTemplates',
    'serviceTemplates',
  ],
  *judge(ground) {
    const findings: FindingDraft[] = [];
    const doubts: Doubt[] = [];
    const all = activePeerings(ground);
    for (const { peering } of all) {
      const [a, b] = peering.vpcs.map((id) => rowOf(ground.index, 'vpcs', id).row);
      if (!a || !b || a.account === b.account) continue;
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const gap = notRead(ground.index, 'interfaces', to.id);
        if (gap) doubts.push({ thing: { of: 'vpcs', id: to.id }, reason: gap });
        findings.push(...drafts(ground, from.id, from.account, yield* arrivals(ground, from.id, to.id, doubts)));
      }
    }
    return { findings, doubts, looked: all.length };
  },
};
