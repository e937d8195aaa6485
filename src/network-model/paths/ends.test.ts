import { describe, expect, it } from 'vitest';
import { emptyModel, type NetworkModel } from '../../../network/model/model.ts';
import type { ResourceFacts } from '../assemble.ts';
import { endOf, groupsOf, optionOf, optionsFor } from './ends.ts';
import { askedIn } from './question.ts';

const address = (text: string, primary: boolean, publicAddress?: string) => ({
  address: text,
  primary,
  publicAddress: publicAddress ?? null,
});
const model: NetworkModel = {
  ...emptyModel,
  vpcs: [{ id: 'vpc-1', account: '1', region: 'ap-guangzhou', cidr: '10.0.0.0/16' }],
  subnets: [{ id: 'subnet-1', vpc: 'vpc-1', cidr: '10.0.1.0/24' }],
  interfaces: [
    {
      id: 'eni-1',
      vpc: 'vpc-1',
      subnet: 'subnet-1',
      addresses: [address('10.0.1.4', true, '1.2.3.4'), address('10.0.1.5', false)],
      securityGroups: ['sg-1', 'sg-2'],
      instance: 'ins-1',
      primary: true,
    },
    {
      id: 'eni-2',
      vpc: 'vpc-1',
      subnet: 'subnet-1',
      addresses: [address('10.0.1.9', true)],
      securityGroups: ['sg-2', 'sg-3'],
      instance: 'ins-1',
    },
  ],
};
const scope: ResourceFacts['scope'] = { account: undefined, region: 'ap-guangzhou', owner: '1' };
const known = new Map<string, ResourceFacts>([
  ['eni-1', { scope, name: 'web', pending: false }],
  ['subnet-1', { scope, name: 'front', pending: false }],
]);
const words = { internet: 'The internet', internetDetail: 'anywhere', internet6: 'IPv6', internetDetail6: 'anywhere' };

describe('an end, as it is written', () => {
  it.each([
    ['internet', { internet: true }],
    ['internet6', { internet: true, family: 'IPv6' }],
    ['2001:db8::5', { address: '2001:db8::5' }],
    ['2001:db8::/64', null],
    ['eni-1', { interface: 'eni-1' }],
    ['eni-1@10.0.1.5', { interface: 'eni-1', address: '10.0.1.5' }],
    ['subnet-1', { subnet: 'subnet-1' }],
    ['ins-1', { interface: 'eni-1' }],
    ['8.8.8.8', { address: '8.8.8.8' }],
    ['ins-2', null],
    ['10.0.1', null],
    ['010.0.0.1', null],
    ['web', null],
    ['', null],
  ])('%s', (text, end) => expect(endOf(text, model)).toEqual(end));

  it('is offered by name, id, block, private and public address, and machine', () => {
    const ids = (text: string) => optionsFor(text, model, known, words).map(({ value }) => value);
    expect(ids('')).toEqual(['internet', 'subnet-1', 'eni-1', 'eni-2']);
    expect(ids('WEB')).toEqual(['eni-1']);
    expect(ids('1.2.3.4')).toEqual(['eni-1']);
    expect(ids('10.0.1.9')).toEqual(['eni-2']);
    expect(ids('10.0.1.0/24')).toEqual(['subnet-1']);
    expect(ids('ins-1')).toEqual(['eni-1', 'eni-2']);
  });

  it('is found and named by its machine where the cloud tells that', () => {
    const named = { ...words, machineName: (id: string) => (id === 'ins-1' ? 'envoy-01' : '') };
    expect(optionsFor('envoy', model, known, named).map(({ label }) => label)).toEqual([
      'envoy-01 · web · front',
      'envoy-01 · eni-2 · front',
    ]);
  });

  it('is named in its box although nobody searched for it', () => {
    expect(optionOf('eni-1', model, known, words)).toMatchObject({ value: 'eni-1', label: 'web · front' });
    expect(optionOf('9.9.9.9', model, known, words)).toEqual({ value: '9.9.9.9', label: '9.9.9.9' });
    expect(optionOf('', model, known, words)).toBeNull();
  });

  it('brings in the groups of the interfaces that it means, each once', () => {
    expect(groupsOf({ subnet: 'subnet-1' }, model)).toEqual(['sg-1', 'sg-2', 'sg-3']);
    expect(groupsOf({ address: '1.2.3.4' }, model)).toEqual(['sg-1', 'sg-2']);
    expect(groupsOf({ interface: 'eni-2' }, model)).toEqual(['sg-2', 'sg-3']);
    expect(groupsOf({ internet: true }, model)).toEqual([]);
    expect(groupsOf(null, model)).toEqual([]);
  });
});

describe('what the address of the page asks', () => {
  it('has the usual protocol and port where it names none, and no other protocols than there are', () => {
    expect(askedIn(new URLSearchParams('from=eni-1&to=internet'))).toEqual({ from: 'eni-1', to: 'internet', protocol: 'TCP', port: '443' });
    expect(askedIn(new URLSearchParams('protocol=udp&port='))).toMatchObject({ protocol: 'UDP', port: '' });
    expect(askedIn(new URLSearchParams('protocol=sctp'))).toMatchObject({ protocol: 'TCP' });
  });
});

describe('with IPv6', () => {
  const six: NetworkModel = {
    ...model,
    vpcs: model.vpcs.map((row) => ({ ...row, ipv6Cidrs: ['2402:4e00:1::/56'] })),
    interfaces: model.interfaces.map((row, at) => ({ ...row, ipv6Addresses: [{ address: `2402:4e00:1::${at}`, primary: true }] })),
  };

  it('offers the internet of IPv6, and each IPv6 address of an interface', () => {
    const ids = optionsFor('', six, known, words).map(({ value }) => value);
    expect(ids).toEqual(['internet', 'internet6', 'subnet-1', 'eni-1', 'eni-1@2402:4e00:1::0', 'eni-2', 'eni-2@2402:4e00:1::1']);
    expect(endOf('eni-2@2402:4e00:1::1', six)).toEqual({ interface: 'eni-2', address: '2402:4e00:1::1' });
  });

  it('brings in the rules of whoever has the address, in whatever spelling', () => {
    expect(groupsOf({ address: '2402:4E00:1:0::1' }, six)).toEqual(['sg-2', 'sg-3']);
  });
});
