import { useQueries } from '@tanstack/react-query';
import { use } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import { numberedQuotas } from '../../../catalogue/families/quotas.ts';
import { type FamilyModule, listedFamilies, loadFamily } from '../../../catalogue/lazy.ts';
import { loadOnce } from '../../../catalogue/load-once.ts';
import { listOptions } from '../../api/query.ts';
import { type Usage, usageOf } from '../../lib/quotas.ts';
import { useScope } from '../../lib/scope.ts';

const counted = [...new Set(Object.values(numberedQuotas).map(({ family }) => family))].filter((family) => listedFamilies.includes(family));

const modulesOnce = loadOnce((): Promise<readonly FamilyModule[]> => Promise.all(counted.map(loadFamily)));

/** How the counting of one quota stands. */
export type UsageState = Usage | 'counting' | 'failed' | 'not-counted';

/** Counts the use of any quota in this place; each list is read once, whatever hangs on it. */
export function useUsage(): (type: number | string) => UsageState {
  const scope = useScope();
  const modules = use(modulesOnce());
  const lists = useQueries({ queries: modules.map((module) => listOptions(scope, module)) });
  const byFamily = new Map<Family, (typeof lists)[number]>(
    modules.flatMap((module, at) => (lists[at] ? [[module.data.family, lists[at]] as const] : [])),
  );
  return (type) => {
    const family = numberedQuotas[type]?.family;
    const list = family === undefined ? undefined : byFamily.get(family);
    if (!list) return 'not-counted';
    if (list.data?.complete) return usageOf(type, list.data.rows) ?? 'not-counted';
    return list.error ? 'failed' : 'counting';
  };
}
