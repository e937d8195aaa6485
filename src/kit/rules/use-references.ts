/** What rules may name: templates, groups and their members, by id for the engine and by name for people. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { read3 } from '../../../network/model/read-3.ts';
import type { Names } from '../../../network/rule-sets/text.ts';
import type { References } from '../../../network/rules/policies.ts';
import { listOptions } from '../../api/query.ts';
import { requireOperation, whereRef } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { idsByName, listsNamedIn, type NamedList, useNamedLists, wholeNamedRows } from './named-lists.ts';

export interface RuleReferences {
  readonly references: References;
  readonly names: Names;
  readonly groups: readonly NamedList[];
  readonly addressTemplates: readonly NamedList[];
  readonly serviceTemplates: readonly NamedList[];
  /** A person's name for an id; the id where there is none. */
  readonly nameOf: (id: string) => string;
}

const none: readonly never[] = [];

const textsOf = <T extends { readonly id: string }>(
  rows: readonly T[],
  texts: (row: T) => readonly string[],
): Map<string, readonly string[]> => new Map(rows.map((row) => [row.id, texts(row)]));

/** Suspends for the catalogue's data only; lists fill in as they arrive, and what is not here yet is not known. `named` are the groups that rules name: stable while they are the same. Nothing is asked where rules name nothing (`enabled`). */
export function useReferences(named: readonly string[], enabled = true): RuleReferences {
  const scope = useScope();
  const loading = loadFamily('eni');
  const { modules, rows } = useNamedLists(scope, enabled);
  const eni = use(loading);
  const where = (id: string) => whereRef(requireOperation(eni, 'list').data, 'security-group', id) ?? {};
  const members = useQueries({ queries: named.map((id) => listOptions(scope, eni, where(id))), combine: wholeNamedRows });
  return useMemo((): RuleReferences => {
    const [, addresses, addressGroups, services, serviceGroups] = rows;
    const [groupNames = [], ...templates] = modules.map((module, at) => listsNamedIn(module, rows[at] ?? none));
    const [addressNames, serviceNames] = [templates.slice(0, 2).flat(), templates.slice(2).flat()];
    const byId = new Map([...groupNames, ...addressNames, ...serviceNames].map(({ id, name }) => [id, name]));
    const addressesOf = new Map(
      named.map((id, at) => [id, members[at]?.flatMap((row) => row.PrivateIpAddressSet.map((one) => one.PrivateIpAddress)) ?? null]),
    );
    const references: References = {
      addressTemplates: textsOf((addresses ?? none).map(read3.addressTemplate), (row) => row.addresses),
      addressTemplateGroups: textsOf((addressGroups ?? none).map(read3.addressTemplateGroup), (row) => row.templates),
      serviceTemplates: textsOf((services ?? none).map(read3.serviceTemplate), (row) => row.services),
      serviceTemplateGroups: textsOf((serviceGroups ?? none).map(read3.serviceTemplateGroup), (row) => row.templates),
      members: (id) => {
        const found = addressesOf.get(id);
        return found ? { addresses: found, complete: true } : null;
      },
    };
    return {
      references,
      names: { groups: idsByName(groupNames), addressTemplates: idsByName(addressNames), serviceTemplates: idsByName(serviceNames) },
      groups: groupNames,
      addressTemplates: addressNames,
      serviceTemplates: serviceNames,
      nameOf: (id) => byId.get(id) || id,
    };
  }, [rows, members, named, modules]);
}
