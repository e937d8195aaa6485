/** One region of a demo company, with its networks found by their names: what the seeds of families build upon. */
import type { Region } from '../../catalogue/regions.ts';
import type { CallContext } from '../call.ts';
import { type SubnetRow, subnetTable } from '../families/subnet/table.ts';
import { type VpcRow, vpcTable } from '../families/vpc/table.ts';
import { type InstanceRow, instanceTable } from '../instances/table.ts';
import type { Partition } from '../world/world.ts';

/** A misspelled name is a bug of the seed, and ends the start with it. */
function known<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`the demo world has no ${name}`);
  return thing;
}

export class CompanyRegion {
  constructor(
    readonly partition: Partition,
    readonly region: Region,
  ) {}

  vpc(name: string): VpcRow {
    return known(this.partition.table(vpcTable).first('VpcName', name), `VPC ${name}`);
  }

  subnet(vpc: string, name: string): SubnetRow {
    const { VpcId } = this.vpc(vpc);
    const sisters = this.partition.table(subnetTable).where('VpcId', VpcId).rows();
    return known(
      sisters.find((row) => row.SubnetName === name),
      `subnet ${vpc}/${name}`,
    );
  }

  /** The subnet that a row of the world names. */
  subnetById(id: string): SubnetRow {
    return known(this.partition.table(subnetTable).get(id), `subnet ${id}`);
  }

  machine(vpc: string, subnet: string, name: string): InstanceRow {
    const { SubnetId } = this.subnet(vpc, subnet);
    const machines = this.partition.table(instanceTable).where('SubnetId', SubnetId).rows();
    return known(
      machines.find((row) => row.InstanceName === name),
      `machine ${vpc}/${subnet}/${name}`,
    );
  }

  /** What rows are made by, at a time of China Standard Time such as "2021-05-07T11:12:13". */
  at(time: string): CallContext {
    return { world: this.partition.world, partition: this.partition, region: this.region, now: Date.parse(`${time}+08:00`) };
  }
}

/** Where one of the companies is; a family's seed is called once for each. */
export interface Company {
  readonly name: 'retail' | 'logistics' | 'games';
  readonly uin: string;
  region(region: Region): CompanyRegion;
}
