/** Kinds that look at each custom route by itself. */
import type { EffectiveRoute } from '../routes/routes.ts';
import { aboutRoute, symptomOf } from './drafts.ts';
import type { Doubt, FindingDraft } from './finding.ts';
import { type FindingKind, type Ground, plainly } from './kind.ts';
import { type TableInUse, tablesInUse } from './tables.ts';

type RouteRest = NonNullable<Parameters<typeof aboutRoute>[2]>;

/** `judge` tells what is wrong with a route, or null. Who suffers are the subnets in which something is attached. */
export const eachRoute = (
  kind: Omit<FindingKind, 'judge' | 'group'>,
  judge: (route: EffectiveRoute, table: TableInUse, ground: Ground) => RouteRest | null,
): FindingKind => ({
  ...kind,
  group: 'routes',
  judge: plainly((ground) => {
    const tables = tablesInUse(ground.index);
    const findings: FindingDraft[] = [];
    const doubts: Doubt[] = [];
    for (const one of tables) {
      for (const route of one.routes) {
        if (route.status === 'unknown' && route.reason)
          doubts.push({ thing: { of: 'routeTables', id: route.routeTable }, reason: route.reason });
        const told = judge(route, one, ground);
        if (!told) continue;
        const symptoms = one.live.map((id) => symptomOf('subnets', id));
        findings.push(aboutRoute(route, kind.severity, { symptoms, idle: one.live.length === 0 && one.more === null, ...told }));
      }
    }
    return { findings, doubts, looked: tables.reduce((sum, { routes }) => sum + routes.length, 0) };
  }),
});

/** Lists that tell whether a route carries anything, and for whom. */
export const routeNeeds = [
  'vpcs',
  'subnets',
  'routeTables',
  'interfaces',
  'peerings',
  'natGateways',
  'vpnGateways',
  'vpnConnections',
  'directConnectGateways',
  'eips',
  'ccns',
  'ccnAttachments',
] as const;
