/**
 * From the rules as they are to the rules as they are wanted, in calls of single rules.
 *
 * While the calls are made, every list in between answers each packet as the old list or as the new one would: nothing is
 * open for a moment that is shut before and after, and nothing shut that is open before and after. Two ways keep to that:
 *
 * 1. By order, whatever the rules mean. First the new rules are put in from the top down, each above what goes at its
 *    place; then what goes is taken out in one call. Before the deletion each list holds all old rules and the new ones
 *    down to some place: if the first rule to match is new, every new rule above it stands there too, so it is the first
 *    of the new list; if it is old, it is the first of the old list. The deletion ends in the new list.
 * 2. By replacing rules in their places, which takes fewer calls. Each list in between is then held against both ends by
 *    the packets themselves, and the way is taken only if it passes.
 *
 * A rule that only moves would stand there twice, which the cloud refuses: it is put in with a marked description, and
 * gets its own back when the old one is gone.
 */
import { staysBetween as listsStayBetween } from '../rules/between.ts';
import type { References } from '../rules/policies.ts';
import type { Direction } from '../rules/rule.ts';
import { type AlignmentGap, alignment, exactMatchWeight, gapsOf, type Pair } from './align.ts';
import { packetsFor } from './consequences.ts';
import { isCarried, isKnown, type KnownRule, keepsCarried, type Rule, ruleKey, sameRules } from './rule-set.ts';

export type PlanStep =
  | { readonly kind: 'create'; readonly direction: Direction; readonly index: number; readonly rules: readonly KnownRule[] }
  | { readonly kind: 'replace'; readonly direction: Direction; readonly index: number; readonly rule: KnownRule }
  | { readonly kind: 'delete'; readonly direction: Direction; readonly indexes: readonly number[] };

export interface Plan {
  readonly direction: Direction;
  readonly steps: readonly PlanStep[];
  /** The list after each step; the last is the new list. */
  readonly states: readonly (readonly Rule[])[];
  /** The longest list on the way: a quota has to leave room for it. */
  readonly peak: number;
  /** Why nothing opens or shuts on the way: one call does it all, the order of the calls, or each list was checked. */
  readonly because: 'one-call' | 'order' | 'checked';
}

/** Put to the description of a moved rule while its old place is still taken. */
export const movingMark = '(moving)';

/** The list after a step. @throws RangeError when the cloud would refuse it: a place that is not there, or the same rule twice. */
export function afterStep(rules: readonly Rule[], step: PlanStep): readonly Rule[] {
  const next =
    step.kind === 'create'
      ? [...rules.slice(0, step.index), ...step.rules, ...rules.slice(step.index)]
      : step.kind === 'replace'
        ? rules.map((rule, at) => (at === step.index ? step.rule : rule))
        : rules.filter((_, at) => !step.indexes.includes(at));
  const last = step.kind === 'delete' ? Math.max(...step.indexes) : step.index;
  if (last > rules.length || (step.kind !== 'create' && last === rules.length)) throw new RangeError(`there is no rule ${last}`);
  const knownRules = next.filter(isKnown);
  if (new Set(knownRules.map(ruleKey)).size < knownRules.length) throw new RangeError('two rules would be the same');
  return next;
}

function planOf(direction: Direction, before: readonly Rule[], steps: readonly PlanStep[], because: Plan['because']): Plan | null {
  const states: (readonly Rule[])[] = [];
  try {
    for (const step of steps) states.push(afterStep(states.at(-1) ?? before, step));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return { direction, steps, states, peak: Math.max(before.length, ...states.map(({ length }) => length)), because };
}

/** The rule with a mark that no rule of either list has: a description may say "(moving)" already, left from a broken move. */
function markedMove(rule: KnownRule, taken: ReadonlySet<string>): KnownRule {
  for (let n = 1; ; n += 1) {
    const mark = n === 1 ? movingMark : `${movingMark.slice(0, -1)} ${n})`;
    const marked = { ...rule, description: rule.description === '' ? mark : `${rule.description} ${mark}` };
    if (!taken.has(ruleKey(marked))) return marked;
  }
}

/** Puts all new rules in, from the top down, then takes out all that go. */
function byOrder(direction: Direction, before: readonly Rule[], after: readonly Rule[], pairs: readonly Pair[]): PlanStep[] {
  const gaps = gapsOf(pairs, before.length, after.length);
  const going = new Set(gaps.flatMap(({ removed }) => removed.map((at) => before[at]).flatMap((rule) => (rule ? [ruleKey(rule)] : []))));
  const taken = new Set([...before, ...after].map(ruleKey));
  const creates: PlanStep[] = [];
  const renamed: PlanStep[] = [];
  const deletes: number[] = [];
  let index = 0;
  for (const [at, gap] of gaps.entries()) {
    const rules = gap.added.flatMap((place) => {
      const rule = after[place];
      if (!rule || isCarried(rule)) return [];
      if (!going.has(ruleKey(rule))) return [rule];
      renamed.push({ kind: 'replace', direction, index: place, rule });
      const marked = markedMove(rule, taken);
      taken.add(ruleKey(marked));
      return [marked];
    });
    if (rules.length > 0) creates.push({ kind: 'create', direction, index, rules });
    index += rules.length;
    for (const _ of gap.removed) {
      deletes.push(index);
      index += 1;
    }
    const pair = pairs[at];
    const [was, rule] = pair ? [before[pair.before], after[pair.after]] : [];
    // A description changes what nobody asks packets about, so it may come at the end.
    if (pair && was && rule && isKnown(rule) && ruleKey(was) !== ruleKey(rule))
      renamed.push({ kind: 'replace', direction, index: pair.after, rule });
    index += 1;
  }
  return [...creates, ...(deletes.length > 0 ? [{ kind: 'delete', direction, indexes: deletes } satisfies PlanStep] : []), ...renamed];
}

/** Changes rules in their places; only what comes or goes besides is put in or taken out. */
function inPlace(direction: Direction, before: readonly Rule[], after: readonly Rule[], pairs: readonly Pair[]): PlanStep[] {
  const gaps = gapsOf(pairs, before.length, after.length);
  const replaces: PlanStep[] = [];
  const creates: PlanStep[] = [];
  const deletes: number[] = [];
  let index = 0;
  const changed = ({ removed, added }: AlignmentGap): number => Math.min(removed.length, added.length);
  for (const [at, gap] of gaps.entries()) {
    const count = changed(gap);
    for (let n = 0; n < count; n += 1) {
      const [old, place] = [gap.removed[n], gap.added[n]];
      const rule = place === undefined ? undefined : after[place];
      if (old !== undefined && rule && isKnown(rule)) replaces.push({ kind: 'replace', direction, index: old, rule });
    }
    index += count;
    const rules = gap.added
      .slice(count)
      .flatMap((place) => after[place] ?? [])
      .filter(isKnown);
    if (rules.length > 0) creates.push({ kind: 'create', direction, index, rules });
    index += rules.length;
    for (const _ of gap.removed.slice(count)) {
      deletes.push(index);
      index += 1;
    }
    const pair = pairs[at];
    const [was, rule] = pair ? [before[pair.before], after[pair.after]] : [];
    if (pair && was && rule && isKnown(rule) && ruleKey(was) !== ruleKey(rule))
      replaces.push({ kind: 'replace', direction, index: pair.before, rule });
    index += 1;
  }
  return [...replaces, ...creates, ...(deletes.length > 0 ? [{ kind: 'delete', direction, indexes: deletes } satisfies PlanStep] : [])];
}

/** True when each list answers every packet as `before` or as `after` does; false when something they name is not known. */
export function planStaysBetween(
  before: readonly Rule[],
  after: readonly Rule[],
  states: readonly (readonly Rule[])[],
  references: References,
): boolean {
  const read = (rules: readonly Rule[]) => rules.map((rule) => packetsFor(rule, references));
  return listsStayBetween(read(before), read(after), states.map(read));
}

/** More replacements than this are not tried: checking each list in between would take longer than the calls it saves. */
const mostReplacements = 12;

/**
 * The fewest calls that lead from one list of a direction to the other and keep to both on the way; null when there is
 * nothing to do. `room` is how many rules the direction may hold: a way that fits is preferred.
 * Carried rules keep their places, whatever moves around them; one that is wanted no longer is deleted by its index.
 * @throws RangeError when the wanted list holds the same rule twice, which the cloud keeps in no list, or carried rules
 * that the old list has not, or has in another order: nobody can write them.
 */
export function planFor(
  direction: Direction,
  before: readonly Rule[],
  after: readonly Rule[],
  { references, room = Number.POSITIVE_INFINITY }: { readonly references: References; readonly room?: number },
): Plan | null {
  if (sameRules(before, after)) return null;
  // Carried rules are the cloud's own: it may keep two that look the same here.
  const knownRules = after.filter(isKnown);
  if (new Set(knownRules.map(ruleKey)).size < knownRules.length) throw new RangeError('two rules are the same');
  if (!keepsCarried(before, after)) throw new RangeError('a carried rule cannot be written');
  const pairs = alignment(before, after);
  const exact = alignment(before, after, exactMatchWeight);
  const plans: Plan[] = [];
  const keep = (plan: Plan | null): void => {
    if (plan) plans.push(plan.steps.length === 1 ? { ...plan, because: 'one-call' } : plan);
  };
  keep(planOf(direction, before, byOrder(direction, before, after, pairs), 'order'));
  keep(planOf(direction, before, byOrder(direction, before, after, exact), 'order'));
  const short = inPlace(direction, before, after, pairs);
  const fewest = Math.min(...plans.filter(({ peak }) => peak <= room).map(({ steps }) => steps.length), Number.POSITIVE_INFINITY);
  if (short.length < fewest && short.length <= mostReplacements) {
    const plan = planOf(direction, before, short, 'checked');
    if (plan && (short.length === 1 || planStaysBetween(before, after, plan.states, references))) keep(plan);
  }
  const fits = ({ peak }: Plan): number => (peak <= room ? 0 : 1);
  const [best] = plans.sort((a, b) => fits(a) - fits(b) || a.steps.length - b.steps.length || a.peak - b.peak);
  if (!best) throw new RangeError('no order of calls was found');
  return best;
}
