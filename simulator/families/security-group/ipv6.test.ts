/** IPv6 far ends and ICMPv6 as the cloud of 2026 has them, through the wire. */
import { expect, it } from 'vitest';
import { cidrRule, GroupStage } from './fixture.ts';

const stage = new GroupStage();
const { group, policies, policy, replace, quota } = stage;

const six = (Ipv6CidrBlock: string, more: Record<string, unknown> = {}) => ({
  Protocol: 'TCP',
  Port: '22',
  Ipv6CidrBlock,
  Action: 'ACCEPT',
  ...more,
});
const listed = async (id: string) => (await policies(id)).Ingress;

it('are kept and listed as they were sent, and never become an IPv4 block', async () => {
  const id = await group();
  const icmp = { Protocol: 'icmpv6', Ipv6CidrBlock: '::/0', Action: 'drop', PolicyDescription: 'all of it' };
  expect(await policy('Create', id, { Ingress: [six('2001:db8:1::/64'), icmp] })).toBe('');
  expect(await listed(id)).toEqual([
    { PolicyIndex: 0, Protocol: 'TCP', Port: '22', Ipv6CidrBlock: '2001:db8:1::/64', Action: 'ACCEPT', PolicyDescription: '' },
    { PolicyIndex: 1, Protocol: 'ICMPv6', Ipv6CidrBlock: '::/0', Action: 'DROP', PolicyDescription: 'all of it' },
  ]);
});

it('are replaced, reset and deleted, by index and by content', async () => {
  const id = await group();
  await policy('Create', id, { Ingress: [six('2001:db8::1'), cidrRule('10.0.0.0/8')] });
  expect(await replace(id, { Version: '2', Ingress: [six('2001:db8::2', { PolicyIndex: 0 })] })).toBe('');
  expect((await listed(id))[0]).toMatchObject({ Ipv6CidrBlock: '2001:db8::2' });
  expect(await policy('Delete', id, { Ingress: [six('2001:db8::3')] })).toBe('ResourceNotFound');
  expect(await policy('Delete', id, { Ingress: [cidrRule('0.0.0.0/0', { Port: '22' })] })).toBe('ResourceNotFound');
  // Another spelling of the same address.
  expect(await policy('Delete', id, { Ingress: [six('2001:DB8:0::2/128')] })).toBe('');
  expect(await policy('Modify', id, { Version: '4', Egress: [six('::/0')], Ingress: [] })).toBe('');
  const { Egress, Ingress } = await policies(id);
  expect([Egress, Ingress]).toEqual([[expect.objectContaining({ Ipv6CidrBlock: '::/0' })], []]);
  expect(Egress[0]).not.toHaveProperty('CidrBlock');
});

it('are refused twice, beside another far end, without any, and where they are none', async () => {
  const id = await group();
  await policy('Create', id, { Ingress: [six('2001:db8::/32')] });
  expect(await policy('Create', id, { Ingress: [six('2001:db8:0:0::/32')] })).toBe('InvalidParameterValue');
  expect(await policy('Create', id, { Ingress: [six('2001:db8::/48', { CidrBlock: '10.0.0.0/8' })] })).toBe('InvalidParameter');
  expect(await policy('Create', id, { Ingress: [six('', { CidrBlock: '' })] })).toBe('InvalidParameter');
  for (const text of ['10.0.0.0/8', '2001:db8::/129', '2001:db8', 'fe80::1%eth0', '1::2::3']) {
    expect(await policy('Create', id, { Ingress: [six(text)] }), text).toBe('InvalidParameterValue.Malformed');
  }
  expect(await policy('Create', id, { Ingress: [six('2001:db8:5::/48', { Protocol: 'ICMPv6' })] })).toBe('InvalidParameterValue');
  expect(await listed(id)).toHaveLength(1);
});

it('count like any other rule', async () => {
  const id = await group();
  await quota('policies-per-direction', 1);
  expect(await policy('Create', id, { Ingress: [six('2001:db8::1')] })).toBe('');
  expect(await policy('Create', id, { Ingress: [six('2001:db8::2')] })).toBe('LimitExceeded');
});

it('an absent protocol or far end is refused, never kept as everything', async () => {
  const id = await group();
  for (const field of ['Protocol', 'CidrBlock', 'Action']) {
    const { [field]: _, ...rest } = cidrRule('10.0.0.0/8') as Record<string, unknown>;
    for (const absent of [rest, { ...rest, [field]: '' }, { ...rest, [field]: null }]) {
      expect(await policy('Create', id, { Ingress: [absent] }), field).toBe('InvalidParameter');
    }
  }
  expect(await listed(id)).toEqual([]);
});
