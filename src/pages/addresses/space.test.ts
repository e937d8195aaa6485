import { describe, expect, it } from 'vitest';
import { emptyModel, type NetworkModel } from '../../../network/model/model.ts';
import type { ResourceFacts } from '../../network-model/assemble.ts';
import { bearersOf, matches, spacesOf } from './space.ts';

const at = { account: '1', region: 'ap-guangzhou' };
const address = (text: string) => ({ address: text, primary: true });
const model: NetworkModel = {
  ...emptyModel,
  vpcs: [
    { id: 'vpc-1', cidr: '10.0.0.0/16', ...at },
    { id: 'vpc-2', cidr: '10.1.0.0/24', ...at },
  ],
  subnets: [
    { id: 'subnet-2', vpc: 'vpc-1', cidr: '10.0.2.0/24' },
    { id: 'subnet-1', vpc: 'vpc-1', cidr: '10.0.1.0/24' },
  ],
  interfaces: [{ id: 'eni-1', vpc: 'vpc-1', subnet: 'subnet-1', addresses: [address('10.0.1.4')] }],
};

describe('the space of VPCs', () => {
  it('has the subnets by address with what is taken', () => {
    const spaces = spacesOf(model);
    expect(spaces.map(({ vpc }) => vpc.id)).toEqual(['vpc-1', 'vpc-2']);
    expect(spaces[0]?.subnets.map(({ row, space }) => [row.id, space.taken.length, space.free])).toEqual([
      ['subnet-1', 1, 252],
      ['subnet-2', 0, 253],
    ]);
    expect(spaces[0]?.space.used).toBe(512);
    expect(spaces[1]?.subnets).toEqual([]);
  });

  it('is found by name, id or block, of the VPC or of a subnet in it', () => {
    const [one] = spacesOf(model);
    if (!one) throw new Error('no space');
    const site: ResourceFacts['site'] = { account: undefined, region: 'ap-guangzhou', owner: '1' };
    const known = new Map([['subnet-2', { site, name: 'Kafka', pending: false }]]);
    const found = (text: string): boolean => matches(one, known, text);
    expect(['', ' ', 'VPC-1', '10.0.0', 'kafka', 'subnet-1', '10.0.2.0/24'].map(found)).not.toContain(false);
    expect(['vpc-2', '10.1', 'redis'].map(found)).not.toContain(true);
  });

  it('is found by any address or block that shares addresses with it', () => {
    const [one] = spacesOf(model);
    if (!one) throw new Error('no space');
    const found = (text: string): boolean => matches(one, new Map(), text);
    expect(['10.0.1.4', '10.0.200.7', '10.0.0.0/8', '10.0.1.128/25'].map(found)).not.toContain(false);
    expect(['10.1.0.1', '11.0.0.0/8', '10.0.1.400'].map(found)).not.toContain(true);
  });

  it('tells who bears an address, in which subnet, or that nobody known does', () => {
    const bearers = (text: string) =>
      bearersOf(model, spacesOf(model), text)?.map(({ vpc, subnet, interface: one }) => [vpc.id, subnet?.id ?? null, one]);
    expect(bearers('10.0.1.4')).toEqual([['vpc-1', 'subnet-1', 'eni-1']]);
    expect(bearers(' 10.0.1.5 ')).toEqual([['vpc-1', 'subnet-1', null]]);
    expect(bearers('10.0.9.9')).toEqual([['vpc-1', null, null]]);
    expect(bearers('192.168.0.1')).toEqual([]);
    expect(bearers('10.0.1.0/24')).toBeUndefined();
  });
});
