import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../catalogue/address.ts';
import { blockOf } from '../addresses/cidr.ts';
import type { NetworkModel } from '../model/model.ts';
import { anyNetwork } from '../testing/sample-paths.ts';
import { peeredNetwork } from '../testing/two-vpcs.ts';
import { peeringFact, peeringMatrix, transitiveTraps } from './peerings.ts';
import { nextHop } from './routes.ts';

const pcx = (destination: string, gateway = 'pcx-ab') => ({ destination, type: 'PEERCONNECTION', gateway });

/** Asks for single addresses of the peer's subnet; 16 of them show every block that generated routes draw. */
function reaches(model: NetworkModel, from: string, peerSubnet: string, peering: string): boolean {
  const { base } = blockOf(peerSubnet);
  return Array.from({ length: 16 }, (_, at) => base + at * 16).every((address) => {
    const hop = nextHop(model, from, formatAddress(address));
    return hop.kind === 'route' && hop.route.gateway === peering;
  });
}

describe('peeringMatrix', () => {
  it('finds on each side exactly the subnets that cannot send to all of the other side', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        for (const { a, b, state, peering, missing } of peeringMatrix(model)) {
          const lacking = [
            [a, b],
            [b, a],
          ].flatMap(([near, peer]) =>
            model.subnets
              .filter(({ vpc }) => vpc === near)
              .flatMap((subnet) => {
                const unreached = model.subnets.filter(({ vpc, cidr }) => vpc === peer && !reaches(model, subnet.id, cidr, peering ?? ''));
                return unreached.map(({ id }) => `${subnet.id} ${id}`);
              }),
          );
          const found = missing.flatMap(({ subnets, unreached }) => subnets.flatMap((near) => unreached.map((peer) => `${near} ${peer}`)));
          expect(found.sort()).toEqual(state === 'peered' ? lacking.sort() : []);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes a subnet for reached only when all of it is', () => {
    const toA = pcx('10.0.0.0/16');
    const lacking = (...routes: Parameters<typeof peeredNetwork>[0]) =>
      peeringFact(peeredNetwork(routes, [toA]), 'vpc-a', 'vpc-b').missing.length;
    const nowhere = { destination: '10.1.1.0/32', type: 'NAT', gateway: 'nat-gone' };
    expect([lacking(pcx('10.1.0.0/16')), lacking(pcx('10.1.0.0/16'), nowhere)]).toEqual([0, 1]);
    expect([lacking(pcx('10.1.1.0/25')), lacking(pcx('10.1.1.0/25'), pcx('10.1.1.128/25'))]).toEqual([1, 0]);
  });

  it('tells what is joined, asked for, possible and in the way', () => {
    const base = peeredNetwork([pcx('10.1.0.0/16')], []);
    const vpc = (id: string, cidr: string) => ({ id, account: '2', region: 'ap-shanghai', cidr });
    const model: NetworkModel = {
      ...base,
      vpcs: [...base.vpcs, vpc('vpc-c', '10.1.128.0/17'), vpc('vpc-d', '10.3.0.0/16')],
      peerings: [...base.peerings, { id: 'pcx-bd', vpcs: ['vpc-d', 'vpc-b'], state: 'expired' }],
    };
    const facts = new Map(peeringMatrix(model).map((fact) => [`${fact.a} ${fact.b}`, fact]));
    expect([...facts].map(([pair, { state }]) => `${pair} ${state}`)).toEqual([
      'vpc-a vpc-b peered',
      'vpc-a vpc-c possible',
      'vpc-a vpc-d possible',
      'vpc-b vpc-c overlap',
      'vpc-b vpc-d requested',
      'vpc-c vpc-d possible',
    ]);
    expect(facts.get('vpc-a vpc-b')?.missing).toEqual([
      { vpc: 'vpc-b', routeTable: 'rtb-b', subnets: ['subnet-b'], unreached: ['subnet-a'], destinations: ['10.0.0.0/16'] },
    ]);
    expect(facts.get('vpc-a vpc-c')?.rivals).toEqual(['vpc-b']);
    expect(facts.get('vpc-b vpc-c')?.overlaps).toEqual([{ a: '10.1.0.0/16', b: '10.1.128.0/17' }]);
    expect(peeringFact(model, 'vpc-b', 'vpc-a').missing).toEqual(facts.get('vpc-a vpc-b')?.missing);
    expect(() => peeringFact(model, 'vpc-a', 'vpc-z')).toThrow('the model has no VPC vpc-z');
  });
});

describe('transitiveTraps', () => {
  const base = peeredNetwork([pcx('10.1.0.0/16'), pcx('10.2.0.0/16')], [pcx('10.0.0.0/16')]);
  const model: NetworkModel = {
    ...base,
    vpcs: [...base.vpcs, { id: 'vpc-c', account: '1', region: 'ap-guangzhou', cidr: '10.2.0.0/16' }],
    peerings: [...base.peerings, { id: 'pcx-bc', vpcs: ['vpc-b', 'vpc-c'], state: 'active' }],
  };

  it('names the pair, the VPC between, and the routes that try it', () => {
    expect(transitiveTraps(model)).toEqual([
      {
        from: 'vpc-a',
        through: 'vpc-b',
        to: 'vpc-c',
        overlap: false,
        unsure: null,
        routes: [{ routeTable: 'rtb-a', destination: '10.2.0.0/16', peering: 'pcx-ab' }],
      },
    ]);
  });

  it('is none when the ends are peered themselves, or one of the peerings is not active', () => {
    const direct = { id: 'pcx-ac', vpcs: ['vpc-a', 'vpc-c'] as const, state: 'active' as const };
    expect(transitiveTraps({ ...model, peerings: [...model.peerings, direct] }).filter(({ through }) => through === 'vpc-b')).toEqual([]);
    const waiting = model.peerings.map((row) => (row.id === 'pcx-bc' ? { ...row, state: 'pending' as const } : row));
    expect(transitiveTraps({ ...model, peerings: waiting })).toEqual([]);
  });
});
