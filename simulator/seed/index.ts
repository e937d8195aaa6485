/** What a new world holds. */
import type { Family } from '../../catalogue/define.ts';
import { allAccounts, createAccount } from '../accounts/accounts.ts';
import { seeds } from '../families/registry.ts';
import { addSubnet } from '../families/subnet/rules.ts';
import { subnetTable } from '../families/subnet/table.ts';
import { addVpc } from '../families/vpc/rules.ts';
import { vpcTable } from '../families/vpc/table.ts';
import { addInstance } from '../instances/instances.ts';
import { seededRandomness } from '../world/ids.ts';
import type { Partition, World } from '../world/world.ts';
import { type Company, CompanyRegion } from './company.ts';
import { games } from './games.ts';
import { logistics } from './logistics.ts';
import type { AccountPlan, VpcPlan } from './plan.ts';
import { retail } from './retail.ts';
import { inOrder, type Seed, sequenceOf } from './seed.ts';

export type SeedName = 'demo' | 'empty';

export const isSeed = (name: string): name is SeedName => name === 'demo' || name === 'empty';

/** Every demo world has the same ids, so that a link into one works in the next. */
const demoRandomness = 20_261_121;

/**
 * Fills an empty world: `demo` with three companies' networks, `empty` with one account that has nothing. Accounts that are
 * already there are used in their order, so that a world started over keeps its keys. A test may leave out families.
 */
export function seedWorld(world: World, seed: SeedName, families: typeof seeds = seeds): void {
  if (seed === 'empty') {
    if (allAccounts(world).length === 0) createAccount(world, { name: 'Weft' });
    return;
  }
  const known = allAccounts(world);
  const others = known.filter(({ dialect }) => dialect === undefined);
  const companies = world.withRandomness(seededRandomness(demoRandomness), () => [
    seedCompany(world, 'retail', retail, others[0]?.uin),
    seedCompany(world, 'logistics', logistics, others[1]?.uin),
  ]);
  // Each family draws its ids from a sequence of its own, so that a change to one leaves the others' ids as they are.
  const ordered = inOrder(families);
  const run = (family: Family, seed: Seed, step: Seed['add'] | undefined): void => {
    if (step) world.withRandomness(seededRandomness(sequenceOf(family, seed)), () => companies.forEach(step));
  };
  for (const [family, seed] of ordered) run(family, seed, seed.add);
  for (const [family, seed] of ordered) run(family, seed, seed.finish);
  seedModern(world, ordered, known.find(({ dialect }) => dialect === games.dialect)?.uin);
}

/** The company of today, after all others: what it has changes no id of theirs, and no number that is one series. */
function seedModern(world: World, ordered: ReturnType<typeof inOrder>, known: string | undefined): void {
  const company = world.withRandomness(seededRandomness(demoRandomness + 1), () => seedCompany(world, 'games', games, known));
  for (const [family, seed] of ordered) {
    world.withRandomness(seededRandomness(sequenceOf(family, seed) + 1), () => seed.modern?.(company));
  }
}

function seedCompany(world: World, name: Company['name'], plan: AccountPlan, known: string | undefined): Company {
  const uin = seedAccount(world, plan, known);
  return { name, uin, region: (region) => new CompanyRegion(world.partition(uin, region), region) };
}

function seedAccount(world: World, plan: AccountPlan, known: string | undefined): string {
  const uin = known ?? createAccount(world, plan).uin;
  for (const vpc of plan.vpcs) seedVpc(world.partition(uin, vpc.region), vpc);
  return uin;
}

function seedVpc(partition: Partition, plan: VpcPlan): void {
  const began = Date.parse(`${plan.since}+08:00`);
  const at = (minutes: number) => ({ world: partition.world, partition, region: plan.region, now: began + minutes * 60_000 });
  const { vpc } = addVpc(at(0), plan);
  if (plan.ipv6 ?? plan.secondary)
    partition.table(vpcTable).put({ ...vpc, Ipv6CidrBlock: plan.ipv6 ?? '', AssistantCidrs: plan.secondary ?? [] });
  plan.subnets.forEach((subnet, index) => {
    const zone = `${plan.region}-${subnet.zone}`;
    const { SubnetId } = addSubnet(at(2 + index), vpc, { ...subnet, zone, isDefault: subnet.isDefault ?? false });
    if (subnet.ipv6) partition.table(subnetTable).patch(SubnetId, { Ipv6CidrBlock: subnet.ipv6 });
    const { name, count, states = {} } = subnet.machines ?? { name: '', count: 0 };
    for (let number = 1; number <= count; number += 1) {
      const machine = { SubnetId, InstanceName: `${name}-${String(number).padStart(2, '0')}`, InstanceState: states[number] };
      addInstance(partition, machine, began + (60 + index) * 60_000);
    }
  });
}
