/** Small generated networks for the tests: three VPCs, two subnets each, and everything that can stand between two interfaces. */
import fc from 'fast-check';
import { emptyModel, type ModelInterface, type ModelNatPort, type ModelRoute, type NetworkModel } from '../model/model.ts';
import type { Protocol } from '../packets/services.ts';
import type { AclPolicy, Policy } from '../rules/policies.ts';
import type { PlainRule } from '../rules/rule.ts';
import type { Question } from './path-oracle.ts';

const vpcIds = ['vpc-a', 'vpc-b', 'vpc-c'] as const;
const groupIds = ['sg-1', 'sg-2', 'sg-3'] as const;
/** Public addresses that belong to nobody in the model. */
const ownerless = ['198.51.100.7', '203.0.113.9'] as const;

/** Of each part of the internet that generated rules and routes tell apart, one address. */
export const outsiders = [...ownerless, '8.8.8.8', '43.9.9.9', '43.1.200.1'] as const;

const protocol = fc.constantFrom<PlainRule['protocol']>('ALL', 'ALL', 'TCP', 'UDP', 'ICMP');
const action = fc.constantFrom<PlainRule['action']>('ACCEPT', 'ACCEPT', 'ACCEPT', 'DROP');
const cidr = fc.constantFrom(
  '0.0.0.0/0',
  '0.0.0.0/0',
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/16',
  '10.1.0.0/16',
  '10.0.1.0/24',
  '10.0.1.5',
  '10.1.2.5',
  '198.51.100.0/24',
  '43.0.0.0/8',
);

const rule: fc.Arbitrary<PlainRule> = fc
  .record({ action, protocol, port: fc.constantFrom('ALL', 'ALL', '80', '22-80', '1024-65535', '32768-60999', '80,1024-2000'), cidr })
  .map((one) => (one.protocol === 'ALL' ? { ...one, port: 'ALL' } : one));

const policy: fc.Arbitrary<Policy> = fc.tuple(rule, fc.option(fc.constantFrom(...groupIds), { freq: 4 })).map(([one, group]) => {
  const { cidr: block, ...rest } = one;
  return group === null ? { ...rest, cidr: block } : { ...rest, securityGroup: group };
});

/** Most lists end in a rule for everyone, or hardly anything would get through. */
const endingOpen = <T>(items: fc.Arbitrary<T>, open: T): fc.Arbitrary<T[]> =>
  fc.tuple(fc.array(items, { maxLength: 2 }), fc.integer({ min: 0, max: 9 })).map(([list, dice]) => (dice < 8 ? [...list, open] : list));

const everything: PlainRule = { action: 'ACCEPT', protocol: 'ALL', port: 'ALL', cidr: '0.0.0.0/0' };
const policies = endingOpen<Policy>(policy, everything);
/** An ACL as a careful person writes it: the service's ports, and some of the ports that answers come back to. */
const tightRules = fc
  .tuple(rule, fc.constantFrom('1024-65535', '32768-60999', '1024-2000'))
  .map(([first, port]): PlainRule[] => [
    first,
    { ...everything, protocol: 'TCP', port: '22-80' },
    { ...everything, protocol: 'TCP', port },
  ]);
const aclRules = fc.oneof({ weight: 3, arbitrary: endingOpen(rule, everything) }, { weight: 2, arbitrary: tightRules });

/** What rules of five parts say besides: the near end and the ports that packets come from, mostly any. */
const nearEnds = fc.array(fc.constantFrom('0.0.0.0/0', '0.0.0.0/0', '10.0.0.0/8', '10.0.0.0/16', '10.0.1.0/24', '10.0.1.5', '10.1.2.5'), {
  minLength: 3,
  maxLength: 3,
});
const sourcePorts = fc.array(fc.constantFrom('ALL', 'ALL', '1024-65535', '32768-60999', '1024-2000', '22-80', '80'), {
  minLength: 3,
  maxLength: 3,
});
const fiveParts = fc.option(fc.record({ nearEnds, sourcePorts }));
const withFive = (rules: readonly PlainRule[], parts: { nearEnds: string[]; sourcePorts: string[] } | null): readonly AclPolicy[] =>
  parts === null
    ? rules
    : rules.map((one, at): AclPolicy => {
        const near = parts.nearEnds[at];
        // The last rule stays open to all ports, or hardly anything would get through.
        const bare = one.protocol !== 'TCP' && one.protocol !== 'UDP';
        return bare || at === 2 ? { ...one, near } : { ...one, near, sourcePort: parts.sourcePorts[at] };
      });

const hop = fc.constantFrom<[string, string]>(
  ['PEERCONNECTION', 'pcx-ab'],
  ['PEERCONNECTION', 'pcx-ab'],
  ['PEERCONNECTION', 'pcx-bc'],
  ['PEERCONNECTION', 'pcx-gone'],
  ['NAT', 'nat-a'],
  ['NAT', 'nat-b'],
  ['EIP', '0'],
  ['HAVIP', '10.0.1.200'],
);
const destination = fc.constantFrom(
  '0.0.0.0/0',
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/16',
  '10.1.0.0/16',
  '10.1.2.0/24',
  '10.2.0.0/16',
  '10.0.2.0/24',
  '198.51.100.0/24',
  '43.1.0.0/16',
);

const someRoutes: fc.Arbitrary<ModelRoute[]> = fc.uniqueArray(
  fc
    .tuple(destination, hop, fc.boolean(), fc.boolean())
    .map(([to, [type, gateway], a, b]) => ({ destination: to, type, gateway, ...(a && b ? { enabled: false } : {}) })),
  { selector: (row) => row.destination, maxLength: 4 },
);

/** The routes that let the three VPCs talk as their peerings allow, and reach the internet. */
const goodRoutes: Record<(typeof vpcIds)[number], ModelRoute[]> = {
  'vpc-a': [
    { destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-ab' },
    { destination: '10.2.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-ab' },
    { destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-a' },
  ],
  'vpc-b': [
    { destination: '10.0.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-ab' },
    { destination: '10.2.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-bc' },
  ],
  'vpc-c': [
    { destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-bc' },
    { destination: '0.0.0.0/0', type: 'EIP', gateway: '0' },
  ],
};

const subnetsOf = (vpc: string, block: string) =>
  [1, 2].map((number) => ({ id: `subnet-${vpc.slice(-1)}${number}`, vpc, cidr: `${block}.${number}.0/24`, number }));

/** Parts of a network that chance decides. */
const chances = fc.record({
  /** Now and then B lies where A does. */
  second: fc.constantFrom('10.1', '10.1', '10.1', '10.1', '10.0'),
  tables: fc.tuple(
    ...vpcIds.map((vpc) =>
      fc.tuple(fc.oneof({ weight: 3, arbitrary: fc.constant(goodRoutes[vpc]) }, { weight: 2, arbitrary: someRoutes }), someRoutes),
    ),
  ),
  ownTables: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
  acls: fc.array(fc.tuple(aclRules, aclRules), { minLength: 2, maxLength: 2 }),
  fives: fc.array(fc.tuple(fiveParts, fiveParts), { minLength: 2, maxLength: 2 }),
  aclOf: fc.array(fc.constantFrom(null, null, 'acl-1', 'acl-2'), { minLength: 6, maxLength: 6 }),
  groups: fc.array(fc.tuple(policies, policies), { minLength: 3, maxLength: 3 }),
  groupsOf: fc.array(fc.uniqueArray(fc.constantFrom(...groupIds), { minLength: 1, maxLength: 2 }), { minLength: 12, maxLength: 12 }),
  idle: fc.array(fc.integer({ min: 0, max: 19 }), { minLength: 12, maxLength: 12 }),
  eipOf: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 }),
  eipFault: fc.integer({ min: 0, max: 30 }),
  /** For each interface of A, the port that the gateway leads to it, if any. */
  ports: fc.array(fc.constantFrom(null, 22, 80), { minLength: 4, maxLength: 4 }),
  narrowed: fc.tuple(fc.boolean(), fc.boolean()),
  states: fc.tuple(
    fc.constantFrom<'active' | 'pending'>('active', 'active', 'active', 'active', 'pending'),
    fc.constantFrom<'available' | 'arrears'>('available', 'available', 'available', 'arrears'),
  ),
});

type Chances = typeof chances extends fc.Arbitrary<infer T> ? T : never;

/** Ports of A's gateway: each leads to an interface's port, the first by the same number and the others by numbers of their own. */
const natPorts = (interfaces: readonly ModelInterface[], ports: readonly (number | null)[]): ModelNatPort[] =>
  interfaces
    .filter(({ vpc }) => vpc === 'vpc-a')
    .flatMap(({ vpc, addresses: [own] }, at): ModelNatPort[] => {
      const port = ports[at];
      if (!port || !own) return [];
      const publicPort = at === 0 ? port : 440 + at;
      const of = { natGateway: 'nat-a', vpc, protocol: 'TCP', publicAddress: '43.0.0.1', publicPort } as const;
      return [{ ...of, id: `nat-a TCP 43.0.0.1:${publicPort}`, address: own.address, port }];
    });

function build(chance: Chances): NetworkModel {
  const blocks = ['10.0', chance.second, '10.2'];
  const subnets = vpcIds.flatMap((vpc, at) => subnetsOf(vpc, blocks[at] ?? ''));
  const seats = subnets.flatMap((subnet) => (subnet.number === 1 ? [4, 5, 6] : [5]).map((last) => ({ ...subnet, last })));
  const interfaces = seats.map(({ id, vpc, cidr: block, last }, at): ModelInterface => {
    const name = `${id.slice(-2)}${last}`;
    return {
      id: `eni-${name}`,
      vpc,
      subnet: id,
      addresses: [{ address: `${block.slice(0, -4)}${last}`, primary: true }],
      securityGroups: chance.groupsOf[at] ?? ['sg-1'],
      instance: chance.idle[at] === 0 ? null : `ins-${name}`,
    };
  });
  return {
    ...emptyModel,
    vpcs: vpcIds.map((id, at) => ({ id, account: '1', region: 'ap-guangzhou', cidr: `${blocks[at]}.0.0/16` })),
    subnets: subnets.map(({ number: _, ...row }, at) => ({
      ...row,
      networkAcl: chance.aclOf[at] ?? null,
      ...(chance.ownTables[at] === 0 ? { routeTable: `rtb-${row.vpc.slice(-1)}2` } : {}),
    })),
    routeTables: vpcIds.flatMap((vpc, at) =>
      [true, false].map((main, second) => ({
        id: `rtb-${vpc.slice(-1)}${second + 1}`,
        vpc,
        main,
        routes: chance.tables[at]?.[second] ?? [],
      })),
    ),
    interfaces,
    securityGroups: groupIds.map((id, at) => ({
      id,
      account: '1',
      region: 'ap-guangzhou',
      ingress: chance.groups[at]?.[0] ?? [],
      egress: chance.groups[at]?.[1] ?? [],
    })),
    networkAcls: ['acl-1', 'acl-2'].map((id, at) => ({
      id,
      vpc: 'vpc-a',
      ingress: withFive(chance.acls[at]?.[0] ?? [], chance.fives[at]?.[0] ?? null),
      egress: withFive(chance.acls[at]?.[1] ?? [], chance.fives[at]?.[1] ?? null),
    })),
    peerings: [
      { id: 'pcx-ab', vpcs: ['vpc-a', 'vpc-b'], state: chance.states[0] },
      { id: 'pcx-bc', vpcs: ['vpc-b', 'vpc-c'], state: 'active' },
    ],
    natGateways: [
      { id: 'nat-a', vpc: 'vpc-a', state: chance.states[1], eips: ['43.0.0.1', '198.51.100.200'] },
      { id: 'nat-b', vpc: 'vpc-b', state: 'available', eips: ['43.0.0.2'] },
    ],
    natPorts: natPorts(interfaces, chance.ports),
    // Each subnet has a rule, so that the gateway never has two addresses to choose from.
    natSources: subnets
      .filter(({ vpc }) => vpc === 'vpc-a')
      .map(({ id, vpc, cidr: block }, at) => ({
        id: `snat-${at}`,
        natGateway: 'nat-a',
        vpc,
        subnet: id,
        block,
        publicAddresses: [chance.narrowed[at] ? '198.51.100.200' : '43.0.0.1'],
      })),
    eips: [
      ...interfaces.flatMap((one, at) =>
        chance.eipOf[at] === 0
          ? [
              {
                id: `eip-${one.id}`,
                address: `43.1.0.${at + 1}`,
                boundTo: { interface: one.id, privateAddress: one.addresses[0]?.address ?? '' },
                blocked: chance.eipFault === at,
              },
            ]
          : [],
      ),
      { id: 'eip-free', address: '43.2.0.1', boundTo: null },
    ],
  };
}

export const anyNetwork: fc.Arbitrary<NetworkModel> = chances.map(build);

/** A network and what to ask about it. */
export const anyQuestion: fc.Arbitrary<{ model: NetworkModel; question: Question }> = anyNetwork.chain((model) => {
  const ids = model.interfaces.map(({ id }) => id);
  const addresses = [
    ...ownerless,
    '10.0.1.5',
    '10.0.1.77',
    '10.1.2.5',
    '10.2.9.9',
    '43.0.0.1',
    '43.0.0.1',
    '43.0.0.2',
    '43.2.0.1',
    ...model.eips.map(({ address }) => address),
  ];
  const common = {
    protocol: fc.constantFrom<Protocol>('TCP', 'TCP', 'UDP', 'ICMP'),
    port: fc.constantFrom(22, 80, 80, 443),
    source: fc.constantFrom(undefined, undefined, undefined, 1024, 40_000),
  };
  return fc
    .record({
      ...common,
      from: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.constantFrom(...ownerless) }),
      to: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...ids).map((id) => ({ interface: id })) },
        { weight: 2, arbitrary: fc.constantFrom(...addresses).map((address) => ({ address })) },
      ),
    })
    .map(({ source, ...question }) => ({ model, question: { ...question, ...(source === undefined ? {} : { sourcePort: source }) } }));
});
