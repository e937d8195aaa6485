import { describe, expect, it } from 'vitest';

import { emptyModel, type NetworkModel } from './model.ts';
import { bearersOf, matchesVpc, spacesOf } from './vpc-spaces.ts';

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
    const known = new Map([['subnet-2', { name: 'Kafka' }]]);
    const found = (text: string): boolean => matchesVpc(one, known, text);
    expect(['', ' ', 'VPC-1', '10.0.0', 'kafka', 'subnet-1', '10.0.2.0/24'].map(found)).not.toContain(false);
    expect(['vpc-2', '10.1', 'redis'].map(found)).not.toContain(true);
  });

  it('is found by any address or block that shares addresses with it', () => {
    const [one] = spacesOf(model);
    if (!one) throw new Error('no space');
    const found = (text: string): boolean => matchesVpc(one, new Map(), text);
    expect(['10.0.1.4', '10.0.200.7', '10.0.0.0/8', '10.0.1.128/25'].map(found)).not.toContain(false);
    expect(['10.1.0.1', '11.0.0.0/8', '10.0.1.400'].map(found)).not.toContain(true);
  });

  it('is found by IPv6 and by its secondary ranges, whoever bears them', () => {
    const [first, ...others] = model.vpcs;
    const [bearer] = model.interfaces;
    if (!first || !bearer) throw new Error('no VPC');
    const ipv6: NetworkModel = {
      ...model,
      vpcs: [{ ...first, secondaryCidrs: ['172.20.0.0/22'], ipv6Cidrs: ['2402:4e00:1::/56'] }, ...others],
      subnets: [...model.subnets, { id: 'subnet-3', vpc: 'vpc-1', cidr: '172.20.1.0/24', ipv6Cidr: '2402:4e00:1:7::/64' }],
      interfaces: [{ ...bearer, subnet: 'subnet-3', ipv6Addresses: [address('2402:4e00:1:7::5')] }],
    };
    const spaces = spacesOf(ipv6);
    const [one, two] = spaces;
    if (!one || !two) throw new Error('no space');
    const texts = ['172.20.3.9', '2402:4E00:1:7:0::5', '2402:4e00::/32', '2402:4e00:1::'];
    expect(texts.map((text) => matchesVpc(one, new Map(), text))).not.toContain(false);
    expect(texts.map((text) => matchesVpc(two, new Map(), text))).not.toContain(true);
    const bearers = (text: string) => bearersOf(ipv6, spaces, text)?.map(({ vpc, subnet, interface: own }) => [vpc.id, subnet?.id, own]);
    expect(bearers('2402:4E00:1:7:0::5')).toEqual([['vpc-1', 'subnet-3', 'eni-1']]);
    expect(bearers('2402:4e00:1:8::1')).toEqual([['vpc-1', undefined, null]]);
    expect(bearers('2402:4e00:2::1')).toEqual([]);
    expect(one.subnets.find(({ row }) => row.id === 'subnet-3')?.space.taken6).toBe(1);
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
