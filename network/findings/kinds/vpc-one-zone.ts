import { interfacesOfSubnet, notRead, subnetsOf } from '../../model/look-up.ts';
import { eachRow } from '../each-row.ts';

/** Machines stand in one zone only: what stops the zone stops them all. */
export const vpcOneZone = eachRow(
  { id: 'vpc-one-zone', group: 'leftovers', severity: 'info', needs: ['vpcs', 'subnets', 'interfaces'] },
  'vpcs',
  ({ id }, { index }) => {
    const { rows, more } = subnetsOf(index, id);
    const inside = rows.map(({ of }) => ({
      zone: of.zone,
      interfaces: interfacesOfSubnet(index, of).rows.filter(({ instance }) => instance !== null),
    }));
    const live = inside.filter(({ interfaces }) => interfaces.length > 0);
    const zones = new Set(live.map(({ zone }) => zone));
    const [zone] = zones;
    if (live.length === 0 || zones.size !== 1 || zone === undefined) return null;
    const things = live.reduce((sum, { interfaces }) => sum + interfaces.length, 0);
    // One machine is in one zone wherever it is.
    if (things < 2) return null;
    const doubt = more ?? notRead(index, 'interfaces', id);
    return doubt ? { doubt } : { parameters: { zone, things } };
  },
);
