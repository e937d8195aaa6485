import { symptomOf } from '../drafts.ts';
import { eachRoute, routeNeeds } from '../each-route.ts';
import { carriesPart } from '../peering-facts.ts';

/** Some tables of the other side have no route back. Where none has, the peering itself is one-sided, which is told once. */
export const routeNoWayBack = eachRoute({ id: 'route-no-way-back', severity: 'high', needs: routeNeeds }, (route, _, ground) => {
  if (route.status !== 'active' || !carriesPart(ground).has(route.gateway)) return null;
  for (const remark of route.remarks) {
    if (remark.code !== 'no-return-route') continue;
    return {
      parameters: { tables: remark.routeTables.length },
      symptoms: remark.routeTables.map((id) => symptomOf('routeTables', id)),
      fix: { code: 'add-routes', thing: { of: 'routeTables', id: remark.routeTables[0] ?? '' } },
    };
  }
  return null;
});
