/** What the tests of route tables share. */
import { beforeEach } from 'vitest';
import { TestWorld } from '../../testing/test-world.ts';

export interface RouteTableAnswer {
  RouteTableId: string;
  RouteTableName: string;
  Main: boolean;
  AssociationSet: { SubnetId: string }[];
  RouteSet: { RouteId: number; DestinationCidrBlock: string; GatewayType: string; GatewayId: string; RouteDescription: string }[];
}

/** A stage with a VPC and a subnet in it. */
export class RouteStage extends TestWorld {
  vpc1 = { id: '', oldId: '', main: '' };
  subnet1 = '';

  constructor() {
    super();
    beforeEach(async () => {
      this.vpc1 = await this.vpcWithMain('10.0.0.0/16');
      this.subnet1 = await this.subnet(this.vpc1.id);
    });
  }

  /** A VPC, and the id of its default route table. */
  readonly vpcWithMain = async (CidrBlock: string) => {
    const made = await this.vpc(CidrBlock);
    const { RouteTableSet } = await this.call3('DescribeRouteTables', { Filters: [{ Name: 'vpc-id', Values: [made.id] }] });
    return { ...made, main: (RouteTableSet as RouteTableAnswer[])[0]?.RouteTableId ?? '' };
  };

  /** A route table of the VPC that is not its default one. */
  readonly custom = async (RouteTableName = 'custom'): Promise<string> => {
    const { RouteTable } = await this.call3('CreateRouteTable', { VpcId: this.vpc1.id, RouteTableName });
    return (RouteTable as RouteTableAnswer).RouteTableId;
  };

  readonly table = async (id: string): Promise<RouteTableAnswer> => {
    const { RouteTableSet } = await this.call3('DescribeRouteTables', { RouteTableIds: [id] });
    return (RouteTableSet as [RouteTableAnswer])[0];
  };

  readonly destinations = async (id: string) => (await this.table(id)).RouteSet.map((route) => route.DestinationCidrBlock);
}

/** A route of API 3.0 to a machine. */
export const through = (GatewayId: string, DestinationCidrBlock: string, more: Record<string, unknown> = {}) => ({
  DestinationCidrBlock,
  GatewayType: 'NORMAL_CVM',
  GatewayId,
  ...more,
});

/** A route of the 2017 API, to a machine unless told otherwise. */
export const hop = (nextHub: string, destinationCidrBlock: string, nextType: number | string = 9) => ({
  destinationCidrBlock,
  nextType,
  nextHub,
});
