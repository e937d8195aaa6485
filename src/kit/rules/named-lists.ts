/** The lists of what rules may name: groups, templates and groups of templates of both sorts. */
import { useQueries } from '@tanstack/react-query';
import { use } from 'react';
import type { FamilyRef } from '../../../catalogue/define.ts';
import { type FamilyModule, loadFamily } from '../../../catalogue/lazy.ts';
import { loadOnce } from '../../../catalogue/load-once.ts';
import { type ListData, listOptions } from '../../api/query.ts';
import { type AnyRow, idOf, nameOf } from '../../lib/family.ts';
import type { Scope } from '../../lib/scope.ts';

export interface NamedList {
  readonly id: string;
  readonly name: string;
}

const refs = [
  'security-group',
  'parameter-template',
  'parameter-template/address-groups',
  'parameter-template/services',
  'parameter-template/service-groups',
] as const satisfies readonly FamilyRef[];

const modulesOnce = loadOnce((): Promise<readonly FamilyModule[]> => Promise.all(refs.map((ref) => loadFamily(ref))));

/** Rows of lists as they arrived whole; null for those that are still on their way. */
export const wholeRows = (results: readonly { readonly data: ListData | undefined }[]): readonly (readonly AnyRow[] | null)[] =>
  results.map(({ data }) => (data?.complete ? data.rows : null));

export const namedIn = (module: FamilyModule, rows: readonly AnyRow[]): NamedList[] =>
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
  readonly rows: readonly (readonly AnyRow[] | null)[];
}

/** Suspends for the catalogue's data only. In order: groups, address templates, their groups, service templates, their groups. */
export function useNamedLists(scope: Scope, enabled = true): NamedLists {
  const modules = use(modulesOnce());
  const rows = useQueries({ queries: modules.map((module) => ({ ...listOptions(scope, module), enabled })), combine: wholeRows });
  return { modules, rows };
}
