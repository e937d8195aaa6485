/** The resources of a place that lists have already brought: the command palette finds them without asking the cloud. */
import type { QueryClient } from '@tanstack/react-query';
import type { FamilyModule } from '../../catalogue/lazy.ts';
import type { Scope } from '../api/call.ts';
import { keyOf, type ListData } from '../api/query.ts';
import { idOf, nameOf, operation } from '../lib/family.ts';
import type { KnownResource } from './command-list.ts';

export function cachedResources(client: QueryClient, scope: Scope, modules: readonly FamilyModule[]): KnownResource[] {
  const found = new Map<string, KnownResource>();
  for (const module of modules) {
    const list = operation(module, 'list');
    if (!list) continue;
    const lists = client.getQueriesData<Partial<ListData>>({ queryKey: keyOf(scope, list.name, {}).slice(0, 4) });
    for (const [, data] of lists) {
      for (const row of data?.rows ?? []) {
        const id = idOf(module, row);
        if (id !== '') found.set(id, { family: module.data.family, id, name: nameOf(module, row) });
      }
      for (const { id, name } of data?.unreadable ?? []) if (id !== '') found.set(id, { family: module.data.family, id, name });
    }
  }
  return [...found.values()];
}
