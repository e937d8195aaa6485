/** The lists of what rules may name: groups, templates and groups of templates of both sorts. */
import { useQueries } from '@tanstack/react-query';
import { use } from 'react';
import { type FamilyModule, loadFamily, type ModuleOf } from '../../../catalogue/lazy.ts';
import { loadOnce } from '../../../catalogue/load-once.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import { type ListData, listOptions } from '../../api/query.ts';
import { type AnyRow, idOf, nameOf } from '../../lib/family.ts';
import type { Scope } from '../../lib/scope.ts';

export interface NamedList {
  readonly id: string;
  readonly name: string;
}

const modulesOnce = loadOnce(() =>
  Promise.all([
    loadFamily('security-group'),
    loadFamily('parameter-template'),
    loadFamily('parameter-template/address-groups'),
    loadFamily('parameter-template/services'),
    loadFamily('parameter-template/service-groups'),
  ]),
);

interface Result<R> {
  readonly data: ListData<R> | undefined;
}

type CompleteRows<R> = readonly R[] | null;

/** Rows of a list as they arrived whole; null while they are still on their way. */
const whole = <R>({ data }: Result<R>): CompleteRows<R> => (data?.complete ? data.rows : null);

/** The same of several lists of one family. */
export const wholeNamedRows = <R>(results: readonly Result<R>[]): readonly CompleteRows<R>[] => results.map(whole);

type Rows = readonly [
  groups: RowOf<'security-group'>,
  addresses: RowOf<'parameter-template'>,
  addressGroups: RowOf<'parameter-template/address-groups'>,
  services: RowOf<'parameter-template/services'>,
  serviceGroups: RowOf<'parameter-template/service-groups'>,
];

type Lists<R extends readonly unknown[] = Rows> = { readonly [At in keyof R]: CompleteRows<R[At]> };
type Results<R extends readonly unknown[] = Rows> = { readonly [At in keyof R]: Result<R[At]> };

const wholeLists = ([groups, addresses, addressGroups, services, serviceGroups]: Results): Lists => [
  whole(groups),
  whole(addresses),
  whole(addressGroups),
  whole(services),
  whole(serviceGroups),
];

export const listsNamedIn = (module: FamilyModule, rows: readonly AnyRow[]): NamedList[] =>
  rows.map((row) => ({ id: idOf(module, row), name: nameOf(module, row) }));

/** Ids by name. A name that two things have says neither of them. */
export function idsByName(list: readonly NamedList[]): ReadonlyMap<string, string> {
  const by = new Map<string, string | null>();
  for (const { id, name } of list) if (name !== '') by.set(name, by.has(name) ? null : id);
  return new Map([...by].flatMap(([name, id]) => (id === null ? [] : [[name, id] as const])));
}

interface NamedLists {
  /** One for each list, in the order of the lists. */
  readonly modules: readonly FamilyModule[];
  /** Null where a list is not here yet. Stable while nothing changes. */
  readonly rows: Lists;
}

/** Suspends for the catalogue's data only. In order: groups, address templates, their groups, service templates, their groups. */
export function useNamedLists(scope: Scope, enabled = true): NamedLists {
  const modules = use(modulesOnce());
  const [groups, addresses, addressGroups, services, serviceGroups] = modules;
  const list = <R>(module: ModuleOf<R>) => ({ ...listOptions(scope, module), enabled });
  const rows = useQueries({
    queries: [list(groups), list(addresses), list(addressGroups), list(services), list(serviceGroups)],
    combine: wholeLists,
  });
  return { modules, rows };
}
