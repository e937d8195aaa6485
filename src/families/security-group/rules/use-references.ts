/** What rules may name: templates, groups and their members, by id for the engine and by name for people. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { FamilyRef } from '../../../../catalogue/define.ts';
import type { NetworkInterface } from '../../../../catalogue/families/eni.ts';
import { type FamilyModule, loadFamily } from '../../../../catalogue/lazy.ts';
import { type References, read3 } from '../../../../network/index.ts';
import { type ListData, listOptions } from '../../../api/query.ts';
import { type AnyRow, idOf, nameOf, requireOperation, whereRef } from '../../../lib/family.ts';
import { usePlace } from '../../../lib/place.ts';
import { tracked } from '../../../lib/tracked.ts';
import type { Names } from './text.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Known {
  readonly references: References;
  readonly names: Names;
  readonly groups: readonly Named[];
  readonly addressTemplates: readonly Named[];
  readonly serviceTemplates: readonly Named[];
  /** A person's name for an id; the id where there is none. */
  readonly nameOf: (id: string) => string;
}

const refs = [
  'security-group',
  'parameter-template',
  'parameter-template/address-groups',
  'parameter-template/services',
  'parameter-template/service-groups',
  'eni',
] as const satisfies readonly FamilyRef[];

let modules: Promise<readonly FamilyModule[]> | undefined;
const allModules = (): Promise<readonly FamilyModule[]> => {
  modules ??= tracked(Promise.all(refs.map((ref) => loadFamily(ref))));
  return modules;
};

const rowsOf = (results: readonly { readonly data: ListData | undefined }[]): readonly (readonly AnyRow[] | null)[] =>
  results.map(({ data }) => (data?.complete ? data.rows : null));

const none: readonly AnyRow[] = [];

const textsOf = <T extends { readonly id: string }>(
  rows: readonly T[],
  texts: (row: T) => readonly string[],
): Map<string, readonly string[]> => new Map(rows.map((row) => [row.id, texts(row)]));

/** Suspends for the catalogue's data only; lists fill in as they arrive, and what is not here yet is not known. `named` are the groups that rules name: stable while they are the same. */
export function useReferences(named: readonly string[]): Known {
  const place = usePlace();
  const [group, address, addressGroup, service, serviceGroup, eni] = use(allModules());
  if (!group || !address || !addressGroup || !service || !serviceGroup || !eni) throw new Error('the catalogue lacks what rules may name');
  const lists = [group, address, addressGroup, service, serviceGroup];
  const rows = useQueries({ queries: lists.map((module) => listOptions(place, module)), combine: rowsOf });
  const where = (id: string) => whereRef(requireOperation(eni, 'list').data, 'security-group', id) ?? {};
  const members = useQueries({ queries: named.map((id) => listOptions(place, eni, where(id))), combine: rowsOf });
  return useMemo((): Known => {
    const [groups, addresses, addressGroups, services, serviceGroups] = rows.map((list) => list ?? none);
    const namedRows = (module: FamilyModule, list: readonly AnyRow[] | undefined): Named[] =>
      (list ?? none).map((row) => ({ id: idOf(module, row), name: nameOf(module, row) }));
    const groupNames = namedRows(group, groups);
    const addressNames = [...namedRows(address, addresses), ...namedRows(addressGroup, addressGroups)];
    const serviceNames = [...namedRows(service, services), ...namedRows(serviceGroup, serviceGroups)];
    const byId = new Map([...groupNames, ...addressNames, ...serviceNames].map(({ id, name }) => [id, name]));
    const ids = (list: readonly Named[]): ReadonlyMap<string, string> =>
      new Map(list.flatMap(({ id, name }) => (name ? [[name, id] as const] : [])));
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
      names: { groups: ids(groupNames), addressTemplates: ids(addressNames), serviceTemplates: ids(serviceNames) },
      groups: groupNames,
      addressTemplates: addressNames,
      serviceTemplates: serviceNames,
      nameOf: (id) => byId.get(id) || id,
    };
  }, [rows, members, named, group, address, addressGroup, service, serviceGroup]);
}
