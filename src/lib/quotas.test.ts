import { expect, test } from 'vitest';
import { limitTypes } from '../../catalogue/families/account/index.ts';
import { numberedQuotas } from '../../catalogue/families/quotas.ts';
import { familyData, findAction } from '../../catalogue/index.ts';
import { refFamily, rowFields } from './family.ts';
import { consumedBy, limitIn, limitOf, tellsLimit, usageOf } from './quotas.ts';

test('every quota but those of SSL VPNs is counted somewhere', () => {
  expect(limitTypes.filter((type) => numberedQuotas[type] === undefined)).toEqual([44, 51]);
});

test('of a quota for each VPC the fullest one counts', () => {
  const rows = [{ VpcId: 'vpc-a' }, { VpcId: 'vpc-b' }, { VpcId: 'vpc-b' }];
  expect(usageOf(1, rows)).toEqual({ used: 2, holder: { family: 'vpc', id: 'vpc-b' } });
  expect(usageOf(1, [])).toEqual({ used: 0, holder: null });
  expect(usageOf(0, rows)).toEqual({ used: 3, holder: null });
  expect(usageOf(44, rows)).toBe(null);
});

test('what stands inside a row is counted there', () => {
  const acl = { networkAclId: 'acl-1', networkAclEntrySet: { ingress: [1, 2, 3], egress: [1] } };
  expect(usageOf(17, [acl])?.used).toBe(3);
  expect(usageOf(18, [acl])).toEqual({ used: 1, holder: { family: 'network-acl', id: 'acl-1' } });
  expect(usageOf(56, [{ natId: 'nat-1', eipSet: ['198.18.0.1'] }])?.used).toBe(1);
  expect(usageOf(36, [{ directConnectGatewayId: 'dcg-1', dnaptNum: 4 }])?.used).toBe(4);
});

test('what no row tells is not counted, and is not 0', () => {
  expect(usageOf(32, [{ directConnectGatewayId: 'dcg-1' }, { directConnectGatewayId: 'dcg-2', snatNum: null }])).toBe(null);
  expect(usageOf(32, [{ directConnectGatewayId: 'dcg-1' }, { directConnectGatewayId: 'dcg-2', snatNum: 2 }])?.used).toBe(2);
});

test('a peering that is not in force takes none of its quota', () => {
  const of = (state: number) => ({ unVpcId: 'vpc-a', peeringConnectionId: 'pcx-1', state });
  expect(usageOf(20, [of(0), of(1), of(3)])).toEqual({ used: 1, holder: { family: 'vpc', id: 'vpc-a' } });
});

test('the fields that are counted are fields of the lists', () => {
  for (const [type, { family, id, per, by = id, counts = by, where = {} }] of Object.entries(numberedQuotas)) {
    const operations: Readonly<Record<string, readonly string[]>> = familyData[family].operations;
    const list = findAction(operations.list?.[0] ?? '');
    const fields = list ? rowFields(list) : {};
    const read = per === undefined ? [] : [by, counts.split('.')[0], ...Object.keys(where)];
    expect(Object.keys(fields), `${family}, quota ${type}`).toEqual(expect.arrayContaining(read));
    // By a field of another family's ids, a quota is for each of that family.
    if (by !== id) expect(refFamily(fields[by] ?? { kind: 'text' })).toBe(per);
  }
});

test('a limit is read from an object by type, or from a list of them', () => {
  expect(limitIn({ '1': 10, '2': '12' }, 2)).toBe(12);
  expect(limitIn([{ '1': 10 }, { '57': 1000 }], 57)).toBe(1000);
  expect(limitIn({ '1': 10 }, 2)).toBe(null);
  expect(limitIn(undefined, 2)).toBe(null);
});

test('a limit below nothing is told and not known', () => {
  expect([limitIn({ '1': -1 }, 1), limitIn([{ '1': '-1' }], 1), limitIn({ '1': 0 }, 1)]).toEqual([null, null, 0]);
  expect([tellsLimit({ '1': -1 }, 1), tellsLimit({ '1': -1 }, 2)]).toEqual([true, false]);
  expect([limitOf(-1), limitOf(0), limitOf(9)]).toEqual([null, 0, 9]);
});

test('rules of five parts stand in no row: such an ACL is not counted as one without rules', () => {
  const acl = (networkAclId: string, networkAclType: string, rules: readonly number[]) => ({
    ...{ networkAclId, networkAclType, networkAclEntrySet: { ingress: rules, egress: [] } },
  });
  expect(usageOf(17, [acl('acl-5', 'QUINTUPLE', [])])).toBe(null);
  expect(usageOf(17, [acl('acl-5', 'QUINTUPLE', []), acl('acl-3', 'TRIPLE', [1])])?.used).toBe(1);
});

test('a form is told how much is used of what it names', () => {
  const subnets = [{ VpcId: 'vpc-a' }, { VpcId: 'vpc-b' }, { VpcId: 'vpc-b' }];
  expect(consumedBy(1, subnets, { VpcId: 'vpc-b' })).toBe(2);
  expect(consumedBy(1, subnets, { VpcId: '' })).toBe(null);
  expect(consumedBy(1, subnets, {})).toBe(null);
  expect(consumedBy(0, subnets, {})).toBe(3);
  expect(consumedBy(44, subnets, {})).toBe(null);
  const peerings = [0, 1, 1].map((state) => ({ unVpcId: 'vpc-a', peeringConnectionId: 'pcx-1', state }));
  expect(consumedBy(20, peerings, { vpcId: 'vpc-a' })).toBe(2);
});
