/** Whether two lists answer a cell alike when rules above the sure one may match too. */
import { actionOf, type Deciders, mayAnswer } from './deciders.ts';
import type { Action } from './rule.ts';

export interface Outcomes {
  /** 'differ': in one way, the way in which the rules that surely match differ. */
  readonly outcome: 'same' | 'differ' | 'unknown';
  /** Rules of either list on which it depends. */
  readonly a: readonly number[];
  readonly b: readonly number[];
}

interface Answerer {
  /** null: surely matches, or none did. */
  readonly meaning: string | null;
  readonly action: Action | null;
  readonly rule: number | null;
}

/** What may answer, in order; the last one surely does. A meaning that stands above has been denied by then. */
function answerersOf(deciders: Deciders, address: number, service: number): Answerer[] {
  const found: Answerer[] = [];
  const seen = new Set<string>();
  for (const rule of mayAnswer(deciders, address, service)) {
    const sure = rule === null || deciders.surely(address, service, rule);
    const meaning = sure ? null : (deciders.list.rules[rule]?.meaning ?? '');
    if (meaning !== null && seen.has(meaning)) continue;
    if (meaning !== null) seen.add(meaning);
    found.push({ meaning, action: actionOf(deciders.list, rule), rule });
  }
  return found;
}

/** Longer lists of doubts are not weighed one against the other: then it is not known. */
const mostPairs = 400;

/** What each pair of answerers that can both be the first to match says. */
function* pairsOf(a: readonly Answerer[], b: readonly Answerer[]): Generator<'same' | 'opens' | 'closes' | 'either', void> {
  for (const [at, inA] of a.entries()) {
    for (const [to, inB] of b.entries()) {
      const denied = (answerers: readonly Answerer[], before: number, meaning: string | null): boolean =>
        meaning !== null && answerers.slice(0, before).some((one) => one.meaning === meaning);
      if (denied(a, at, inB.meaning) || denied(b, to, inA.meaning)) continue;
      if (inA.action === inB.action && (inA.action !== null || inA.meaning === inB.meaning)) yield 'same';
      else if (inA.action === null || inB.action === null) yield 'either';
      else yield inB.action === 'ACCEPT' ? 'opens' : 'closes';
    }
  }
}

const rulesOf = (answerers: readonly Answerer[]): number[] =>
  answerers.flatMap(({ meaning, rule }) => (meaning === null || rule === null ? [] : [rule]));

/** Of one cell. A rule that nobody can read means the same in both lists, so that the same one above both is no difference. */
export function outcomesOf(left: Deciders, right: Deciders, address: number, service: number): Outcomes {
  const a = answerersOf(left, address, service);
  const b = answerersOf(right, address, service);
  const actions = new Set([...a, ...b].map(({ action }) => action));
  if (actions.size === 1 && !actions.has(null)) return { outcome: 'same', a: [], b: [] };
  let shared = 0;
  const isShared = (at: number): boolean => a[at]?.meaning != null && a[at].meaning === b[at]?.meaning && a[at].action === b[at]?.action;
  while (isShared(shared)) shared += 1;
  const [restA, restB] = [a.slice(shared), b.slice(shared)];
  const doubts = { a: rulesOf(a), b: rulesOf(b) };
  if (restA.length * restB.length > mostPairs) return { outcome: 'unknown', ...doubts };
  const found = new Set(pairsOf(restA, restB));
  if (found.size === 1 && found.has('same')) return { outcome: 'same', a: [], b: [] };
  return { outcome: found.size === 1 && !found.has('either') && shared === 0 ? 'differ' : 'unknown', ...doubts };
}
