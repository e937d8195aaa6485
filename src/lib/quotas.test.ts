import { expect, test } from 'vitest';
import { limitTypes } from '../../catalogue/families/account/index.ts';
import { familyData, findAction } from '../../catalogue/index.ts';
import { rowFields } from './family.ts';
import { limitIn, measures, usageOf } from './quotas.ts';

test('every quota but those of SSL VPNs is counted somewhere', () => {
  expect(limitTypes.filter((type) => measures[type] === undefined)).toEqual([44, 51]);
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

test('a peering that is not in force takes none of its quota', () => {
  const of = (state: number) => ({ unVpcId: 'vpc-a', peeringConnectionId: 'pcx-1', state });
  expect(usageOf(20, [of(0), of(1), of(3)])).toEqual({ used: 1, holder: { family: 'vpc', id: 'vpc-a' } });
});

test('the fields that are counted are fields of the lists', () => {
  const blank = new Proxy<Record<string, unknown>>({}, {});
  for (const { family, of } of Object.values(measures)) {
    const read: string[] = [];
    of(new Proxy(blank, { get: (_, name) => void read.push(String(name)) }));
    const operations: Readonly<Record<string, readonly string[]>> = familyData[family].operations;
    const list = findAction(operations.list?.[0] ?? '');
    const known = list ? Object.keys(rowFields(list)) : [];
    // Of several spellings the list has at least one.
    if (read.length > 0)
      expect(
        known.some((name) => read.includes(name)),
        `${family}: ${read}`,
      ).toBe(true);
  }
});

test('a limit is read from an object by type, or from a list of them', () => {
  expect(limitIn({ '1': 10, '2': '12' }, 2)).toBe(12);
  expect(limitIn([{ '1': 10 }, { '57': 1000 }], 57)).toBe(1000);
  expect(limitIn({ '1': 10 }, 2)).toBe(null);
  expect(limitIn(undefined, 2)).toBe(null);
});
