import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty } from '../packets/packet-set.ts';
import { expand, noReferences, type Policy, packetsOfPolicy } from '../rules/policies.ts';
import { readAclEntry, readFivePartRules, readPolicy } from './read-rules.ts';

const row = { Protocol: 'tcp', Port: '22', CidrBlock: '10.0.0.0/8', Action: 'ACCEPT' };
const read: Policy = { action: 'ACCEPT', protocol: 'TCP', port: '22', cidr: '10.0.0.0/8' };

describe('a listed rule of a group', () => {
  it.each<[string, object, Policy]>([
    [
      'an IPv6 remote end beside an empty one',
      { ...row, CidrBlock: '', Ipv6CidrBlock: '2001:db8::/32' },
      { ...read, cidr: '2001:db8::/32' },
    ],
    ['an IPv6 remote end beside null', { ...row, CidrBlock: null, Ipv6CidrBlock: '::/0' }, { ...read, cidr: '::/0' }],
    ['blanks for all that it lacks', { ...row, Ipv6CidrBlock: '', SecurityGroupId: null, AddressTemplate: {}, ServiceTemplate: [] }, read],
    ['objects of blanks', { ...row, AddressTemplate: { AddressId: '', AddressGroupId: null }, ServiceTemplate: { ServiceId: '' } }, read],
    ['fields that only tell', { ...row, PolicyIndex: 3, ModifyTime: '2026-01-01 00:00:00', Priority: 1, Direction: 'INGRESS' }, read],
    ['its own group beside its remote end', { ...row, SecurityGroupId: 'sg-own' }, read],
    [
      'its own group as its remote end',
      { ...row, CidrBlock: '', SecurityGroupId: 'sg-own' },
      { action: 'ACCEPT', protocol: 'TCP', port: '22', securityGroup: 'sg-own' },
    ],
    ['ICMPv6', { Protocol: 'ICMPV6', Ipv6CidrBlock: '::/0', Action: 'drop' }, { action: 'DROP', protocol: 'ICMPv6', cidr: '::/0' }],
    ['a port as a number', { ...row, Port: 22 }, read],
    ['port 0', { ...row, Port: '0' }, { ...read, port: '0' }],
    ['a description of one nought', { ...row, PolicyDescription: '0' }, { ...read, description: '0' }],
  ])('with %s is read', (_, listed, policy) => expect(readPolicy(listed, 'sg-own')).toEqual(policy));

  it.each<[string, object, readonly string[]]>([
    ['no remote end', { ...row, CidrBlock: undefined }, ['CidrBlock']],
    ['two remote ends', { ...row, Ipv6CidrBlock: '::/0' }, ['CidrBlock 10.0.0.0/8', 'Ipv6CidrBlock ::/0']],
    ['another group beside its remote end', { ...row, SecurityGroupId: 'sg-other' }, ['CidrBlock 10.0.0.0/8', 'SecurityGroupId sg-other']],
    ['a remote end of another sort', { ...row, CidrBlock: 'MY_PUBLIC_IP' }, ['CidrBlock MY_PUBLIC_IP']],
    ['IPv4 where IPv6 should be', { ...row, CidrBlock: '', Ipv6CidrBlock: '10.0.0.0/8' }, ['Ipv6CidrBlock 10.0.0.0/8']],
    ['no protocol', { ...row, Protocol: '' }, ['Protocol']],
    ['another protocol', { ...row, Protocol: 'SCTP' }, ['Protocol SCTP']],
    [
      'a protocol and a template',
      { ...row, ServiceTemplate: { ServiceId: 'ppm-1' } },
      ['ServiceTemplate {"ServiceId":"ppm-1"}', 'Protocol tcp', 'Port 22'],
    ],
    ['several templates', { ...row, CidrBlock: '', AddressTemplate: ['ipm-1', 'ipm-2'] }, ['AddressTemplate ["ipm-1","ipm-2"]']],
    [
      'a template under another name',
      { ...row, CidrBlock: '', AddressTemplate: { PrefixId: 'pl-1' } },
      ['AddressTemplate {"PrefixId":"pl-1"}'],
    ],
    ['no port', { ...row, Port: '' }, ['Port']],
    ['a port that is none', { ...row, Port: 'http' }, ['Port http']],
    ['a port of everything', { ...row, Protocol: 'ALL', Port: '443' }, ['Port 443']],
    ['a type of ICMP', { ...row, Protocol: 'ICMP', Port: '8' }, ['Port 8']],
    ['no action', { ...row, Action: undefined }, ['Action']],
    ['another action', { ...row, Action: 'LOG' }, ['Action LOG']],
    ['a field that nobody knows', { ...row, SourcePort: 53, Enabled: false }, ['SourcePort 53', 'Enabled false']],
  ])('with %s is carried: it surely matches nothing', (_, listed, unread) => {
    const policy = readPolicy(listed, 'sg-own');
    expect(policy.unread).toEqual(unread);
    expect(expand([policy], noReferences).rules).toEqual([]);
    const { packets, unsure, missing } = packetsOfPolicy(policy, 0, noReferences);
    expect([isEmpty(packets), isEmpty(unsure), missing]).toEqual([true, false, unread]);
  });

  it('never makes its reader throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record(
            {
              Action: fc.anything(),
              Protocol: fc.anything(),
              Port: fc.anything(),
              CidrBlock: fc.anything(),
              AddressTemplate: fc.anything(),
              ServiceTemplate: fc.anything(),
            },
            { requiredKeys: [] },
          ),
        ),
        (listed) => {
          const json = JSON.parse(JSON.stringify({ listed })).listed;
          for (const policy of [readPolicy(json), readAclEntry(json)]) packetsOfPolicy(policy, 0, noReferences);
          const five = readFivePartRules([json, { ...json, NetworkAclDirection: 'INGRESS', SourcePort: json }]);
          for (const policy of [...five.ingress, ...five.egress]) packetsOfPolicy(policy, 0, noReferences);
        },
      ),
    );
  });
});

describe('a policy that says less than a rule must', () => {
  it('is not one for everything', () => {
    for (const policy of [
      { action: 'ACCEPT', protocol: 'TCP', port: '22' },
      { action: 'ACCEPT', cidr: '10.0.0.0/8' },
      { action: 'ACCEPT', protocol: 'TCP', cidr: '10.0.0.0/8' },
      { action: null, protocol: 'TCP', port: '22', cidr: '10.0.0.0/8' },
    ] as const) {
      const { packets, unsure, missing } = packetsOfPolicy(policy, 0, noReferences);
      expect([packets, isEmpty(unsure), missing.length]).toEqual([[], false, 1]);
      expect(expand([policy], noReferences).rules).toEqual([]);
    }
  });

  it('may match what its known parts allow, and nothing else', () => {
    const narrow = packetsOfPolicy(
      { action: 'DROP', protocol: 'TCP', port: '22', cidr: '10.0.0.0/8', unread: ['SourcePort 53'] },
      0,
      noReferences,
    );
    expect(narrow.unsure).toEqual([{ family: 'IPv4', protocols: 1, from: 0x0a000000, to: 0x0affffff, low: 22, high: 22 }]);
  });
});

describe('a listed entry of a network ACL', () => {
  const entry = { ipProtocol: 'tcp', cidrIp: '10.0.0.2/24', portRange: '80', action: 1, desc: 'x' };

  it('allows by 1, denies by 0, and does neither by anything else', () => {
    expect([1, '1', 0, '0', 2, 'ACCEPT', true, null].map((action) => readAclEntry({ ...entry, action }).action)).toEqual([
      ...['ACCEPT', 'ACCEPT', 'DROP', 'DROP'],
      ...[null, null, null, null],
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    ['no port', { portRange: '' }, ['portRange']],
    ['no remote end', { cidrIp: null }, ['cidrIp']],
    ['another protocol', { ipProtocol: 'esp' }, ['ipProtocol esp']],
    ['a field that nobody knows', { ipv6CidrIp: '::/0' }, ['ipv6CidrIp ::/0']],
  ])('with %s is carried', (_, more, unread) => expect(readAclEntry({ ...entry, ...more }).unread).toEqual(unread));
});

describe('listed rules of five parts', () => {
  const rule = {
    NetworkAclQuintupleEntryId: 'acle-1',
    NetworkAclDirection: 'INGRESS',
    Priority: 1,
    Protocol: 'TCP',
    SourceCidr: '9.9.9.0/24',
    SourceIPv6Cidr: '',
    SourcePort: '1024-65535',
    DestinationCidr: '10.0.0.0/16',
    DestinationIPv6Cidr: null,
    DestinationPort: '443',
    Action: 'ACCEPT',
    Description: 'x',
    CreateTime: '2026-01-01 00:00:00',
  };
  const read = (more: object) => readFivePartRules([{ ...rule, ...more }]);

  it('have the remote end where the direction says', () => {
    const sides = { action: 'ACCEPT', protocol: 'TCP', port: '443', sourcePort: '1024-65535' };
    expect(read({}).ingress).toEqual([{ ...sides, cidr: '9.9.9.0/24', near: '10.0.0.0/16' }]);
    expect(read({ NetworkAclDirection: 'EGRESS' }).egress).toEqual([{ ...sides, cidr: '10.0.0.0/16', near: '9.9.9.0/24' }]);
    const six = { SourceCidr: '', SourceIPv6Cidr: '::/0', DestinationCidr: '', DestinationIPv6Cidr: 'fd00::/64' };
    expect(read(six).ingress).toEqual([{ ...sides, cidr: '::/0', near: 'fd00::/64' }]);
  });

  it.each<[string, object, readonly string[]]>([
    ['no source port', { SourcePort: '' }, ['SourcePort']],
    ['no destination', { DestinationCidr: '' }, ['DestinationCidr']],
    ['ends of two families', { DestinationCidr: '', DestinationIPv6Cidr: '::/0' }, ['SourceCidr 9.9.9.0/24']],
    ['both kinds of one end', { SourceIPv6Cidr: '::/0' }, ['SourceCidr 9.9.9.0/24', 'SourceIPv6Cidr ::/0']],
    ['ports of what has none', { Protocol: 'ICMP' }, ['SourcePort 1024-65535', 'DestinationPort 443']],
    ['a field that nobody knows', { Vlan: 7 }, ['Vlan 7']],
  ])('with %s is carried', (_, more, unread) => expect(read(more).ingress.map((one) => one.unread)).toEqual([unread]));

  it('are in the order of their priorities; one without a place of its own may stand anywhere', () => {
    const placed = (...priorities: unknown[]) =>
      readFivePartRules(priorities.map((Priority, at) => ({ ...rule, Priority, SourceCidr: `9.9.9.${at}` }))).ingress.map(
        ({ cidr, unread }) => (unread ? `${cidr}?` : cidr),
      );
    expect(placed(2, 3, 1)).toEqual(['9.9.9.2', '9.9.9.0', '9.9.9.1']);
    expect(placed(2, null, 1)).toEqual(['9.9.9.1?', '9.9.9.2', '9.9.9.0']);
    expect(placed(1, 2, 1)).toEqual(['9.9.9.0?', '9.9.9.2?', '9.9.9.1']);
    expect(placed(undefined)).toEqual(['9.9.9.0']);
  });

  it('without a direction may be in either', () => {
    const { ingress, egress } = read({ NetworkAclDirection: 'BOTH' });
    expect([ingress, egress].map(([one]) => [one?.action, one?.unread?.length])).toEqual([
      [null, 1],
      [null, 1],
    ]);
  });
});
