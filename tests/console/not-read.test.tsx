// @vitest-environment happy-dom
/** What was refused, or came in rows that nobody can read, is told as not read: never as none, as gone, or as leading elsewhere. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import groupWords from '../../src/families/security-group/en.json' with { type: 'json' };
import { loadMessages, startLanguage } from '../../src/i18n/index.ts';
import messages from '../../src/pages/addresses/en.json' with { type: 'json' };
import { behindToday, openPage } from './support.tsx';

afterEach(cleanup);

const scope = { account: undefined, region: 'ap-guangzhou' };

/** Actions that are refused; rows of a list, by its action, as they come instead. */
interface Hostile {
  readonly refused?: readonly string[];
  readonly rows?: Readonly<Record<string, (row: Readonly<Record<string, unknown>>, at: number) => unknown>>;
}

let hostile: Hostile = {};

async function behindHostile(): Promise<void> {
  await behindToday();
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const action = String(input).replace(/^.*\//, '');
    if (hostile.refused?.includes(action))
      return Response.json({ error: { code: 'UnauthorizedOperation', message: 'no permission' } }, { status: 403 });
    const answer = await plain(input, init);
    const change = hostile.rows?.[action];
    if (!change) return answer;
    const { data, ...rest } = (await answer.json()) as { data: Record<string, unknown> };
    const changed = Object.entries(data).map(([name, value]) => [name, Array.isArray(value) ? value.map(change) : value]);
    return Response.json({ ...rest, data: Object.fromEntries(changed) });
  };
  await startLanguage('ui', 'shell', 'family', 'page', 'kit');
  await loadMessages('kit', 'detail', 'shell', 'reachability');
}

/** The page at rest, once its text has `told`. */
async function read(url: string, wrong: Hostile, told: RegExp): Promise<string> {
  hostile = wrong;
  const isAtRest = await openPage(url, scope);
  const text = () => document.body.textContent ?? '';
  await waitFor(
    () => {
      expect(text()).toMatch(told);
      if (!isAtRest()) throw new Error('not at rest');
    },
    { timeout: 30_000 },
  );
  return text();
}

const whole = /could not be read whole/;
/** Every field but ids is null. */
const onlyIds = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, /Id$/.test(name) ? value : null]));

it('a route whose far end was refused leads to somewhere unknown, not elsewhere, and every page of the network says what was not read', async () => {
  await behindHostile();
  const every = ['/addresses', '/topology', '/'];
  const asked = {
    ...{ DescribeCcnAttachedInstances: every, DescribeVpcPeeringConnections: ['/addresses', '/'] },
    ...{ DescribeCcnRoutes: every, DescribeCcns: ['/addresses'] },
  };
  for (const [action, urls] of Object.entries(asked))
    for (const url of urls) {
      const text = await read(url, { refused: [action] }, url === '/' ? /Not read, so there may be more/ : whole);
      expect(text, `${url} without ${action}`).toContain('UnauthorizedOperation');
      expect(text, `${url} without ${action}`).not.toContain(messages.collisionsWhat);
      expect(text, `${url} without ${action}`).not.toContain('reached elsewhere');
    }
}, 180_000);

it('VPCs that were refused or cannot be read are not told as none', async () => {
  await behindHostile();
  const none = /No VPC in any region|There are no VPCs/;
  for (const wrong of [{ refused: ['DescribeVpcs'] }, { rows: { DescribeVpcs: onlyIds } }] satisfies Hostile[])
    for (const url of ['/addresses', '/topology', '/peerings?view=matrix']) expect(await read(url, wrong, whole)).not.toMatch(none);
  const overview = await read('/', { rows: { DescribeVpcs: onlyIds } }, /Not read, so there may be more/);
  expect(overview).not.toMatch(none);
  const [, row] = screen.getAllByRole('row');
  expect(row?.textContent).toMatch(/Guangzhou.*[1-9]\d* cannot be read/);
  expect(row?.textContent).not.toMatch(/Guangzhou[^0-9]*0/);
  // One of many: its region is there, and is told not to be all.
  const first = await read('/topology', { rows: { DescribeVpcs: (row, at) => (at === 0 ? onlyIds(row) : row) } }, whole);
  expect(first).toMatch(/VPCs in (Guangzhou|Singapore)[^)]*\(vpc-/);
}, 180_000);

it('what names a resource, or is bound to it, is not told as none where its list was refused', async () => {
  await behindHostile();
  const idOf = async (action: string, items: string, id: string): Promise<string> => {
    const answer = await fetch(`/api/call/vpc/${action}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ region: scope.region, params: {} }),
    });
    const { data } = (await answer.json()) as { data: Record<string, Readonly<Record<string, string>>[]> };
    return String(data[items]?.[0]?.[id]);
  };
  hostile = {};
  const nat = await idOf('DescribeNatGateways', 'NatGatewaySet', 'NatGatewayId');
  const group = await idOf('DescribeSecurityGroups', 'SecurityGroupSet', 'SecurityGroupId');
  const vpc = await idOf('DescribeVpcs', 'VpcSet', 'VpcId');
  const refused = /UnauthorizedOperation/;
  expect(await read(`/nat-gateways/${nat}/references`, { refused: ['DescribeRouteTables'] }, refused)).not.toMatch(/Route tables \(0\)/);
  expect(await read(`/vpcs/${vpc}/references`, { refused: ['DescribeCcnAttachedInstances'] }, refused)).not.toMatch(/CCNs \(0\)/);
  const statistics = ['DescribeSecurityGroupAssociationStatistics', 'DescribeNetworkInterfaces', 'DescribeSecurityGroupPolicies'];
  const uses = await read(`/security-groups/${group}/uses`, { refused: statistics }, new RegExp(groupWords.someUnread));
  expect(uses).toMatch(refused);
  expect(uses).not.toContain(groupWords.namedByNone);
  expect(uses).not.toMatch(/\(0\)/);
  expect(await read('/security-groups', { refused: statistics }, new RegExp(groupWords.usesUnread))).not.toContain(groupWords.unused);
});
