import { attachmentsOf, interfacesOfSubnet, publicAddressOf, tableOf } from '../../model/look-up.ts';
import { isOut, routesOfTable } from '../../routes/routes.ts';
import { symptomOf } from '../drafts.ts';
import { eachRow } from '../each-row.ts';

/** Something stands in it, and no packet leaves the VPC: no route is in force, and no public address is bound. */
export const subnetCutOff = eachRow(
  { id: 'subnet-cut-off', group: 'routes', severity: 'info', needs: ['subnets', 'routeTables', 'interfaces', 'eips', 'vpcs'] },
  'subnets',
  (subnet, { index }) => {
    const { rows, more } = interfacesOfSubnet(index, subnet);
    const live = rows.filter(({ instance }) => instance !== null && instance !== undefined);
    if (live.length === 0) return null;
    const table = tableOf(index, subnet);
    if (!table.row) return table.missing ? { doubt: table.missing } : null;
    const routes = routesOfTable(index, table.row.id).filter(
      (route) => route.origin === 'custom' && !isOut(route) && route.status !== 'dead',
    );
    const attachments = attachmentsOf(index, subnet.vpc);
    if (routes.length > 0 || attachments.rows.length > 0) return null;
    const outside = rows.flatMap((one) => one.addresses.map((address) => publicAddressOf(index, one, address)));
    if (outside.some(({ row }) => row !== null)) return null;
    const doubt = more ?? attachments.more ?? outside.find(({ missing }) => missing)?.missing;
    return doubt ? { doubt } : { parameters: { things: live.length }, symptoms: live.map(({ id }) => symptomOf('interfaces', id)) };
  },
);
