// @vitest-environment happy-dom
/**
 * No form writes over what somebody else did while it was open. Against the simulated cloud through the real carrier: the
 * form opens, the cloud is changed behind its back, the form is saved.
 */
import { request } from 'node:http';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FamilyRef, splitRef } from '../../catalogue/define.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import { plainName } from '../../catalogue/names.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { fieldText } from '../../catalogue/text/shape.ts';
import { bearer, startWeft, type Weft } from '../../server/test/kit.ts';
import { startSimulator } from '../../simulator/main.ts';
import { families } from '../../src/families/registry.ts';
import { show } from '../../src/kit/testing.tsx';
import { type AnyRow, idOf, operation, type Params, requireOperation, rowParams } from '../../src/lib/family.ts';
import { rowsOf } from '../../src/lib/rows.ts';
import { paths } from '../../src/paths.ts';
import { useToasts } from '../../src/stores/toasts.ts';

const place = { region: 'ap-guangzhou' } as const;
let weft: Weft;
/** What the console has sent. */
let sent: { readonly name: string; readonly params: Params }[] = [];
/** An action that the cloud refuses to answer. */
let refuse = '';

beforeEach(async () => {
  const simulator = await startSimulator({ seed: 'demo' });
  const [account] = simulator.accounts;
  const env = { TENCENTCLOUD_SECRET_ID: account?.secretId, TENCENTCLOUD_SECRET_KEY: account?.secretKey };
  weft = await startWeft({ cloud: simulator.url, env });
  sent = [];
  refuse = '';
  globalThis.fetch = async (input, init) => {
    const name = String(input)
      .replace(/^.*\/api\/call\//, '')
      .replace('/', ':');
    if (typeof init?.body === 'string') sent.push({ name, params: JSON.parse(init.body).params });
    if (name === refuse) return Response.json({ error: { code: 'InternalError', message: 'no' } }, { status: 422 });
    return carried(`${weft.url}${String(input)}`, String(init?.method ?? 'GET'), init?.body);
  };
  return () => simulator.close();
});
afterEach(cleanup);

/** The browser's own request, by a token in the place of a session. */
const carried = (url: string, method: string, body: unknown): Promise<Response> =>
  new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: bearer, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (piece: string) => {
        text += piece;
      });
      incoming.on('end', () => resolve(new Response(text === '' ? null : text, { status: incoming.statusCode ?? 0 })));
    });
    outgoing.on('error', reject);
    outgoing.end(typeof body === 'string' ? body : undefined);
  });

/** What somebody else does meanwhile. */
async function theirs(name: string, params: Params): Promise<AnyRow> {
  const answer = await weft.call(name, params as Record<string, unknown>);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
  return answer.json().data ?? {};
}

async function rowsNow(ref: FamilyRef, where: Params = {}): Promise<readonly AnyRow[]> {
  const list = requireOperation(await loadFamily(ref), 'list');
  const page = list.data.paging ? { [list.data.paging.offset]: 0, [list.data.paging.limit]: list.data.paging.max } : {};
  return rowsOf(list.data, await theirs(list.name, { ...where, ...page })).rows;
}

async function rowNow(ref: FamilyRef, id: string): Promise<AnyRow> {
  const module = await loadFamily(ref);
  const row = (await rowsNow(ref)).find((one) => idOf(module, one) === id);
  if (!row) throw new Error(`there is no ${id}`);
  return row;
}

/** The form of an address, as a person meets it. */
async function open(ref: FamilyRef, at: string): Promise<void> {
  const entry = families.find(({ family }) => family === splitRef(ref).family);
  if (!entry) throw new Error(`no pages of ${ref}`);
  const { Pages } = await entry.load();
  await show(
    <Routes>
      <Route path={`/${entry.path}/*`} element={<Pages />} />
    </Routes>,
    at,
  );
  await screen.findByRole('dialog', {}, { timeout: 5000 });
}

/** A field, once what the form hangs on has come. */
const field = (label: string) => waitFor(() => box(label), { timeout: 5000 });

const panel = () => within(screen.getByRole('dialog'));
const box = (label: string): HTMLInputElement => panel().getByLabelText(label);
const type = (label: string, value: string): void => void fireEvent.change(box(label), { target: { value } });
const press = (name: string): void => void fireEvent.click(panel().getByRole('button', { name }));
const submit = (): HTMLElement => {
  const found = panel()
    .getAllByRole('button')
    .find((button) => button.getAttribute('type') === 'submit');
  if (!found) throw new Error('the form has no button');
  return found;
};
const stopped = 'Somebody else changed this meanwhile; nothing was written';
/** The form says so, and shows this text in it. */
async function isStopped(...told: string[]): Promise<void> {
  const section = await screen.findByRole('region', { name: stopped }, { timeout: 5000 });
  for (const text of told) expect(section.textContent).toContain(text);
}
const saved = () => waitFor(() => expect(screen.queryByRole('dialog')).toBe(null), { timeout: 5000 });
const choose = (version: string): void => void fireEvent.click(panel().getByRole('radio', { name: new RegExp(version) }));

/** Every sort of member that can be changed. */
const changeable: FamilyRef[] = [];
for (const { family } of families) {
  const module = await loadFamily(family);
  for (const ref of [family, ...Object.keys(module.data.kinds ?? {}).map((kind): FamilyRef => `${family}/${kind}`)]) {
    if (operation(await loadFamily(ref), 'update')) changeable.push(ref);
  }
}

interface Named {
  readonly id: string;
  readonly row: AnyRow;
  readonly name: string;
  /** The label of its name in the form, and the field of a row that holds it. */
  readonly label: string;
  readonly field: string;
  readonly call: (name: string) => Promise<AnyRow>;
}

/** A resource of the demo world and its name. */
async function namedOne(ref: FamilyRef): Promise<Named> {
  const module = await loadFamily(ref);
  const update = requireOperation(module, 'update');
  const { name: field = '', nameParam } = module.data;
  const param = Object.keys(update.data.params).find((one) => [field, nameParam ?? ''].map(plainName).includes(plainName(one))) ?? '';
  const text = await loadText('en', splitRef(ref).family);
  const row = (await rowsNow(ref))[0] ?? {};
  const own = rowParams(module, update.data, row);
  const needed = Object.fromEntries(Object.entries(own).filter(([one]) => one !== param));
  return {
    id: idOf(module, row),
    row,
    name: String(row[field]),
    label: fieldText(text, update.name, param).label,
    field,
    call: (name) => theirs(update.name, { ...needed, [param]: name }),
  };
}

describe('every form that changes a resource', () => {
  test('there are such families', () => expect(changeable.length).toBeGreaterThan(12));

  test.each(changeable)('%s: a name that both changed is asked about', async (ref) => {
    const one = await namedOne(ref);
    await open(ref, paths.edit(ref, one.id, place));
    await field(one.label);
    await one.call('theirs-1');
    type(one.label, 'mine-1');
    press('Save changes');
    await isStopped(one.name, 'theirs-1', 'mine-1');
    expect((await rowNow(ref, one.id))[one.field]).toBe('theirs-1');
    choose('Yours');
    press('Go on with this');
    press('Save changes');
    await saved();
    await waitFor(async () => expect((await rowNow(ref, one.id))[one.field]).toBe('mine-1'));
  });
});

const sends = (name: string): readonly Params[] => sent.filter((one) => one.name === name).map(({ params }) => params);

describe('what a form does not set follows', () => {
  test('a field that nobody touched here stays as they made it, and is told', async () => {
    const [vpc = {}] = await rowsNow('vpc');
    const id = String(vpc.VpcId);
    await open('vpc', paths.edit('vpc', id, place));
    await theirs('vpc:ModifyVpcAttribute', { VpcId: id, DomainName: 'theirs.internal', DnsServers: ['10.0.0.7'] });
    type('Name', 'mine');
    press('Save changes');
    await saved();
    expect(await rowNow('vpc', id)).toMatchObject({ VpcName: 'mine', DomainName: 'theirs.internal', DnsServerSet: ['10.0.0.7'] });
    expect(sends('vpc:ModifyVpcAttribute')).toEqual([{ VpcId: id, VpcName: 'mine' }]);
    expect(useToasts.getState().toasts.at(-1)?.detail).toContain('DNS domain');
  });

  test('parts of a structure that is replaced whole', async () => {
    const [tunnel = {}] = await rowsNow('vpn-connection');
    const id = String(tunnel.VpnConnectionId);
    await open('vpn-connection', paths.edit('vpn-connection', id, place));
    const label = fieldText(await loadText('en', 'vpn-connection'), '', 'IKESaLifetimeSeconds').label;
    // The two phases have a lifetime each; the first phase's stands first.
    const lifetime = () => panel().getAllByLabelText(label)[0] ?? document.body;
    await waitFor(lifetime, { timeout: 5000 });
    const ike = { ...(tunnel.IKEOptionsSpecification as AnyRow), DhGroupName: 'GROUP24' };
    await theirs('vpc:ModifyVpnConnectionAttribute', { VpnConnectionId: id, IKEOptionsSpecification: ike });
    fireEvent.change(lifetime(), { target: { value: '7777' } });
    press('Save changes');
    await saved();
    const now = (await rowNow('vpn-connection', id)).IKEOptionsSpecification as AnyRow;
    expect([now.DhGroupName, Number(now.IKESaLifetimeSeconds)]).toEqual(['GROUP24', 7777]);
  });

  test('a change that both made alike is not sent again', async () => {
    const one = await namedOne('security-group');
    await open('security-group', paths.edit('security-group', one.id, place));
    await one.call('alike');
    type(one.label, 'alike');
    press('Save changes');
    await saved();
    expect(sends('vpc:ModifySecurityGroupAttribute')).toEqual([]);
  });
});

describe('a list that is replaced whole', () => {
  test('members of a template: theirs, mine or both', async () => {
    const [template = {}] = await rowsNow('parameter-template');
    const id = String(template.AddressTemplateId);
    const members = template.AddressSet as string[];
    await open('parameter-template', paths.edit('parameter-template', id, place));
    await theirs('vpc:ModifyAddressTemplateAttribute', { AddressTemplateId: id, Addresses: [...members.slice(1), '203.0.113.77'] });
    type('Addresses', [...members, '203.0.113.88'].join('\n'));
    press('Save changes');
    await isStopped('203.0.113.77', '203.0.113.88');
    choose('Both changes');
    press('Go on with this');
    press('Save changes');
    await saved();
    expect((await rowNow('parameter-template', id)).AddressSet).toEqual([...members.slice(1), '203.0.113.77', '203.0.113.88']);
  });

  test('members of a group of templates', async () => {
    const ref = 'parameter-template/service-groups';
    const [group = {}] = await rowsNow(ref);
    const id = String(group.ServiceTemplateGroupId);
    const own = group.ServiceTemplateIdSet as string[];
    const other = (await rowsNow('parameter-template/services'))
      .map((row) => String(row.ServiceTemplateId))
      .find((one) => !own.includes(one));
    await open(ref, paths.edit(ref, id, place));
    await field('Name');
    await theirs('vpc:ModifyServiceTemplateGroupAttribute', { ServiceTemplateGroupId: id, ServiceTemplateIds: [...own, other] });
    type('Name', 'mine');
    press('Save changes');
    await saved();
    expect(await rowNow(ref, id)).toMatchObject({ [(await namedOne(ref)).field]: 'mine', ServiceTemplateIdSet: [...own, other] });
  });

  test('the policy of a tunnel', async () => {
    const [tunnel = {}] = await rowsNow('vpn-connection');
    const id = String(tunnel.VpnConnectionId);
    const [first = {}, ...rest] = tunnel.SecurityPolicyDatabaseSet as AnyRow[];
    await open('vpn-connection', paths.edit('vpn-connection', id, place));
    await field('Remote blocks 1');
    const remote = first.RemoteCidrBlock as string[];
    const policy = [{ ...first, RemoteCidrBlock: [...remote, '192.168.201.0/24'] }, ...rest];
    await theirs('vpc:ModifyVpnConnectionAttribute', { VpnConnectionId: id, SecurityPolicyDatabases: policy });
    type('Remote blocks 1', [...remote, '192.168.202.0/24'].join('\n'));
    press('Save changes');
    await isStopped('192.168.201.0/24', '192.168.202.0/24');
    press('Start over from what stands now');
    expect(box('Remote blocks 1').value).toContain('192.168.201.0/24');
    expect(box('Remote blocks 1').value).not.toContain('192.168.202.0/24');
    expect((await rowNow('vpn-connection', id)).SecurityPolicyDatabaseSet).toEqual(policy);
  });

  test('the groups of an interface', async () => {
    const groups = (await rowsNow('security-group')).map((row) => String(row.SecurityGroupId));
    const eni = (await rowsNow('eni')).find((row) => (row.GroupSet as string[]).length > 0) ?? {};
    const id = String(eni.NetworkInterfaceId);
    await open('eni', paths.edit('eni', id, place));
    await field('Name');
    const more = [...(eni.GroupSet as string[]), groups.find((group) => !(eni.GroupSet as string[]).includes(group))];
    await theirs('vpc:ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: id, SecurityGroupIds: more });
    type('Name', 'mine');
    press('Save changes');
    await saved();
    expect(await rowNow('eni', id)).toMatchObject({ NetworkInterfaceName: 'mine', GroupSet: more });
  });
});

describe('an operation that hangs on what somebody changed', () => {
  const table = async (): Promise<{ readonly id: string; readonly routes: readonly AnyRow[] }> => {
    const found =
      (await rowsNow('route-table')).find((row) => (row.RouteSet as AnyRow[]).some(({ GatewayType }) => GatewayType === 'NAT')) ?? {};
    return { id: String(found.RouteTableId), routes: found.RouteSet as AnyRow[] };
  };

  test('a route that was given another next hop is neither changed nor deleted unseen', async () => {
    const { id, routes } = await table();
    const route = routes.find(({ GatewayType }) => GatewayType === 'NAT') ?? {};
    for (const operation of ['replaceRoutes', 'deleteRoutes']) {
      await open('route-table', paths.verb('route-table', id, operation, place, { RouteId: String(route.RouteId) }));
      await waitFor(submit, { timeout: 5000 });
      const now = ((await rowNow('route-table', id)).RouteSet as AnyRow[]).find(({ RouteId }) => RouteId === route.RouteId) ?? {};
      await theirs('vpc:ReplaceRoutes', { RouteTableId: id, Routes: [{ ...now, RouteDescription: `theirs ${operation}` }] });
      fireEvent.click(submit());
      await isStopped(`theirs ${operation}`);
      cleanup();
    }
    expect([...sends('vpc:DeleteRoutes'), ...sends('vpc:ReplaceRoutes')]).toEqual([]);
  });

  test('a subnet that was made to follow another table', async () => {
    const tables = await rowsNow('route-table');
    const [a, b, c] = tables.filter(({ VpcId }) => tables.filter((other) => other.VpcId === VpcId).length > 2);
    const subnet = (await rowsNow('subnet')).find(({ RouteTableId }) => RouteTableId === a?.RouteTableId) ?? {};
    const at = paths.verb('route-table', String(b?.RouteTableId), 'associate', place, { SubnetId: String(subnet.SubnetId) });
    await open('route-table', at);
    await waitFor(() => panel().getAllByText(new RegExp(String(a?.RouteTableName))), { timeout: 5000 });
    await theirs('vpc:ReplaceRouteTableAssociation', { SubnetId: subnet.SubnetId, RouteTableId: c?.RouteTableId });
    fireEvent.click(submit());
    await isStopped(String(c?.RouteTableId));
    expect((await rowNow('subnet', String(subnet.SubnetId))).RouteTableId).toBe(c?.RouteTableId);
    press('Go on with this');
    fireEvent.click(submit());
    await saved();
    expect((await rowNow('subnet', String(subnet.SubnetId))).RouteTableId).toBe(b?.RouteTableId);
  });

  test('a subnet that was put under another ACL', async () => {
    const acls = await rowsNow('network-acl');
    const acl = acls[0] ?? {};
    const made = await theirs('vpc2017:CreateNetworkAcl', { vpcId: acl.unVpcId, networkAclName: 'other' });
    const other = String((made.data as AnyRow).networkAclId);
    const subnet = (await rowsNow('subnet')).find(({ VpcId }) => VpcId === acl.unVpcId) ?? {};
    const name = String(subnet.SubnetId);
    const bound = { vpcId: acl.unVpcId, subnetIds: [name] };
    await open('network-acl', paths.verb('network-acl', String(acl.networkAclId), 'bind', place, { subnets: name }));
    await waitFor(() => panel().getAllByRole('checkbox', { checked: true }), { timeout: 5000 });
    await theirs('vpc2017:CreateSubnetAclRule', { ...bound, networkAclId: other });
    fireEvent.click(submit());
    await isStopped(other);
    expect(sends('vpc2017:CreateSubnetAclRule')).toEqual([]);
  });

  test('a translation of a leased line that was described anew', async () => {
    const gateway = (await rowsNow('direct-connect-gateway')).find(({ snatNum }) => Number(snatNum) > 0) ?? {};
    const id = String(gateway.directConnectGatewayId);
    const of = { vpcId: gateway.unVpcId, directConnectGatewayId: id };
    const answer = await theirs('vpc2017:DescribeLocalIPTranslationNatRule', of);
    const [rule = {}] = (answer.data ?? answer.localIPTranslation) as AnyRow[];
    const was = { oldOriginalIP: String(rule.originalIP), oldTranslationIP: String(rule.translationIP) };
    const values = {
      originalIP: String(rule.originalIP),
      translationIP: String(rule.translationIP),
      description: String(rule.description),
    };
    await open('direct-connect-gateway', paths.verb('direct-connect-gateway', id, 'updateLocalIP', place, { ...was, ...values }));
    await field('Description');
    await theirs('vpc2017:ModifyLocalIPTranslationNatRule', { ...of, ...was, ...values, description: 'theirs' });
    type('Translated address', '100.64.8.99');
    fireEvent.click(submit());
    await isStopped('theirs');
    expect(sends('vpc2017:ModifyLocalIPTranslationNatRule')).toEqual([]);
  });

  test('a gateway that was resized', async () => {
    const vpn = (await rowsNow('vpn-gateway')).find(({ InternetMaxBandwidthOut }) => Number(InternetMaxBandwidthOut) < 50) ?? {};
    const id = String(vpn.VpnGatewayId);
    await open('vpn-gateway', paths.verb('vpn-gateway', id, 'resize', place));
    const label = fieldText(await loadText('en', 'vpn-gateway'), '', 'InternetMaxBandwidthOut').label;
    await field(label);
    await theirs('vpc:ResetVpnGatewayInternetMaxBandwidth', { VpnGatewayId: id, InternetMaxBandwidthOut: 50 });
    fireEvent.change(box(label), { target: { value: '100' } });
    fireEvent.click(submit());
    await isStopped('50');
    expect(sends('vpc:ResetVpnGatewayInternetMaxBandwidth')).toEqual([]);
  });
});

describe('what cannot be compared is not written', () => {
  test('a resource that was deleted meanwhile: nothing is sent, and what was entered stays', async () => {
    const made = await theirs('vpc:CreateSecurityGroup', { GroupName: 'short-lived', GroupDescription: 'x' });
    const id = String((made.SecurityGroup as AnyRow).SecurityGroupId);
    await open('security-group', paths.edit('security-group', id, place));
    await field('Name');
    await theirs('vpc:DeleteSecurityGroup', { SecurityGroupId: id });
    type('Name', 'mine');
    press('Save changes');
    expect((await screen.findByText('It was deleted meanwhile; nothing was written')).textContent).toBeTruthy();
    expect(box('Name').value).toBe('mine');
    expect(sends('vpc:ModifySecurityGroupAttribute')).toEqual([]);
  });

  test('a reading that fails: nothing is sent', async () => {
    const one = await namedOne('vpc');
    await open('vpc', paths.edit('vpc', one.id, place));
    await field('Name');
    type('Name', 'mine');
    refuse = 'vpc:DescribeVpcs';
    press('Save changes');
    expect(await screen.findByText('Nothing was written: how it stands now could not be read')).toBeTruthy();
    expect(sends('vpc:ModifyVpcAttribute')).toEqual([]);
  });
});
