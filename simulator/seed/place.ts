/** One region of a demo company, with its networks found by their names: what the seeds of families build upon. */
import type { Region } from '../../catalogue/regions.ts';
import { type SubnetRow, subnetTable } from '../families/subnet/table.ts';
import { type VpcRow, vpcTable } from '../families/vpc/table.ts';
import { type InstanceRow, instanceTable } from '../instances/table.ts';
import type { Space } from '../world/world.ts';

/** A misspelled name is a bug of the seed, and ends the start with it. */
function known<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`the demo world has no ${name}`);
  return thing;
}

export class Place {
  constructor(
    readonly space: Space,
    readonly region: Region,
  ) {}

  vpc(name: string): VpcRow {
    return known(this.space.table(vpcTable).first('VpcName', name), `VPC ${name}`);
  }

  subnet(vpc: string, name: string): SubnetRow {
    const { VpcId } = this.vpc(vpc);
    const sisters = this.space.table(subnetTable).where('VpcId', VpcId).rows();
    return known(
      sisters.find((row) => row.SubnetName === name),
      `subnet ${vpc}/${name}`,
    );
  }

  /** The subnet that a row of the world names. */
  subnetById(id: string): SubnetRow {
    return known(this.space.table(subnetTable).get(id), `subnet ${id}`);
  }

  machine(vpc: string, subnet: string, name: string): InstanceRow {
    const { SubnetId } = this.subnet(vpc, subnet);
    const machines = this.space.table(instanceTable).where('SubnetId', SubnetId).rows();
    return known(
      machines.find((row) => row.InstanceName === name),
      `machine ${vpc}/${subnet}/${name}`,
    );
  }

  /** What rows are made by, at a time of China Standard Time such as "2021-05-07T11:12:13". */
  at(time: string) {
    return { world: this.space.world, space: this.space, region: this.region, now: Date.parse(`${time}+08:00`) };
  }
}

/** Where one of the two companies is; a family's seed is called once for each. */
export interface Company {
  readonly name: 'retail' | 'logistics';
  readonly uin: string;
  place(region: Region): Place;
}
