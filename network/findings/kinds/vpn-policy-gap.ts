import { includesIps, meetIps, parseIpBlock } from '../../addresses/ip.ts';
import { connectionsOf, tablesOfVpc } from '../../model/look-up.ts';
import { blockOfRoute } from '../../routes/route-health.ts';
import { isOut, routesOfTable } from '../../routes/routes.ts';
import { symptomOf } from '../drafts.ts';
import { eachRow } from '../each-row.ts';
import { remotesOf } from '../tunnels.ts';

/** Blocks that no other one of the list holds. */
const separately = (texts: readonly string[]): string => [...new Set(texts)].sort().join(', ');

/** Routes lead blocks into the VPN that no policy of a tunnel takes, or policies have blocks that no route leads to. */
export const vpnPolicyGap = eachRow(
  { id: 'vpn-policy-gap', group: 'gateways', severity: 'medium', needs: ['vpnGateways', 'vpnConnections', 'routeTables'] },
  'vpnGateways',
  ({ id, vpc }, { index }) => {
    const { rows, more } = connectionsOf(index, id, vpc);
    const tables = tablesOfVpc(index, vpc);
    const doubt = more ?? tables.more;
    if (doubt) return { doubt };
    const routes = tables.rows.flatMap((table) => routesOfTable(index, table.id).filter((route) => route.gateway === id && !isOut(route)));
    const routed = routes.flatMap((route) => {
      const block = blockOfRoute(route);
      return block ? [{ route, block }] : [];
    });
    const policies = rows.flatMap(remotesOf);
    // A route that takes more than the policies is split by nobody: what it takes besides is lost.
    const untaken = routed.filter(
      ({ block }) => block.prefix > 0 && !policies.some((one) => includesIps(one, block)) && policies.some((one) => meetIps(one, block)),
    );
    const unled = [...new Set(rows.flatMap(({ spds }) => spds.flatMap(({ remote }) => remote)))].filter((text) => {
      const block = parseIpBlock(text);
      return block && !routed.some((one) => meetIps(one.block, block));
    });
    if (untaken.length === 0 && (unled.length === 0 || routed.length === 0)) return null;
    return {
      meaning: '',
      parameters: { routed: separately(untaken.map(({ route }) => route.destination)), policies: separately(unled) },
      evidence: untaken.map(({ route: { routeTable, destination, type: hop, gateway, reason } }) => ({
        ...{ type: 'route', routeTable, destination, hop, gateway, reason },
      })),
      symptoms: rows.map((one) => symptomOf('vpnConnections', one.id)),
    };
  },
);
