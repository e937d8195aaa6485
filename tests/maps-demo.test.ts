/** The maps of the demo cloud, as its own API tells it: every VPC at four widths passes the gates of a picture. */
import { describe, expect, it } from 'vitest';
import type { Ccn, CcnAttachment, CcnRoute, CcnSelection } from '../catalogue/families/ccn/parts.ts';
import { loadFamily } from '../catalogue/lazy.ts';
import { estateOf } from '../network/maps/estate.ts';
import { estateView } from '../network/maps/estate-groups.ts';
import { withOverlaps } from '../network/maps/estate-overlaps.ts';
import { estatePlan, uncrossedPlan } from '../network/maps/estate-places.ts';
import { estateScene } from '../network/maps/estate-scene.ts';
import { shownOf } from '../network/maps/estate-shown.ts';
import { extentOf, qualityOf, wordlessIn } from '../network/maps/quality.ts';
import type { Scene } from '../network/maps/scene.ts';
import { tableMapOf } from '../network/maps/table-map.ts';
import { vpcMapOf } from '../network/maps/vpc-map.ts';
import { vpcScene } from '../network/maps/vpc-scene.ts';
import { joinModels, type ModelCcn, type NetworkModel } from '../network/model/model.ts';
import { readAttachment, readCcn } from '../network/model/read-ccn.ts';
import { sampleEstateWords } from '../network/testing/sample-estate.ts';
import { sampleMeasure as measure, sampleWords as words } from '../network/testing/sample-map.ts';
import { startWeft } from '../server/test/kit.ts';
import { type Simulator, startSimulator } from '../simulator/main.ts';
import { requireOperation } from '../src/lib/family.ts';
import { rowsOf } from '../src/lib/rows.ts';
import { readModelList } from '../src/network-model/read-list.ts';
import { readers } from '../src/network-model/readers.ts';

const regions = ['ap-guangzhou', 'ap-shanghai', 'ap-beijing', 'ap-singapore'] as const;
const kinds = new Set([
  'vpcs',
  'subnets',
  'routeTables',
  'interfaces',
  'peerings',
  'natGateways',
  'vpnGateways',
  'vpnConnections',
  'directConnectGateways',
  'eips',
]);
/** What a window of 1,440 px leaves for the picture beside the panel of what is selected. */
const besidePanel = 1010;
const widths = [1072, 1184, 1384, 1864] as const;

type Account = Simulator['accounts'][number];
type Weft = Awaited<ReturnType<typeof startWeft>>;

/** A server that speaks for the account. What today tells of VPCs and subnets is more: their IPv6 blocks. */
const speaking = (simulator: Simulator, { secretId, secretKey }: Account, dialect: 'documents' | 'today'): Promise<Weft> =>
  startWeft({
    cloud: simulator.url,
    env: { TENCENTCLOUD_SECRET_ID: secretId, TENCENTCLOUD_SECRET_KEY: secretKey, WEFT_DIALECT: dialect },
  });

type List = ReturnType<typeof requireOperation>;

async function rowsOfList(weft: Weft, { name, data }: List, region: string, where: object = {}): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let total = 1; rows.length < total; ) {
    const { paging } = data;
    const page = paging ? { [paging.offset]: rows.length, [paging.limit]: paging.max } : {};
    const answer = await weft.call(name, { ...where, ...page }, { region });
    if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
    const read = rowsOf(data, answer.json().data ?? null);
    rows.push(...read.rows);
    total = read.rows.length === 0 || !paging ? rows.length : (read.total ?? rows.length);
  }
  return rows;
}

/** CCNs are the same in all regions. */
async function readCcns(weft: Weft): Promise<Partial<NetworkModel>> {
  const ccn = await loadFamily('ccn');
  const [region] = regions;
  const rows = (operation: 'list' | 'attachments' | 'selections' | 'routes', where: object = {}) =>
    rowsOfList(weft, requireOperation(ccn, operation), region, where);
  const selections = (await rows('selections')) as CcnSelection[];
  const ccns: ModelCcn[] = [];
  for (const row of (await rows('list')) as Ccn[])
    ccns.push(readCcn(row, (await rows('routes', { CcnId: row.CcnId })) as CcnRoute[], selections));
  return { ccns, ccnAttachments: ((await rows('attachments')) as CcnAttachment[]).map(readAttachment) };
}

async function readAll(simulator: Simulator, account: Account): Promise<Partial<NetworkModel>[]> {
  const documents = await speaking(simulator, account, 'documents');
  const today = await speaking(simulator, account, 'today');
  const parts: Partial<NetworkModel>[] = [await readCcns(documents)];
  for (const region of regions) {
    for (const reader of readers.filter(({ kind }) => kinds.has(kind))) {
      const list = requireOperation(await loadFamily(reader.family), 'list');
      const weft = reader.kind === 'vpcs' || reader.kind === 'subnets' ? today : documents;
      parts.push(readModelList(reader, await rowsOfList(weft, list, region), [], { account: account.uin, region }).model);
    }
  }
  await documents.stop();
  await today.stop();
  return parts;
}

async function readDemo(): Promise<NetworkModel> {
  const simulator = await startSimulator({ seed: 'demo' });
  const parts: Partial<NetworkModel>[] = [];
  for (const account of simulator.accounts) parts.push(...(await readAll(simulator, account)));
  await simulator.close();
  const joined = joinModels(parts);
  // What joins two accounts is listed by both.
  const once = <T extends { readonly id: string }>(rows: readonly T[]): T[] => [...new Map(rows.map((row) => [row.id, row])).values()];
  return { ...joined, peerings: once(joined.peerings), ccns: once(joined.ccns), ccnAttachments: once(joined.ccnAttachments) };
}

let reading: Promise<NetworkModel> | null = null;
/** The demo as one network, read by the first test that asks. */
function demo(): Promise<NetworkModel> {
  reading ??= readDemo();
  return reading;
}

const vpcNamed = (model: NetworkModel, name: string): string => {
  const found = model.vpcs.find((vpc) => vpc.name === name);
  if (!found) throw new Error(`the demo has no VPC ${name}`);
  return found.id;
};

function sceneOf(model: NetworkModel, vpc: string, width: number): Scene {
  const map = vpcMapOf(model, vpc);
  if (!map) throw new Error(`the model has no ${vpc}`);
  return vpcScene({ map, words, measure, width, height: 760 });
}

describe('the map of a VPC of the demo', () => {
  it.each([besidePanel, ...widths])('passes every gate at %i px', async (width) => {
    const model = await demo();
    const withSubnets = model.vpcs.filter(({ id }) => model.subnets.some(({ vpc }) => vpc === id));
    expect(withSubnets.length).toBeGreaterThan(10);
    for (const { id, name } of withSubnets) {
      const { cut: _, smallestFont, ...faults } = qualityOf(sceneOf(model, id, width));
      expect({ name, ...faults }).toEqual({ name, overText: [], throughBox: [], shared: [], textOverText: [], outside: [], crossings: 0 });
      expect(smallestFont).toBeGreaterThanOrEqual(11);
    }
  });

  it('is the same from its own region, with no more of others than what leads back', async () => {
    const model = await demo();
    const scopeOf = new Map(model.vpcs.map(({ id, account, region }) => [id, `${account} ${region}`]));
    for (const { id, name } of model.vpcs) {
      const ccns = new Set(model.ccnAttachments.flatMap(({ ccn, instance }) => (instance === id ? [ccn] : [])));
      const joined = [
        ...model.peerings.flatMap(({ vpcs }) => (vpcs.includes(id) ? vpcs : [])),
        ...model.ccnAttachments.flatMap(({ ccn, instance }) => (ccns.has(ccn) ? [instance] : [])),
      ];
      const home = scopeOf.get(id);
      const far = new Set([home, ...joined.map((one) => scopeOf.get(one))]);
      const isHere = ({ vpc }: { readonly vpc?: string | undefined }): boolean => vpc !== undefined && scopeOf.get(vpc) === home;
      const leadsBack = ({ vpc }: { readonly vpc: string }): boolean => far.has(scopeOf.get(vpc));
      const part: NetworkModel = {
        ...model,
        ...{ subnets: model.subnets.filter(leadsBack), routeTables: model.routeTables.filter(leadsBack) },
        ...{ interfaces: model.interfaces.filter(isHere), natGateways: model.natGateways.filter(isHere) },
        ...{ vpnGateways: model.vpnGateways.filter(isHere), directConnectGateways: model.directConnectGateways.filter(isHere) },
        peerings: model.peerings.filter(({ vpcs }) => vpcs.some((vpc) => scopeOf.get(vpc) === home)),
      };
      expect({ name, map: vpcMapOf(part, id) }).toEqual({ name, map: vpcMapOf(model, id) });
    }
  });

  it('fits the room that it is given', async () => {
    const model = await demo();
    for (const width of [besidePanel, 1184, 1384, 1864] as const)
      expect(sceneOf(model, vpcNamed(model, 'production'), width).width).toBeLessThanOrEqual(width + 1);
  });

  it('fills its view', async () => {
    const model = await demo();
    for (const width of [besidePanel, ...widths]) {
      const scene = sceneOf(model, vpcNamed(model, 'production'), width);
      expect(extentOf(scene, { width, height: 760 })).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('tells zones apart, and cuts no reason, beside the panel', async () => {
    const model = await demo();
    const scene = sceneOf(model, vpcNamed(model, 'production'), besidePanel);
    const heads = scene.texts.filter(({ kind }) => kind === 'head').map(({ text }) => text);
    expect(new Set(heads).size).toBe(heads.length);
    expect(scene.texts.filter(({ kind, text, full }) => kind === 'word' && text !== full)).toEqual([]);
  });

  it('tells which peering carries nothing, which gateway no route leads to, and which route is dead', async () => {
    const model = await demo();
    const map = vpcMapOf(model, vpcNamed(model, 'production'));
    const beyond = map?.hops.flatMap((hop) => hop.beyond.map((one) => [hop.name, one.state, one.trouble?.code] as const)) ?? [];
    expect(beyond).toContainEqual(['prod-dmz', 'missing', 'no-routes']);
    const routes = map?.tables.flatMap((table) => table.routes) ?? [];
    const vpn = map?.hops.find(({ name }) => name === 'prod-vpn');
    expect(routes.some(({ hop }) => hop === vpn?.key)).toBe(false);
    expect(routes.filter(({ fate }) => fate === 'dead').map(({ destination, reason }) => [destination, reason?.code])).toEqual([
      ['10.100.0.0/20', 'next-hop-gone'],
    ]);
  });

  it('tells a route that is answered from one that is not, whatever other tables lack', async () => {
    const model = await demo();
    const unanswered = (name: string): unknown[] =>
      (vpcMapOf(model, vpcNamed(model, name))?.tables ?? []).flatMap((table) =>
        table.routes.flatMap(({ destination, back }) => (back ? [[table.name, destination, back.code]] : [])),
      );
    // Of the two only the table "dispatch" of the TMS has no route to the other: who sends to its subnets gets no answer.
    expect(unanswered('tms-production')).toEqual([]);
    expect(unanswered('仓储 WMS')).toEqual([['默认', '10.64.0.0/16', 'no-way-back']]);
    expect(unanswered('production')).toEqual([]);
  });
});

describe('the picture of a route table of the demo', () => {
  it.each(widths)('passes every gate at %i px, for every table', async (width) => {
    const model = await demo();
    expect(model.routeTables.length).toBeGreaterThan(10);
    for (const { id, vpc, name } of model.routeTables) {
      const whole = vpcMapOf(model, vpc);
      const map = whole && tableMapOf(whole, id);
      if (!map) throw new Error(`no picture of ${id}`);
      const { cut: _, smallestFont, ...faults } = qualityOf(vpcScene({ map, words, measure, width, height: 280 }));
      expect({ name, ...faults }).toEqual({ name, overText: [], throughBox: [], shared: [], textOverText: [], outside: [], crossings: 0 });
      expect(smallestFont).toBeGreaterThanOrEqual(11);
    }
  });

  it('tells its own subnets by zone and its own destinations, and nothing of other tables', async () => {
    const model = await demo();
    for (const { id, vpc } of model.routeTables) {
      const whole = vpcMapOf(model, vpc);
      const map = whole && tableMapOf(whole, id);
      const own = whole?.tables.find((table) => table.id === id);
      expect(map?.tables).toEqual([own]);
      expect(new Set(map?.zones)).toEqual(new Set(own?.subnets.map(({ zone }) => zone)));
      expect(new Set(map?.hops.map(({ key }) => key))).toEqual(new Set(own?.routes.flatMap(({ hop }) => hop ?? [])));
    }
  });
});

describe('the map of the estate of the demo', () => {
  it.each(widths)('passes every gate at %i px, crosses no lines, and every line has its word', async (width) => {
    const whole = estateOf(await demo());
    const view = estateView(withOverlaps(whole));
    const shown = shownOf(view, whole);
    expect(view.grouping).toBe('none');
    const plan = uncrossedPlan(view, width);
    const scene = estateScene({ view, shown, plan, words: sampleEstateWords, measure, width, height: 760 });
    const { cut: _, smallestFont, ...faults } = qualityOf(scene);
    expect(faults).toEqual({ overText: [], throughBox: [], shared: [], textOverText: [], outside: [], crossings: 0 });
    expect(smallestFont).toBeGreaterThanOrEqual(11);
    expect(wordlessIn(scene)).toEqual([]);
    expect(extentOf(scene, { width, height: 760 })).toBeGreaterThanOrEqual(0.8);
  });

  it('narrows its columns beside a panel: rows, places and ways stay, and every gate is passed', async () => {
    const whole = estateOf(await demo());
    const view = estateView(withOverlaps(whole));
    const shown = shownOf(view, whole);
    const plan = uncrossedPlan(view, 1334);
    const [apart, beside] = [1334, besidePanel].map((width) =>
      estateScene({ view, shown, plan, words: sampleEstateWords, measure, width, height: 760 }),
    );
    const { cut: _, smallestFont: __, ...faults } = qualityOf(beside as Scene);
    expect(faults).toEqual({ overText: [], throughBox: [], shared: [], textOverText: [], outside: [], crossings: 0 });
    expect(beside?.width).toBeLessThan(besidePanel + 60);
    const order = (scene: Scene | undefined): string[] => (scene?.boxes ?? []).map(({ key, kind }) => `${kind} ${key}`);
    expect(order(beside)).toEqual(order(apart));
    // Most of what does not work has its name where the picture has its whole width.
    const bad = shown.nodes.flatMap(({ vpcs }) => vpcs.flatMap(({ exits }) => exits.filter(({ state }) => state !== 'good')));
    const told = apart?.texts.filter(({ kind, state }) => kind === 'exit' && state !== undefined) ?? [];
    expect(told.length).toBeGreaterThanOrEqual(bad.length / 2);
  });

  it('has its CCNs with what is in them, further ranges and IPv6 blocks', async () => {
    const model = await demo();
    expect(model.vpcs.find(({ name }) => name === 'edge')).toMatchObject({
      ...{ secondaryCidrs: ['172.30.0.0/20'], ipv6Cidrs: ['2402:4e00:1042::/56'] },
    });
    expect(model.subnets.filter(({ ipv6Cidr }) => ipv6Cidr).length).toBeGreaterThan(1);
    const view = estateView(estateOf(model));
    const hub = view.nodes.find(({ kind, name }) => kind === 'hub' && name === 'office-backbone');
    expect(hub).toBeDefined();
    const members = view.lines.filter(({ ends }) => hub && ends.includes(hub.key));
    expect(members.length).toBeGreaterThan(1);
    // It is no VPC of a region, and looks like none.
    const scene = estateScene({ view, plan: estatePlan(view, 1384), words: sampleEstateWords, measure, width: 1384, height: 760 });
    expect(scene.boxes.filter(({ kind }) => kind === 'hub').map(({ key }) => key)).toContain(hub?.key);
    expect(members.every(({ links }) => links.every(({ kind }) => kind === 'ccn'))).toBe(true);
  });

  it('tells what joins VPCs, how it stands, what leaves them and what is wrong', async () => {
    const estate = estateOf(await demo());
    const named = (name: string) => estate.vpcs.find((vpc) => vpc.name === name);
    expect(named('production')?.findings.map(({ kind }) => kind)).toEqual(['route', 'beyond', 'unused']);
    expect(named('production')?.exits.map(({ kind, state }) => [kind, state])).toEqual([
      ['internet', 'good'],
      ['remote', 'missing'],
      ['remote', 'missing'],
      ['data-centre', 'good'],
    ]);
    const states = Object.fromEntries(estate.links.map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({ 'prod-dmz': 'missing', 'gz-bj-dr': 'good', 代收货款: 'dead', 港口报关: 'asked', 'cn-sea': 'missing' });
  });
});
