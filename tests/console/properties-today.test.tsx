// @vitest-environment happy-dom
/** The properties of the fullest resource of every family of the demo's account of today, as a person reads them. */
import { cleanup, waitFor } from '@testing-library/react';
import { afterEach, expect, it, onTestFinished } from 'vitest';
import { type FamilyRef, refsOf } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { familyOfId } from '../../catalogue/ids.ts';
import { listedFamilies, loadFamily, todayOf } from '../../catalogue/lazy.ts';
import { runOperation } from '../../src/api/run.ts';
import { loadMessages, startLanguage } from '../../src/i18n/index.ts';
import { type AnyRow, idOf, requireOperation } from '../../src/lib/family.ts';
import { rowsOf } from '../../src/lib/rows.ts';
import { noteConsole } from '../../src/lib/scope.ts';
import { paths } from '../../src/paths.ts';
import { behind, behindToday, openPage, rowsNow } from './support.tsx';

afterEach(cleanup);

const scope = { account: undefined, region: 'ap-guangzhou' };

/** Tabs of one, where its properties do not open first. */
const tabOf = (ref: FamilyRef) => (ref === 'route-table' || ref === 'network-acl' ? 'properties' : undefined);

/** Where each stands on the map of a VPC, by what its page links to. */
const onMap: Partial<Record<FamilyRef, RegExp>> = {
  subnet: /^subnet:subnet-/,
  'route-table': /^table:rtb-/,
  'nat-gateway': /^hop:NAT:nat-/,
  'vpn-gateway': /^hop:VPN:vpngw-/,
  'vpn-connection': /^hop:VPN:vpngw-/,
  'direct-connect-gateway': /^hop:DIRECTCONNECT:dcg-/,
  peering: /^hop:PEERCONNECTION:pcx-/,
  ccn: /^hop:CCN:ccn-/,
  eip: /^subnet:subnet-|^hop:NAT:nat-/,
  eni: /^subnet:subnet-/,
};

/** Of these the account of today has none that stand in a VPC. */
const ofDocuments = ['vpn-gateway', 'vpn-connection', 'direct-connect-gateway'] as const;

/** They name a VPC and stand nowhere on its map: it has no place for them, or the VPC is only what they are made for. */
const offMap: ReadonlySet<FamilyRef> = new Set(['vpc', 'network-acl', 'dhcp-ip', 'classic-link', 'flow-log']);

/** What the links onto maps choose there. */
const chosenOnMaps = (): string[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/map?"]')].flatMap(({ href }) => new URL(href).searchParams.get('at') ?? []);

/** Those whose rows tell most; of ACLs and direct-connect gateways all, which are of two kinds. */
const ofTwoKinds: ReadonlySet<FamilyRef> = new Set(['network-acl', 'direct-connect-gateway']);

async function rowsOfFamily(ref: FamilyRef): Promise<readonly { readonly id: string; readonly row: AnyRow }[]> {
  const plain = await loadFamily(ref);
  const today = await todayOf(plain, 'today');
  const module = today ? today(plain) : plain;
  const { name, data } = requireOperation(module, 'list');
  if (speechOf(module, 'today', name).kind === 'lacks') return [];
  const rows = rowsOf(data, (await runOperation(scope, module, name, {})).data).rows as readonly AnyRow[];
  const fullest = rows.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  return (ofTwoKinds.has(ref) ? fullest : fullest.slice(0, 1)).map((row) => ({ id: idOf(module, row), row }));
}

const idsOf = async (ref: FamilyRef): Promise<string[]> => (await rowsOfFamily(ref)).map(({ id }) => id);

/** The page's text once `what` is there and the page at rest. */
async function shown(url: string, what: string): Promise<string> {
  const isAtRest = await openPage(url, scope);
  await waitFor(
    () => {
      if (!isAtRest()) throw new Error('not at rest');
      expect(document.querySelector(what), url).not.toBe(null);
    },
    { timeout: 20_000 },
  );
  return document.body.textContent ?? '';
}

/** The text of a property by its name in the API. */
const told = (name: string): string | null | undefined => document.querySelector(`dt[title="${name}"]`)?.nextElementSibling?.textContent;

it('tells lists of structures in words, what was not told as that, and leads to the map of the VPC it stands in', async () => {
  await behindToday();
  await startLanguage('ui', 'shell', 'family', 'page', 'kit');
  await loadMessages('kit', 'shell');
  const refs = (await Promise.all(listedFamilies.map(async (family) => refsOf((await loadFamily(family)).data)))).flat();
  const proven = new Set<FamilyRef>();
  const unread: Partial<Record<FamilyRef, string | null | undefined>> = {};
  for (const ref of refs) {
    for (const { id, row } of await rowsOfFamily(ref)) {
      const text = await shown(paths.detail(ref, id, scope, tabOf(ref)), 'dl');
      const at = text.search(/[[{]["{]/);
      const chosen = chosenOnMaps();
      const wanted = onMap[ref];
      const namesVpc = Object.values(row).some((value) => typeof value === 'string' && familyOfId(value) === 'vpc');
      // Rows of these two name no VPC: what they are bound to, or attach, does.
      if (wanted && (namesVpc || ref === 'eip' || ref === 'ccn')) {
        expect({ ref, chosen: chosen.find((key) => wanted.test(key)) }).toEqual({ ref, chosen: expect.anything() });
        proven.add(ref);
      } else if (namesVpc) expect([...offMap]).toContain(ref);
      expect(at < 0 ? '' : `${ref}: ${text.slice(Math.max(0, at - 60), at + 60)}`).toBe('');
      if (ref === 'vpc') unread[ref] = told('AssistantCidrSet');
      if (ref === 'direct-connect-gateway' && told('snatNum')?.includes('not told')) unread[ref] = told('snatNum');
      if (ref === 'network-acl' && told('networkAclType')?.includes('both ends')) unread[ref] = told('networkAclEntrySet');
    }
  }
  expect([...new Set([...proven, ...ofDocuments])].sort()).toEqual(Object.keys(onMap).sort());
  expect(unread).toEqual({
    vpc: expect.stringMatching(/^172\.30\.0\.0\/20/),
    'direct-connect-gateway': expect.stringContaining('not told'),
    'network-acl': 'On the first tab, each by itself',
  });
}, 180_000);

it('leads to the map from the gateways and connections of an account of the documents', async () => {
  const close = await behind();
  onTestFinished(async () => void (await close()));
  noteConsole({
    ...{ mode: 'real', endpoints: {}, defaultAccount: 'main', defaultRegion: scope.region, version: '1' },
    accounts: [{ id: 'main', name: 'main', uin: '100010000001', vendor: 'tencent', dialect: 'documents', regions: [scope.region] }],
  });
  await startLanguage('ui', 'shell', 'family', 'page', 'kit');
  await loadMessages('kit', 'shell');
  for (const ref of ofDocuments) {
    const module = await loadFamily(ref);
    const [row] = await rowsNow(ref);
    if (!row) throw new Error(`the demo has no ${ref}`);
    await shown(paths.detail(ref, idOf(module, row), scope), 'dl');
    expect({ ref, chosen: chosenOnMaps().find((key) => onMap[ref]?.test(key)) }).toEqual({ ref, chosen: expect.anything() });
  }
}, 120_000);

it('makes a network ACL of five parts by the form’s own choice of the kind', async () => {
  await behindToday();
  await startLanguage('ui', 'shell', 'family', 'page', 'kit');
  await loadMessages('kit', 'shell');
  const text = await shown(paths.create('network-acl', scope), 'dialog [type=submit], [role=dialog] [type=submit]');
  expect(text).toContain('Kind of rules');
  expect(text).toContain('Protocol, both ports, both ends');
  const plain = await loadFamily('network-acl');
  const [vpcId = ''] = await idsOf('vpc');
  const name = 'five-of-my-own';
  await runOperation(scope, plain, 'vpc2017:CreateNetworkAcl', { vpcId, networkAclName: name, networkAclType: 'QUINTUPLE' });
  const { data } = await runOperation(scope, plain, 'vpc2017:DescribeNetworkAcl', {});
  expect(data.data).toContainEqual(expect.objectContaining({ networkAclName: name, networkAclType: 'QUINTUPLE' }));
}, 180_000);
