/** IPv6 remote ends and ICMPv6 as the cloud of 2026 has them, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { itRefuses, type RefusalCase } from '../../testing/refusals.ts';
import { cidrRule, GroupStage } from './fixture.ts';

const stage = new GroupStage();
const { group, policies, policy, replace, quota } = stage;

let web: string;
beforeEach(async () => {
  web = await group();
});

const six = (Ipv6CidrBlock: string, more: Record<string, unknown> = {}) => ({
  Protocol: 'TCP',
  Port: '22',
  Ipv6CidrBlock,
  Action: 'ACCEPT',
  ...more,
});
const listed = async () => (await policies(web)).Ingress;

it('are kept and listed as they were sent, and never become an IPv4 block', async () => {
  const icmp = { Protocol: 'icmpv6', Ipv6CidrBlock: '::/0', Action: 'drop', PolicyDescription: 'all of it' };
  expect(await policy('Create', web, { Ingress: [six('2001:db8:1::/64'), icmp] })).toBe('');
  expect(await listed()).toEqual([
    { PolicyIndex: 0, Protocol: 'TCP', Port: '22', Ipv6CidrBlock: '2001:db8:1::/64', Action: 'ACCEPT', PolicyDescription: '' },
    { PolicyIndex: 1, Protocol: 'ICMPv6', Ipv6CidrBlock: '::/0', Action: 'DROP', PolicyDescription: 'all of it' },
  ]);
});

it('are replaced, reset and deleted, by index and by content', async () => {
  await policy('Create', web, { Ingress: [six('2001:db8::1'), cidrRule('10.0.0.0/8')] });
  expect(await replace(web, { Version: '2', Ingress: [six('2001:db8::2', { PolicyIndex: 0 })] })).toBe('');
  expect((await listed())[0]).toMatchObject({ Ipv6CidrBlock: '2001:db8::2' });
  expect(await policy('Delete', web, { Ingress: [six('2001:db8::3')] })).toBe('ResourceNotFound');
  expect(await policy('Delete', web, { Ingress: [cidrRule('0.0.0.0/0', { Port: '22' })] })).toBe('ResourceNotFound');
  // Another spelling of the same address.
  expect(await policy('Delete', web, { Ingress: [six('2001:DB8:0::2/128')] })).toBe('');
  expect(await policy('Modify', web, { Version: '4', Egress: [six('::/0')], Ingress: [] })).toBe('');
  const { Egress, Ingress } = await policies(web);
  expect([Egress, Ingress]).toEqual([[expect.objectContaining({ Ipv6CidrBlock: '::/0' })], []]);
  expect(Egress[0]).not.toHaveProperty('CidrBlock');
});

const taken = () => policy('Create', web, { Ingress: [six('2001:db8::/32')] });
const full = async () => {
  await quota('policies-per-direction', 1);
  expect(await policy('Create', web, { Ingress: [six('2001:db8::1')] })).toBe('');
};
const created = 'vpc:CreateSecurityGroupPolicies';
const inward = (...Ingress: unknown[]) => ({ SecurityGroupId: web, SecurityGroupPolicySet: { Ingress } });
const notIpv6 = ['10.0.0.0/8', '2001:db8::/129', '2001:db8', 'fe80::1%eth0', '1::2::3'];
/** Each of three fields that every rule needs, left out, empty and null. */
const absent = ['Protocol', 'CidrBlock', 'Action'].flatMap((field): RefusalCase[] => {
  const { [field]: _, ...rest } = cidrRule('10.0.0.0/8') as Record<string, unknown>;
  return [
    [created, `a rule without ${field}`, 'InvalidParameter', () => inward(rest)],
    [created, `a rule whose ${field} is empty`, 'InvalidParameter', () => inward({ ...rest, [field]: '' })],
    [created, `a rule whose ${field} is null`, 'InvalidParameter', () => inward({ ...rest, [field]: null })],
  ];
});

itRefuses({ ...stage, unchanged: () => policies(web) }, [
  [created, 'an IPv6 block that is there, spelled otherwise', 'InvalidParameterValue', () => inward(six('2001:db8:0:0::/32')), taken],
  [created, 'blocks of both kinds', 'InvalidParameter', () => inward(six('2001:db8::/48', { CidrBlock: '10.0.0.0/8' }))],
  [created, 'two empty blocks', 'InvalidParameter', () => inward(six('', { CidrBlock: '' }))],
  ...notIpv6.map((text): RefusalCase => [created, `${text} as an IPv6 block`, 'InvalidParameterValue.Malformed', () => inward(six(text))]),
  [created, 'ports of ICMPv6', 'InvalidParameterValue', () => inward(six('2001:db8:5::/48', { Protocol: 'ICMPv6' }))],
  [created, 'one more than the quota', 'LimitExceeded', () => inward(six('2001:db8::2')), full],
  ...absent,
]);
