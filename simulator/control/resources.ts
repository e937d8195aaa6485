/** Control over single things: accounts, quotas, speeds, and resources that no action of these APIs makes. */
import { isDialect } from '../../catalogue/binding.ts';
import { families } from '../../catalogue/define.ts';
import { allAccounts, createAccount, credentials } from '../accounts/accounts.ts';
import { isQuotaType, quotas } from '../accounts/quota.ts';
import { accountTable, quotaTable, type Speed, speedTable } from '../accounts/table.ts';
import { addDatabase, type NewDatabase } from '../families/cdb-instance/rules.ts';
import { type EipRow, eipTable } from '../families/eip/table.ts';
import { putAddresses } from '../families/eni/addresses.ts';
import { addEni } from '../families/eni/rules.ts';
import { addProxy } from '../families/gaap-proxy/rules.ts';
import type { ProxyRow } from '../families/gaap-proxy/table.ts';
import { addSubnet } from '../families/subnet/rules.ts';
import type { SubnetRow } from '../families/subnet/table.ts';
import { addVpc } from '../families/vpc/rules.ts';
import { addInstance, type NewInstance } from '../instances/instances.ts';
import { fallIntoArrears } from '../rules/eips.ts';
import { type NewTask, startTask } from '../rules/tasks.ts';
import { regionExists, zonesIn } from '../rules/zones.ts';
import type { AnySpec } from '../world/table.ts';
import type { Partition, World } from '../world/world.ts';
import type { ControlContext } from './context.ts';
import { ControlError, numberIn, optionalText, textIn, wholeIn } from './http.ts';

type Body = Readonly<Record<string, unknown>>;

/** `{name?, secretId?, secretKey?, token?, classic?, dialect?}` → the new account's keys. */
export function addAccount({ world }: ControlContext, body: Body): unknown {
  const secretId = optionalText(body, 'secretId');
  const taken = secretId !== undefined && world.shared(accountTable).first('secretId', secretId) !== undefined;
  if (taken) throw new ControlError(409, 'another account has this secretId');
  const dialect = optionalText(body, 'dialect');
  if (dialect !== undefined && !isDialect(dialect)) throw new ControlError(400, `there is no dialect ${dialect}`);
  const account = createAccount(world, {
    name: optionalText(body, 'name') ?? 'Account',
    secretId,
    secretKey: optionalText(body, 'secretKey'),
    token: optionalText(body, 'token'),
    classic: body.classic === true,
    dialect,
  });
  return credentials(account);
}

function uinIn(world: World, body: Body, name: string): string {
  const uin = optionalText(body, name) ?? allAccounts(world)[0]?.uin ?? '';
  if (!world.shared(accountTable).has(uin)) throw new ControlError(404, `there is no account ${uin}`);
  return uin;
}

function regionIn(body: Body): string {
  const region = textIn(body, 'region');
  if (!regionExists(region)) throw new ControlError(400, `there is no region ${region}`);
  return region;
}

/** `{uin?, region, vpcs, subnetsPerVpc?, enisPerSubnet?}`: so many VPCs at once, quotas or not. Their blocks repeat after 256. */
export function fill({ world }: ControlContext, body: Body): { vpcs: number; subnets: number; enis: number } {
  const region = regionIn(body);
  const partition = world.partition(uinIn(world, body, body.uin === undefined ? 'account' : 'uin'), region);
  const vpcs = wholeIn(body, 'vpcs');
  const subnetsPerVpc = body.subnetsPerVpc === undefined ? 0 : wholeIn(body, 'subnetsPerVpc');
  const enisPerSubnet = body.enisPerSubnet === undefined ? 0 : wholeIn(body, 'enisPerSubnet');
  if (subnetsPerVpc > 256) throw new ControlError(400, '"subnetsPerVpc" is at most 256');
  if (enisPerSubnet > 253) throw new ControlError(400, '"enisPerSubnet" is at most 253');
  const zones = zonesIn(region);
  const ctx = { world, partition, region, now: world.clock.now() };
  for (let number = 1; number <= vpcs; number += 1) {
    const second = number % 256;
    const { vpc } = addVpc(ctx, { name: `fill-${String(number).padStart(5, '0')}`, cidr: `10.${second}.0.0/16` });
    for (let third = 0; third < subnetsPerVpc; third += 1) {
      const zone = zones[third % zones.length] as string;
      const subnet = addSubnet(ctx, vpc, { name: `fill-${third}`, cidr: `10.${second}.${third}.0/24`, zone });
      for (let fourth = 2; fourth < enisPerSubnet + 2; fourth += 1) fillInterface(ctx, subnet, `10.${second}.${third}.${fourth}`);
    }
  }
  return { vpcs, subnets: vpcs * subnetsPerVpc, enis: vpcs * subnetsPerVpc * enisPerSubnet };
}

function fillInterface(ctx: Parameters<typeof addEni>[0], subnet: SubnetRow, address: string): void {
  const eni = addEni(ctx, subnet, { name: `fill-${address}` });
  putAddresses(ctx.partition, eni, [{ address, primary: true, description: '' }], 'AVAILABLE');
}

const hereAndNow = (partition: Partition) => ({
  world: partition.world,
  partition,
  region: partition.region,
  now: partition.world.clock.now(),
});

/** Tables whose rows need more than to be put: an instance takes an address, a task a number, others what was left out. */
const makers: Readonly<Record<string, (partition: Partition, row: Body) => unknown>> = {
  instance: (partition, row) =>
    addInstance(partition, { ...(row as Partial<NewInstance>), SubnetId: textIn(row, 'SubnetId') }, partition.world.clock.now()),
  'cdb-instance': (partition, row) => addDatabase(hereAndNow(partition), row as NewDatabase),
  'gaap-proxy': (partition, row) => addProxy(hereAndNow(partition), row as Partial<ProxyRow>),
  task: (partition, row) => {
    const family = families.find((name) => name === row.family);
    if (!family) throw new ControlError(400, '"family" must be a family of the catalogue');
    const task = { effects: [], ...(row as Partial<NewTask>), family };
    return { taskId: startTask(hereAndNow(partition), task) };
  },
};

/** `{uin?, region, table, row}` → `{row}` as it now stands. Of a row that is there already, only the given fields change. */
export function addResource({ world }: ControlContext, body: Body): { row: unknown } {
  const partition = world.partition(uinIn(world, body, 'uin'), regionIn(body));
  const name = textIn(body, 'table');
  const { row } = body;
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new ControlError(400, '"row" must be an object');
  const known = knownRow(partition, name, row as Body);
  if (known) return { row: known };
  const make = makers[name];
  if (make) return { row: make(partition, row as Body) };
  return { row: putRow(partition, name, row as Body) };
}

/** The row with this id after the change, or undefined when there was none. */
function knownRow(partition: Partition, name: string, row: Body): unknown {
  const spec = partition.world.spec(name);
  if (!spec || spec.scope === 'world') return undefined;
  const id: unknown = spec.id(row);
  const table = partition.table(spec);
  if (typeof id !== 'string' || !table.has(id)) return undefined;
  const before: unknown = table.get(id);
  table.patch(id, row);
  consequences[name]?.(partition, before, id);
  return table.get(id);
}

/** What follows from changing a row, by table: what would have followed had the cloud changed it. */
const consequences: Readonly<Record<string, (partition: Partition, before: unknown, id: string) => void>> = {
  eip: (partition, before, id) => {
    const eip = partition.table(eipTable).get(id);
    if (eip?.IsArrears && !(before as EipRow).IsArrears) fallIntoArrears(hereAndNow(partition), eip);
  },
};

/** The fields that a table's ids are made of. */
function idFields(spec: AnySpec): readonly string[] {
  const names: string[] = [];
  spec.id(new Proxy({}, { get: (_, name) => void names.push(String(name)) }));
  return names;
}

function putRow(partition: Partition, name: string, row: Body): unknown {
  const spec: AnySpec | undefined = partition.world.spec(name);
  if (!spec || spec.scope === 'world') throw new ControlError(400, `"${name}" is no table of resources`);
  const id: unknown = spec.id(row);
  if (typeof id !== 'string' || id === '') throw new ControlError(400, `a row of "${name}" needs its id: ${idFields(spec).join(', ')}`);
  return partition.table(spec).put(row);
}

/** `{family, speed, uin?}`: how long changes of state take, for one account or for all. "*" is every family. */
export function setTransitions({ world }: ControlContext, body: Body): void {
  const family = textIn(body, 'family');
  if (family !== '*' && !families.some((name) => name === family)) throw new ControlError(400, `there is no family ${family}`);
  const uin = body.uin === undefined ? '*' : uinIn(world, body, 'uin');
  world.shared(speedTable).put({ uin, family, speed: speedIn(body.speed) });
}

function speedIn(value: unknown): Speed {
  if (value === 'at-once') return value;
  const speed = (typeof value === 'object' && value !== null ? value : {}) as Body;
  if (speed.seconds !== undefined) return { seconds: numberIn(speed, 'seconds') };
  if (speed.reads !== undefined) return { reads: wholeIn(speed, 'reads') };
  throw new ControlError(400, '"speed" must be "at-once", {"seconds": n} or {"reads": n}');
}

/** `{uin?, region?, type, limit}`: one account's quota, in one region or in all. */
export function setQuota({ world }: ControlContext, body: Body): void {
  const type = textIn(body, 'type');
  if (!isQuotaType(type)) throw new ControlError(400, `"type" must be one of ${Object.keys(quotas).join(', ')}`);
  const region = body.region === undefined ? '*' : regionIn(body);
  world.shared(quotaTable).put({ uin: uinIn(world, body, 'uin'), region, type, limit: wholeIn(body, 'limit') });
}
