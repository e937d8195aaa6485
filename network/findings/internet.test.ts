import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOf } from '../model/look-up.ts';
import { joinModels, type NetworkModel } from '../model/model.ts';
import { trace } from '../paths/trace.ts';
import type { Policy } from '../rules/policies.ts';
import { finish, Pace } from '../rules/slices.ts';
import { anyNetwork } from '../testing/sample-paths.ts';
import { allow, changeNetwork, foundIn, kindsFound, sound, soundPair, soundVpc } from '../testing/sound-network.ts';
import { entrancesOf } from './entrances.ts';
import { openingFor } from './openings.ts';

const web = (...ingress: readonly Policy[]): NetworkModel => changeNetwork(sound, { securityGroups: [{ id: 'sg-a-web', ingress }] });
const data = (...ingress: readonly Policy[]): NetworkModel => changeNetwork(sound, { securityGroups: [{ id: 'sg-a-data', ingress }] });
const drop = (port: string, cidr = '0.0.0.0/0'): Policy => ({ ...allow('TCP', port, { cidr }), action: 'DROP' });
const forward = (port: number): NetworkModel =>
  changeNetwork(data(allow('TCP', String(port))), {
    natPorts: [
      {
        id: 'p',
        natGateway: 'nat-a',
        vpc: 'vpc-a',
        protocol: 'TCP',
        publicAddress: '43.1.0.2',
        publicPort: 4400,
        address: '10.0.2.5',
        port,
      },
    ],
  });
const acl = (ingress: readonly Policy[], egress: readonly Policy[], model: NetworkModel): NetworkModel =>
  changeNetwork(model, {
    networkAcls: [{ id: 'acl-a', vpc: 'vpc-a', ingress, egress }],
    subnets: [{ id: 'subnet-a-web', networkAcl: 'acl-a' }],
  });
const six = (ingress: readonly Policy[]): NetworkModel =>
  changeNetwork(changeNetwork(sound, { securityGroups: [{ id: 'sg-a-web', ingress }] }), {
    vpcs: [{ id: 'vpc-a', ipv6Cidrs: ['2402:4e00:1::/56'] }],
    subnets: [{ id: 'subnet-a-web', ipv6Cidr: '2402:4e00:1::/64' }],
    interfaces: [{ id: 'eni-a-web', ipv6Addresses: [{ address: '2402:4e00:1::5', primary: true }] }],
    eips: [{ id: 'eip-6', address: '2402:4e00:1::5', boundTo: { interface: 'eni-a-web', privateAddress: '2402:4e00:1::5' } }],
  });
const thirds = ['1.0.0.0-79.255.255.255', '80.0.0.0-149.255.255.255', '150.0.0.0-223.255.255.255'].map((cidr) =>
  allow('TCP', '22', { cidr }),
);

describe('what the internet reaches, and a network that differs in one thing and has it not', () => {
  it('nothing, of a network with nothing wrong', () => expect(kindsFound(sound)).toEqual([]));

  it.each<readonly [string, NetworkModel, NetworkModel]>([
    ['internet-reaches-admin-port', web(allow('TCP', '22')), web(allow('TCP', '22', { cidr: '113.4.5.0/24' }))],
    ['internet-reaches-admin-port', web(allow('TCP', '3000-4000')), web(drop('3389'), drop('3306'), allow('TCP', '3000-4000'))],
    [
      'internet-reaches-admin-port',
      acl([allow('ALL', 'ALL')], [allow('TCP', '1024-65535')], web(allow('TCP', '22'))),
      acl([allow('TCP', '443')], [allow('ALL', 'ALL')], web(allow('TCP', '80,443'))),
    ],
    ['internet-reaches-database-port', web(allow('TCP', '6379')), web(drop('6379'), allow('TCP', '443,6379'))],
    ['internet-reaches-everything', web(allow('ALL', 'ALL')), web(allow('TCP', '80,443'))],
    ['internet-reaches-everything', web(drop('22'), allow('TCP', 'ALL')), web(allow('TCP', '8000-9000'), drop('ALL'))],
    ['internet-reaches-cleartext', web(allow('TCP', '80')), web(allow('TCP', '80'), allow('TCP', '443'))],
    ['internet-reaches-amplifier', web(allow('UDP', '53,123')), web(allow('UDP', '443'))],
    ['icmp-open', web(allow('ICMP', 'ALL')), web(allow('ICMP', 'ALL', { cidr: '10.0.0.0/8' }))],
    ['sources-add-up-to-everyone', web(...thirds), web(...thirds.map((rule) => ({ ...rule, port: '443' })))],
    ['one-change-from-exposed', data(allow('TCP', '3306')), data(allow('TCP', '3306', { cidr: '10.0.0.0/8' }))],
    ['open-on-paper', acl([allow('TCP', '443')], [allow('ALL', 'ALL')], web(allow('TCP', '22,443'))), web(allow('TCP', '443'))],
    ['nat-forwards-risky-port', forward(3306), forward(8443)],
    [
      'ipv6-wider-than-ipv4',
      six([allow('TCP', '443'), allow('TCP', '22', { cidr: '::/0' })]),
      six([allow('TCP', '443'), allow('TCP', '443', { cidr: '::/0' })]),
    ],
  ])('%s', (kind, has, twin) => {
    expect(kindsFound(has)).toContain(kind);
    expect(kindsFound(twin)).not.toContain(kind);
  });

  it('one rule for many ports and machines is one finding, known again wherever the rule stands', () => {
    const many = changeNetwork(web(allow('TCP', '443'), allow('TCP', '22,3389')), {
      interfaces: [{ ...sound.interfaces[0], id: 'eni-2', addresses: [{ address: '10.0.1.6', primary: true, publicAddress: '43.1.9.9' }] }],
    });
    const [first, ...others] = foundIn(many).filter(({ severity }) => severity === 'critical');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ kind: 'internet-reaches-admin-port', account: '1', region: 'ap-guangzhou' });
    expect(first?.symptoms.map(({ thing, what }) => [thing.id, what])).toEqual([
      ['eni-a-web', '22, 3389'],
      ['eni-2', '22, 3389'],
    ]);
    const moved = foundIn(web({ ...allow('TCP', '22,3389'), description: 'another text' }, allow('TCP', '443')));
    expect(moved.map(({ id }) => id)).toContain(first?.id);
    expect(first?.evidence.find(({ type }) => type === 'packet')).toMatchObject({ verdict: 'reachable' });
  });

  it('part of the internet is less grave than all of it, and the reason is told', () => {
    const [one] = foundIn(web(allow('TCP', '22', { cidr: '52.0.0.0/8' })));
    expect(one).toMatchObject({ severity: 'high', base: 'critical', moves: [{ because: 'not-everyone', to: 'high' }] });
  });

  it('tags of the VPC move it one step', () => {
    const of = (value: string) => foundIn(changeNetwork(web(allow('UDP', '53')), { vpcs: [{ id: 'vpc-a', tags: { env: value } }] }))[0];
    // A group stands in no VPC, so what counts is where its machines are.
    expect(of('production')).toMatchObject({ severity: 'critical', moves: [{ because: 'production', to: 'critical' }] });
    expect(of('Test')).toMatchObject({ severity: 'medium' });
  });

  it.each<readonly [string, Partial<NetworkModel>]>([
    ['elastic IPs that were not read', { eips: [], gaps: [{ kind: 'eips', because: 'refused' }] }],
    ['groups that were not read', { securityGroups: [], gaps: [{ kind: 'securityGroups', because: 'refused' }] }],
    [
      'an ACL that was not read',
      { subnets: sound.subnets.map((row) => ({ ...row, networkAcl: 'acl-x' })), gaps: [{ kind: 'networkAcls', because: 'refused' }] },
    ],
  ])('%s leave it unknown', (_, change) => {
    expect(foundIn({ ...web(allow('TCP', '22')), ...change }).filter(({ kind }) => kind.startsWith('internet'))).toEqual([]);
  });
});

it('agrees with packets that are followed one by one, whatever the network', () => {
  const isIn = (verdict: string): boolean => verdict === 'reachable' || verdict === 'ambiguous';
  fc.assert(
    fc.property(anyNetwork, fc.constantFrom(22, 80, 1025, 3306), (model, port) => {
      const entrances = finish(entrancesOf({ model, index: indexOf(model), pace: new Pace(), today: '2026-11-28' }));
      // Ports that NAT gateways publish are another kind's.
      const forwarded = new Set(model.natPorts.map(({ address }) => address));
      for (const one of model.interfaces.filter(({ addresses: [own] }) => !forwarded.has(own?.address ?? ''))) {
        const entrance = entrances.find(({ interface: { id } }) => id === one.id);
        const opening = entrance?.state === 'open' ? openingFor(entrance.openings, 'TCP', port) : undefined;
        const follow = (address: string) => trace(model, { from: { address }, to: { interface: one.id }, protocol: 'TCP', port }).verdict;
        if (opening?.reach === 'everyone') expect(['8.8.8.8', '43.9.9.9'].map(follow).every(isIn)).toBe(true);
        else if (!opening) expect(['8.8.8.8', '43.9.9.9'].map(follow).every(isIn)).toBe(false);
      }
    }),
    { numRuns: 80 },
  );
});

it('of two VPCs that are peered nothing is wrong either', () => expect(kindsFound(soundPair())).toEqual([]));

it('a hundred VPCs with nothing wrong have no finding', () => {
  const vpcs = Array.from({ length: 100 }, (_, at) =>
    soundVpc(at, `n${at}`, String(1 + (at % 2)), at % 3 === 0 ? 'ap-shanghai' : 'ap-guangzhou'),
  );
  expect(foundIn(joinModels(vpcs)).map(({ kind, causes }) => [kind, causes[0].id])).toEqual([]);
});
