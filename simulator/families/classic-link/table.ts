/** The classic network: machines without a VPC, which other services make, and their links to VPCs. */
import { defineTable } from '../../world/table.ts';

/** A machine of the classic network. Only seeds and the control API make one. */
export interface ClassicInstanceRow {
  readonly InstanceId: string;
  readonly InstanceName: string;
  readonly LanIp: string;
}

export const classicInstanceTable = defineTable<ClassicInstanceRow>()({
  name: 'classic-instance',
  scope: 'region',
  id: (row) => row.InstanceId,
  indexes: { LanIp: (row) => row.LanIp },
});

/** One machine's link to the one VPC that it may be linked to (8995). */
export interface ClassicLinkRow {
  readonly ClassicLinkId: string;
  readonly InstanceId: string;
  readonly VpcId: string;
  /** False until the task that links it is over; such a row is not listed. */
  readonly Linked: boolean;
  readonly CreatedTime: string;
}

export const classicLinkTable = defineTable<ClassicLinkRow>()({
  name: 'classic-link',
  scope: 'region',
  id: (row) => row.ClassicLinkId,
  indexes: { VpcId: (row) => row.VpcId, InstanceId: (row) => row.InstanceId },
  blocks: ['VpcId'],
  countedAs: 'classicLinkNum',
});
