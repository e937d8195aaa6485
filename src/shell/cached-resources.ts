/** The resources that lists have already brought: the command palette finds them without asking the cloud. */
import type { QueryClient } from '@tanstack/react-query';
import type { FamilyModule } from '../../catalogue/lazy.ts';
import { keyOf, type ListData } from '../api/query.ts';
import { idOf, nameOf, operation } from '../lib/family.ts';
import type { Scope } from '../lib/scope.ts';
import type { KnownResource } from './command-list.ts';

/** Those of every account and region that was looked at, each with its own; what is in `scope` comes first. */
export function cachedResources(client: QueryClient, scope: Scope, modules: readonly FamilyModule[]): KnownResource[] {
  const found = new Map<string, KnownResource>();
  for (const module of modules) {
    const list = operation(module, 'list');
    if (!list) continue;
    const [, , service, action] = keyOf(scope, list.name, {});
    const lists = client
      .getQueriesData<Partial<ListData>>({ predicate: ({ queryKey }) => queryKey[2] === service && queryKey[3] === action })
      .sort(([a], [b]) => Number(isHere(b, scope)) - Number(isHere(a, scope)));
    for (const [key, data] of lists) {
      const scope = { account: String(key[0]) || undefined, region: String(key[1]) };
      const add = (id: string, name: string): void => {
        // A peering stands in the lists of both its ends.
        if (id !== '' && !found.has(id)) found.set(id, { family: module.data.family, id, name, scope });
      };
      for (const row of data?.rows ?? []) add(idOf(module, row), nameOf(module, row));
      for (const { id, name } of data?.unreadable ?? []) add(id, name);
    }
  }
  return [...found.values()];
}

const isHere = (key: readonly unknown[], { account, region }: Scope): boolean => key[0] === (account ?? '') && key[1] === region;
