/** Everything that is wrong with a network, as far as it was read: every kind in turn, one cause one finding. */
import { indexOf, type ModelIndex, rowOf } from '../model/look-up.ts';
import type { NetworkModel } from '../model/model.ts';
import { Pace, type Slices } from '../rules/slices.ts';
import type { FindingDraft, FindingsReport, KindReport, NetworkFinding, Thing } from './finding.ts';
import { identityOf } from './identity.ts';
import type { FindingKind } from './kind.ts';
import { placeOf } from './places.ts';
import { rankOf, settledSeverity } from './severity.ts';

function finished(index: ModelIndex, kind: FindingKind, draft: FindingDraft): NetworkFinding {
  const { meaning, severity: base, moves: given = [], idle = false, ...rest } = draft;
  const { vpc, ...place } = placeOf(index, draft.causes[0]);
  const vpcs = vpc === null ? [...new Set(draft.symptoms.flatMap(({ thing }) => placeOf(index, thing).vpc ?? []))] : [vpc];
  const tags = vpcs.map((one) => rowOf(index, 'vpcs', one).row?.tags ?? {});
  const { severity, moves } = settledSeverity(base, given, tags, idle);
  const names = draft.causes.map(({ of, id }) => `${of} ${id}`);
  const id = identityOf([kind.id, place.account, place.region, ...names, meaning]);
  return { ...rest, ...place, vpcs, id, kind: kind.id, base, severity, moves };
}

const keyOf = ({ of, id }: Thing): string => `${of} ${id}`;

/** Two rules of one meaning in one list are one cause: what shows them and who suffers is told together. */
function joined(a: NetworkFinding, b: NetworkFinding): NetworkFinding {
  const graver = rankOf(b.severity) < rankOf(a.severity) ? b : a;
  const known = new Set(a.symptoms.map(({ thing, what }) => `${keyOf(thing)} ${what}`));
  return {
    ...graver,
    evidence: [...a.evidence, ...b.evidence],
    vpcs: [...new Set([...a.vpcs, ...b.vpcs])],
    symptoms: [...a.symptoms, ...b.symptoms.filter(({ thing, what }) => !known.has(`${keyOf(thing)} ${what}`))],
  };
}

const byGravity = (a: NetworkFinding, b: NetworkFinding): number =>
  rankOf(a.severity) - rankOf(b.severity) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.id < b.id ? -1 : 1);

/**
 * What all kinds find in a model, in slices of a few milliseconds. What was not read and could change a finding makes it a doubt:
 * nothing is found that a list still to come could undo. `today` is the day, 'YYYY-MM-DD'.
 */
export function* findings(model: NetworkModel, today: string, kinds: readonly FindingKind[]): Slices<FindingsReport> {
  const ground = { model, index: indexOf(model), pace: new Pace(), today };
  // The index of a large model is a slice by itself.
  yield;
  const found = new Map<string, NetworkFinding>();
  const reports: KindReport[] = [];
  for (const kind of kinds) {
    const { findings: drafts, looked, doubts } = yield* kind.judge(ground);
    for (const draft of drafts) {
      const next = finished(ground.index, kind, draft);
      const before = found.get(next.id);
      found.set(next.id, before ? joined(before, next) : next);
      if (ground.pace.spent(2_000)) yield;
    }
    reports.push({ kind: kind.id, looked, doubts });
    yield;
  }
  return { findings: [...found.values()].sort(byGravity), kinds: reports };
}
