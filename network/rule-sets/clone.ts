/** A group's rules copied to another place, where other groups and templates stand. */
import { readRange } from '../addresses/ranges.ts';
import { type References, readProtocolPort } from '../rules/policies.ts';
import type { Direction } from '../rules/rule.ts';
import { policyOf } from './policy.ts';
import {
  directions,
  isCarried,
  type KnownRule,
  type KnownSet,
  type RemoteEnd,
  type Rule,
  type RuleSet,
  ruleKey,
  type Service,
} from './rule-set.ts';

/** What there is at the other place. */
export interface CloneTarget {
  /** Ids that mean the same there. */
  readonly ids: ReadonlySet<string>;
  /** Ids there by the names that they have there, each sort apart, since their names may be the same; a name that two things have says neither. */
  readonly groups: ReadonlyMap<string, string>;
  readonly addressTemplates: ReadonlyMap<string, string>;
  readonly serviceTemplates: ReadonlyMap<string, string>;
}

export interface CloneResult {
  readonly rules: KnownSet;
  /** Rules that stay behind: they name a group that is not there, a template that nobody knows, or are not understood whole. */
  readonly left: readonly { readonly direction: Direction; readonly index: number; readonly rule: Rule; readonly names: string }[];
  /** Templates that are not there, and were written out. */
  readonly writtenOut: readonly string[];
}

/** Stands for the new group, whose id is not known before it is made. */
export const selfId = 'itself';

type Texts = ReadonlyMap<string, readonly string[]>;

/** All texts of a template or of a group of them; null when one of them is not known. */
function textsOf(id: string, templates: Texts, groups: Texts): readonly string[] | null {
  const members = templates.has(id) ? [id] : groups.get(id);
  const texts = members?.map((member) => templates.get(member));
  return texts?.every((list) => list !== undefined) ? texts.flatMap((list) => list ?? []) : null;
}

/** The remote ends and services that a rule becomes there; a text names what keeps it here. */
type Parts = { readonly remotes: readonly RemoteEnd[]; readonly services: readonly Service[] } | string;

interface CloneContext {
  readonly self: string;
  readonly there: CloneTarget;
  readonly references: References;
  readonly nameOf: (id: string) => string;
  readonly writtenOut: Set<string>;
}

const idAtTarget = ({ there, nameOf }: CloneContext, id: string, byName: ReadonlyMap<string, string>): string | undefined =>
  there.ids.has(id) ? id : byName.get(nameOf(id));

function remotesOf(remote: RemoteEnd, scene: CloneContext): readonly RemoteEnd[] | string {
  if (remote.kind === 'address') return [remote];
  if (remote.kind === 'group') {
    const id = remote.id === scene.self ? selfId : idAtTarget(scene, remote.id, scene.there.groups);
    return id === undefined ? remote.id : [{ kind: 'group', id }];
  }
  const id = idAtTarget(scene, remote.id, scene.there.addressTemplates);
  if (id !== undefined) return [{ kind: 'template', id }];
  const texts = textsOf(remote.id, scene.references.addressTemplates, scene.references.addressTemplateGroups);
  // A range of addresses is no block, and a rule takes blocks only.
  if (texts === null || texts.some((text) => text.includes('-') || readRange(text) === null)) return remote.id;
  scene.writtenOut.add(remote.id);
  return texts.map((cidr): RemoteEnd => ({ kind: 'address', cidr }));
}

function servicesOf(service: Service, scene: CloneContext): readonly Service[] | string {
  if (service.kind === 'ports') return [service];
  const id = idAtTarget(scene, service.id, scene.there.serviceTemplates);
  if (id !== undefined) return [{ kind: 'template', id }];
  const texts = textsOf(service.id, scene.references.serviceTemplates, scene.references.serviceTemplateGroups);
  const services = texts?.map(serviceIn);
  if (!services?.every((one) => one !== null)) return service.id;
  scene.writtenOut.add(service.id);
  return services;
}

/** A service as a template writes it; null for a text that nobody here can read. */
function serviceIn(text: string): Service | null {
  try {
    const { protocol, port } = readProtocolPort(text);
    return { kind: 'ports', protocol, port: port.toUpperCase() };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function partsOf(rule: KnownRule, scene: CloneContext): Parts {
  const [remotes, services] = [remotesOf(rule.remote, scene), servicesOf(rule.service, scene)];
  if (typeof remotes === 'string') return remotes;
  return typeof services === 'string' ? services : { remotes, services };
}

/** `nameOf` tells the names that ids have here; `self` is the group that is copied. */
export function cloneRules(
  set: RuleSet,
  self: string,
  there: CloneTarget,
  references: References,
  nameOf: (id: string) => string,
): CloneResult {
  const left: CloneResult['left'][number][] = [];
  const scene: CloneContext = { self, there, references, nameOf, writtenOut: new Set() };
  const copied = (direction: Direction, rule: Rule, index: number): KnownRule[] => {
    const parts = isCarried(rule) ? rule.reasons.join(', ') : partsOf(rule, scene);
    if (isCarried(rule) || typeof parts === 'string') {
      left.push({ direction, index, rule, names: String(parts) });
      return [];
    }
    // Each address of a template that is written out with each of its services, in order, matches the same packets.
    return parts.services.flatMap((service) => parts.remotes.map((remote): KnownRule => ({ ...rule, remote, service })));
  };
  const all = (direction: Direction): KnownRule[] => {
    const rules = set[direction].flatMap((rule, index) => copied(direction, rule, index));
    return [...new Map(rules.map((rule) => [ruleKey(rule), rule])).values()];
  };
  const [ingress, egress] = directions.map(all);
  return { rules: { ingress: ingress ?? [], egress: egress ?? [] }, left, writtenOut: [...scene.writtenOut] };
}

/** True when a rule that stays behind may deny something: then the copy may let through what the group drops. */
export const leavesDenials = ({ left }: CloneResult): boolean => left.some(({ rule }) => policyOf(rule).action !== 'ACCEPT');

/** The rules with the new group's id where they name it. */
export const withSelf = (set: KnownSet, id: string): KnownSet => {
  const named = (rules: readonly KnownRule[]): KnownRule[] =>
    rules.map((rule) => (rule.remote.kind === 'group' && rule.remote.id === selfId ? { ...rule, remote: { kind: 'group', id } } : rule));
  return { ingress: named(set.ingress), egress: named(set.egress) };
};
