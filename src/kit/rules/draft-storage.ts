import type { StoredDraft } from '../../../network/rule-sets/draft.ts';
import { type Rule, type RuleSet, sameSet, type VersionedRuleSet } from '../../../network/rule-sets/rule-set.ts';
import { draftKey, draftsChanged } from '../../lib/drafts.ts';
import type { Scope } from '../../lib/scope.ts';

/** A version of a group's rules as this console saw it. */
export interface SeenVersion extends VersionedRuleSet {
  /** Milliseconds of the epoch. */
  readonly at: number;
  /** `applied`: this console made it. */
  readonly how: 'seen' | 'applied';
}

const nameOf = (kind: 'history', scope: Scope, owner: string): string =>
  ['weft.rules', kind, scope.account ?? '', scope.region, owner].join('|');

/** Characters that one group's history may take; the oldest versions go first. */
const mostHistory = 400_000;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isCarriedRule = (value: Record<string, unknown>): boolean =>
  value.kind === 'carried' &&
  isRecord(value.listed) &&
  Array.isArray(value.reasons) &&
  value.reasons.every((one) => typeof one === 'string');

const isRule = (value: unknown): value is Rule => {
  if (!isRecord(value)) return false;
  if (value.kind !== undefined) return isCarriedRule(value);
  if ((value.action !== 'ACCEPT' && value.action !== 'DROP') || typeof value.description !== 'string') return false;
  const { service, remote } = value;
  if (!isRecord(service) || !isRecord(remote)) return false;
  const ports = service.kind === 'ports' && typeof service.protocol === 'string' && typeof service.port === 'string';
  const address = remote.kind === 'address' && typeof remote.cidr === 'string';
  return (
    (ports || (service.kind === 'template' && typeof service.id === 'string')) &&
    (address || ((remote.kind === 'group' || remote.kind === 'template') && typeof remote.id === 'string'))
  );
};
const isSet = (value: unknown): value is RuleSet =>
  isRecord(value) && [value.ingress, value.egress].every((list) => Array.isArray(list) && list.every(isRule));
const isVersioned = (value: unknown): value is VersionedRuleSet => isRecord(value) && typeof value.version === 'string' && isSet(value);

function stored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null; // Damaged, or storage is forbidden: as if nothing had been kept.
  }
}

function store(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false; // Full or forbidden storage.
  }
}

const isPlaces = (value: unknown): value is (number | null)[] =>
  Array.isArray(value) && value.every((place) => place === null || Number.isInteger(place));

/**
 * What is kept says how its rules are held. Before there was such a mark, a rule with a remote end that was not known was
 * held as one for everybody, so of what has none only rules that the cloud has just told alike are believed.
 */
const shape = 3;

/** Shapes whose rules are believed. Shape 2 named the remote end `far`. */
const isSureShape = (value: unknown): boolean => value === 2 || value === shape;

/** A list of rules of any shape under the names of today's; whether they are rules is asked afterwards. */
const renamed = (list: unknown): unknown =>
  Array.isArray(list)
    ? list.map((rule: unknown) => {
        if (!isRecord(rule) || !('far' in rule) || 'remote' in rule) return rule;
        const { far, ...rest } = rule;
        return { ...rest, remote: far };
      })
    : list;
const renamedSet = (value: unknown): unknown =>
  isRecord(value) ? { ...value, ingress: renamed(value.ingress), egress: renamed(value.egress) } : value;

/** A draft that was left. `unsure`: kept by an earlier Weft, so its base has to be what the cloud tells. */
interface LeftDraft {
  readonly draft: StoredDraft;
  readonly unsure: boolean;
}

/** The draft that was left; null for none, `damaged` for one that cannot be read. */
export function readDraft(scope: Scope, owner: string): LeftDraft | 'damaged' | null {
  const found = stored(draftKey(scope, owner));
  if (found === null) return null;
  if (!isRecord(found) || !isRecord(found.from)) return 'damaged';
  const [base, wanted] = [renamedSet(found.base), renamedSet(found.wanted)];
  const { ingress, egress } = found.from;
  if (!isVersioned(base) || !isSet(wanted) || !isPlaces(ingress) || !isPlaces(egress)) return 'damaged';
  return { draft: { base, wanted, from: { ingress, egress } }, unsure: !isSureShape(found.shape) };
}

/** False when the browser did not take it. `name`: of the owner, for whoever lists the drafts that were left. */
export function keepDraft(scope: Scope, owner: { readonly id: string; readonly name: string }, draft: StoredDraft | null): boolean {
  const taken = store(draftKey(scope, owner.id), draft && { shape, name: owner.name, ...draft });
  draftsChanged();
  return taken;
}

const isSeen = (value: unknown): value is SeenVersion =>
  isVersioned(value) &&
  'shape' in value &&
  isSureShape(value.shape) &&
  'at' in value &&
  typeof value.at === 'number' &&
  'how' in value &&
  (value.how === 'seen' || value.how === 'applied');

/** The versions seen, newest first. */
export function readHistory(scope: Scope, owner: string): readonly SeenVersion[] {
  const found = stored(nameOf('history', scope, owner));
  return Array.isArray(found) ? found.map(renamedSet).filter(isSeen) : [];
}

/** Adds a version. One that was seen already only learns that this console made it. */
export function withSeen(history: readonly SeenVersion[], seen: SeenVersion): readonly SeenVersion[] {
  // Without a version to go by, the same rules are the same version.
  const known = history.find((one) => (seen.version === '' ? sameSet(one, seen) : one.version === seen.version));
  if (known && sameSet(known, seen)) {
    return seen.how === 'applied' && known.how === 'seen'
      ? history.map((one) => (one === known ? { ...known, how: 'applied' } : one))
      : history;
  }
  // The same number for other rules: the group was made anew, or another cloud stands behind the address.
  const next = [seen, ...history.filter((one) => one !== known)];
  while (next.length > 2 && JSON.stringify(next).length > mostHistory) next.pop();
  return next;
}

export function remember(scope: Scope, owner: string, seen: SeenVersion): readonly SeenVersion[] {
  const before = readHistory(scope, owner);
  const after = withSeen(before, seen);
  if (after !== before)
    store(
      nameOf('history', scope, owner),
      after.map((one) => ({ shape, ...one })),
    );
  return after;
}
