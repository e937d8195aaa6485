/**
 * Who uses a template, where the cloud does not tell: today's action answers nothing (decision 0066). So the groups of
 * templates are read, and the rules of every security group of every region.
 */
import type { FamilyRef } from '../../../catalogue/define.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { isRecord } from '../../../catalogue/values.ts';
import { readList } from '../../api/read-list.ts';
import { regionsKnown } from '../../api/run.ts';
import { callRules } from '../../api/single.ts';
import { type AnyRow, idOf, nameOf } from '../../lib/family.ts';
import type { Scope } from '../../lib/scope.ts';
import type { User } from './users.ts';

/** A security group's rules, with where it is. */
interface GroupRules {
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly ingress: readonly unknown[];
  readonly egress: readonly unknown[];
}

interface AllRules {
  readonly groups: readonly GroupRules[];
  /** The first refusal: what that region, or that group, would have told is not known. */
  readonly failed: unknown;
}

const atOnce = 4;

/** The work of each, a few at a time. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const rowsOf = async (scope: Scope, family: FamilyRef, signal: AbortSignal) => {
  const module = await loadFamily(family);
  const { rows, unreadable } = await readList({ scope, module, where: {}, signal, before: undefined, publish: () => undefined });
  // Who cannot be read whole may still name it.
  const all: readonly AnyRow[] = [...(rows as readonly AnyRow[]), ...unreadable.map(({ raw }) => raw).filter(isRecord)];
  return { module, rows: all };
};

async function readAllRules(scope: Scope, signal: AbortSignal): Promise<AllRules> {
  const groups: GroupRules[] = [];
  let failed: unknown = null;
  const note = (error: unknown): void => {
    failed ??= error;
  };
  await each(regionsKnown(scope), async (region) => {
    const there = { ...scope, region };
    try {
      const { module, rows } = await rowsOf(there, 'security-group', signal);
      await each(rows, async (row) => {
        const id = idOf(module, row);
        try {
          const { SecurityGroupPolicySet: set } = (await callRules(there, id, signal)).data;
          groups.push({ region, id, name: nameOf(module, row), ingress: set.Ingress ?? [], egress: set.Egress ?? [] });
        } catch (error) {
          note(error);
        }
      });
    } catch (error) {
      note(error);
    }
  });
  return { groups, failed };
}

/** Several templates that one deletion is about share one reading. */
const readings = new WeakMap<AbortSignal, Promise<AllRules>>();

function rulesRead(scope: Scope, signal: AbortSignal): Promise<AllRules> {
  const known = readings.get(signal) ?? readAllRules(scope, signal);
  readings.set(signal, known);
  return known;
}

/** Whether a listed rule names the template, in whatever spelling. */
const names = (rule: unknown, id: string): boolean =>
  isRecord(rule) && [rule.AddressTemplate, rule.ServiceTemplate].some((part) => JSON.stringify(part ?? null).includes(`"${id}"`));

const placesOf = (rules: readonly unknown[], id: string): number[] =>
  rules.flatMap((rule, at) => (names(rule, id) ? [isRecord(rule) && typeof rule.PolicyIndex === 'number' ? rule.PolicyIndex : at] : []));

const holders = (id: string): FamilyRef | null =>
  id.startsWith('ipm-') ? 'parameter-template/address-groups' : id.startsWith('ppm-') ? 'parameter-template/service-groups' : null;

/** @throws the first refusal, where nobody was found: then nothing is known. */
export async function usersByRules(scope: Scope, id: string, signal: AbortSignal): Promise<readonly User[]> {
  const family = holders(id);
  const held = family ? await rowsOf(scope, family, signal) : null;
  const inGroups = (held?.rows ?? []).flatMap((row): User[] => {
    const members = row.AddressTemplateIdSet ?? row.ServiceTemplateIdSet;
    if (!held || !Array.isArray(members) || !members.includes(id)) return [];
    return [{ region: scope.region, type: 'template', id: idOf(held.module, row), name: nameOf(held.module, row) }];
  });
  const { groups, failed } = await rulesRead(scope, signal);
  const byRules = groups.flatMap(({ region, id: group, name, ingress, egress }): User[] => {
    const rules = { ingress: placesOf(ingress, id), egress: placesOf(egress, id) };
    return rules.ingress.length + rules.egress.length > 0 ? [{ region, type: 'sg', id: group, name, rules }] : [];
  });
  const users = [...inGroups, ...byRules.sort((a, b) => a.region.localeCompare(b.region) || a.name.localeCompare(b.name))];
  if (failed !== null && users.length === 0) throw failed;
  return users;
}
