/** What sample requests about databases and proxies, which other services make need to find. */
import type { Recipes } from '../../recipe.ts';

export const recipes: Recipes = {
  'cdb:OpenWanService': async (s, p) => void (await s.put('cdb-instance', { InstanceId: p.InstanceId })),
  'gaap:OpenProxies': async (s, p) => {
    await s.put('gaap-proxy', { ProxyId: p['ProxyIds.0'], Status: 'RUNNING' });
    await s.put('gaap-proxy', { ProxyId: p['ProxyIds.1'], Status: 'CLOSED', FailsToOpen: true });
  },
  'cdb2017:OpenCdbHour': async (s, p) => void (await s.put('cdb-instance', { InstanceId: p['cdbInstanceIds.0'], Status: 5 })),
};
