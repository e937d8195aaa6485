// @vitest-environment happy-dom
/**
 * No form writes over what somebody else did while it was open. Against the simulated cloud through the real proxy: the
 * form opens, the cloud is changed behind its back, the form is saved.
 */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FamilyRef, refsOf, splitRef } from '../../catalogue/define.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import { plainName } from '../../catalogue/names.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { fieldText } from '../../catalogue/text/shape.ts';
import { families } from '../../src/families/manifests.ts';
import { type AnyRow, idOf, operation, requireOperation, rowParams } from '../../src/lib/family.ts';
import { paths } from '../../src/paths.ts';
import { useToasts } from '../../src/stores/toasts.ts';
import {
  behind,
  box,
  choose,
  cloud,
  dialogIsGone,
  field,
  goOn,
  isStopped,
  open,
  panel,
  press,
  rowNow,
  rowsNow,
  scope,
  sends,
  theirs,
  type,
} from './support.tsx';

beforeEach(behind);
afterEach(cleanup);

/** Every sort of member that can be changed. */
const changeable: FamilyRef[] = [];
for (const { family } of families) {
  const module = await loadFamily(family);
  for (const ref of refsOf(module.data)) {
    if (operation(await loadFamily(ref), 'update')) changeable.push(ref);
  }
}

interface NamedResource {
  readonly id: string;
  readonly row: AnyRow;
  readonly name: string;
  /** The label of its name in the form, and the field of a row that holds it. */
  readonly label: string;
  readonly field: string;
  readonly call: (name: string) => Promise<AnyRow>;
}

/** A resource of the demo world and its name. */
async function namedOne(ref: FamilyRef): Promise<NamedResource> {
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
    await open(ref, paths.edit(ref, one.id, scope));
    await field(one.label);
    await one.call('theirs-1');
    type(one.label, 'mine-1');
    press('Save changes');
    await isStopped(one.name, 'theirs-1', 'mine-1');
    expect((await rowNow(ref, one.id))[one.field]).toBe('theirs-1');
    choose('Yours');
    await goOn();
    press('Save changes');
    await dialogIsGone();
    await waitFor(async () => expect((await rowNow(ref, one.id))[one.field]).toBe('mine-1'));
  });
});

describe('what a form does not set follows', () => {
  test('a field that nobody touched here stays as they made it, and is told', async () => {
    const [vpc = {}] = await rowsNow('vpc');
    const id = String(vpc.VpcId);
    await open('vpc', paths.edit('vpc', id, scope));
    await field('Name');
    await theirs('vpc:ModifyVpcAttribute', { VpcId: id, DomainName: 'theirs.internal', DnsServers: ['10.0.0.7'] });
    type('Name', 'mine');
    press('Save changes');
    await dialogIsGone();
    expect(await rowNow('vpc', id)).toMatchObject({ VpcName: 'mine', DomainName: 'theirs.internal', DnsServerSet: ['10.0.0.7'] });
    expect(sends('vpc:ModifyVpcAttribute')).toEqual([{ VpcId: id, VpcName: 'mine' }]);
    expect(useToasts.getState().toasts.at(-1)?.detail).toContain('DNS domain');
  });

  test('parts of a structure that is replaced whole', async () => {
    const [tunnel = {}] = await rowsNow('vpn-connection');
    const id = String(tunnel.VpnConnectionId);
    await open('vpn-connection', paths.edit('vpn-connection', id, scope));
    const label = fieldText(await loadText('en', 'vpn-connection'), '', 'IKESaLifetimeSeconds').label;
    // The two phases have a lifetime each; the first phase's stands first.
    const lifetime = () => panel().getAllByLabelText(label)[0] ?? document.body;
    await waitFor(lifetime);
    const ike = { ...(tunnel.IKEOptionsSpecification as AnyRow), DhGroupName: 'GROUP24' };
    await theirs('vpc:ModifyVpnConnectionAttribute', { VpnConnectionId: id, IKEOptionsSpecification: ike });
    fireEvent.change(lifetime(), { target: { value: '7777' } });
    press('Save changes');
    await dialogIsGone();
    const now = (await rowNow('vpn-connection', id)).IKEOptionsSpecification as AnyRow;
    expect([now.DhGroupName, Number(now.IKESaLifetimeSeconds)]).toEqual(['GROUP24', 7777]);
  });

  test('a change that both made alike is not sent again', async () => {
    const one = await namedOne('security-group');
    await open('security-group', paths.edit('security-group', one.id, scope));
    await field(one.label);
    await one.call('alike');
    type(one.label, 'alike');
    press('Save changes');
    await dialogIsGone();
    expect(sends('vpc:ModifySecurityGroupAttribute')).toEqual([]);
  });
});

describe('a list that is replaced whole', () => {
  test('members of a template: theirs, mine or both', async () => {
    const [template = {}] = await rowsNow('parameter-template');
    const id = String(template.AddressTemplateId);
    const members = template.AddressSet as string[];
    await open('parameter-template', paths.edit('parameter-template', id, scope));
    await field('Addresses');
    await theirs('vpc:ModifyAddressTemplateAttribute', { AddressTemplateId: id, Addresses: [...members.slice(1), '203.0.113.77'] });
    type('Addresses', [...members, '203.0.113.88'].join('\n'));
    press('Save changes');
    await isStopped('203.0.113.77', '203.0.113.88');
    choose('Both changes');
    await goOn();
    press('Save changes');
    await dialogIsGone();
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
    await open(ref, paths.edit(ref, id, scope));
    await field('Name');
    await theirs('vpc:ModifyServiceTemplateGroupAttribute', { ServiceTemplateGroupId: id, ServiceTemplateIds: [...own, other] });
    type('Name', 'mine');
    press('Save changes');
    await dialogIsGone();
    expect(await rowNow(ref, id)).toMatchObject({ [(await namedOne(ref)).field]: 'mine', ServiceTemplateIdSet: [...own, other] });
  });

  test('the policy of a tunnel', async () => {
    const [tunnel = {}] = await rowsNow('vpn-connection');
    const id = String(tunnel.VpnConnectionId);
    const [first = {}, ...rest] = tunnel.SecurityPolicyDatabaseSet as AnyRow[];
    await open('vpn-connection', paths.edit('vpn-connection', id, scope));
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
    await open('eni', paths.edit('eni', id, scope));
    await field('Name');
    const more = [...(eni.GroupSet as string[]), groups.find((group) => !(eni.GroupSet as string[]).includes(group))];
    await theirs('vpc:ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: id, SecurityGroupIds: more });
    type('Name', 'mine');
    press('Save changes');
    await dialogIsGone();
    expect(await rowNow('eni', id)).toMatchObject({ NetworkInterfaceName: 'mine', GroupSet: more });
  });
});

describe('what cannot be compared is not written', () => {
  test('a resource that was deleted meanwhile: nothing is sent, and what was entered stays', async () => {
    const made = await theirs('vpc:CreateSecurityGroup', { GroupName: 'short-lived', GroupDescription: 'x' });
    const id = String((made.SecurityGroup as AnyRow).SecurityGroupId);
    await open('security-group', paths.edit('security-group', id, scope));
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
    await open('vpc', paths.edit('vpc', one.id, scope));
    await field('Name');
    type('Name', 'mine');
    cloud.refuse = 'vpc:DescribeVpcs';
    press('Save changes');
    expect(await screen.findByText('Nothing was written: how it stands now could not be read')).toBeTruthy();
    expect(sends('vpc:ModifyVpcAttribute')).toEqual([]);
  });
});
