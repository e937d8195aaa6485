/** What rules may name: templates, groups and their members, by id for the engine and by name for people. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { read3 } from '../../../network/model/read-3.ts';
import type { Names } from '../../../network/rule-sets/text.ts';
import type { References } from '../../../network/rules/policies.ts';
import { listOptions } from '../../api/query.ts';
import { type AnyRow, requireOperation, whereRef } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { idsByName, type NamedList, namedIn, useNamedLists, wholeRows } from './named-lists.ts';

export interface RuleReferences {
  readonly references: References;
  readonly names: Names;
  readonly groups: readonly NamedList[];
  readonly addressTemplates: readonly NamedList[];
  readonly serviceTemplates: readonly NamedList[];
  /** A person's name for an id; the id where there is none. */
  readonly nameOf: (id: string) => string;
}

const none: readonly AnyRow[] = [];

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
  const members = useQueries({ queries: named.map((id) => listOptions(scope, eni, where(id))), combine: wholeRows });
  return useMemo((): RuleReferences => {
    const [, addresses, addressGroups, services, serviceGroups] = rows.map((list) => list ?? none);
    const [groupNames = [], ...templates] = modules.map((module, at) => namedIn(module, rows[at] ?? none));
    const [addressNames, serviceNames] = [templates.slice(0, 2).flat(), templates.slice(2).flat()];
    const byId = new Map([...groupNames, ...addressNames, ...serviceNames].map(({ id, name }) => [id, name]));
    // The catalogue's rows are held against the wire by its own tests.
    const as = <T>(list: readonly AnyRow[] | undefined): readonly T[] => (list ?? none) as unknown as readonly T[];
    const addressesOf = new Map(
      named.map((id, at) => [
        id,
        members[at] ? as<NetworkInterface>(members[at]).flatMap((row) => row.PrivateIpAddressSet.map((one) => one.PrivateIpAddress)) : null,
      ]),
    );
    const references: References = {
      addressTemplates: textsOf(
        as<Parameters<typeof read3.addressTemplate>[0]>(addresses).map(read3.addressTemplate),
        (row) => row.addresses,
      ),
      addressTemplateGroups: textsOf(
        as<Parameters<typeof read3.addressTemplateGroup>[0]>(addressGroups).map(read3.addressTemplateGroup),
        (row) => row.templates,
      ),
      serviceTemplates: textsOf(
        as<Parameters<typeof read3.serviceTemplate>[0]>(services).map(read3.serviceTemplate),
        (row) => row.services,
      ),
      serviceTemplateGroups: textsOf(
        as<Parameters<typeof read3.serviceTemplateGroup>[0]>(serviceGroups).map(read3.serviceTemplateGroup),
        (row) => row.templates,
      ),
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
