import { transitiveTraps } from '../../routes/peerings.ts';
import { aboutRow } from '../drafts.ts';
import { type FindingKind, plainly } from '../kind.ts';

/** Routes into a peering for addresses of a VPC behind the peer: nothing passes through a peering's end. */
export const peeringTransitiveTrap: FindingKind = {
  id: 'peering-transitive-trap',
  group: 'peerings',
  severity: 'medium',
  needs: ['peerings', 'vpcs', 'routeTables'],
  judge: plainly(({ model }) => {
    const traps = transitiveTraps(model).filter(({ routes }) => routes.length > 0);
    const findings = traps
      .filter(({ unsure }) => unsure === null)
      .flatMap(({ from, through, to, routes }) => {
        if (routes.length === 0) return [];
        return [
          aboutRow({ of: 'vpcs', id: from }, 'medium', {
            meaning: [from, to].sort().concat(through).join(' '),
            parameters: { from, through, to },
            evidence: routes.map(({ routeTable, destination, peering }) => ({
              ...{ type: 'route', routeTable, destination, hop: 'PEERCONNECTION', gateway: peering, reason: null },
            })),
            fix: { code: 'create-peering', thing: { of: 'vpcs', id: from }, part: to },
          }),
        ];
      });
    const doubts = traps.flatMap(({ from, unsure }) => (unsure ? [{ thing: { of: 'vpcs' as const, id: from }, reason: unsure }] : []));
    return { findings, doubts, looked: model.peerings.length };
  }),
};
