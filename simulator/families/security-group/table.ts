import type { protocols, SecurityGroup } from '../../../catalogue/families/security-group/index.ts';
import { defineTable, type StoredRow } from '../../world/table.ts';

/** One rule (7397): what it is for is one of four, which packets is one of two (5345). Its index is its place. */
export interface PolicyRow {
  readonly Protocol?: (typeof protocols)[number];
  /** Only with TCP and UDP (5343); "ALL" where none was given. */
  readonly Port?: string;
  /** Id of a service template or of a group of them, instead of protocol and port. */
  readonly ServiceTemplate?: string;
  readonly CidrBlock?: string;
  /** Beside the documents, as the cloud of 2026 has it. */
  readonly Ipv6CidrBlock?: string;
  readonly SecurityGroupId?: string;
  /** Id of an address template or of a group of them. */
  readonly AddressTemplate?: string;
  readonly Action: 'ACCEPT' | 'DROP';
  readonly PolicyDescription: string;
}

/** A security group with its rules (7371). One that is the default cannot be deleted (7382); only seeds and the control API make it. */
export interface SecurityGroupRow extends StoredRow<SecurityGroup> {
  /** Grows by one with each change of the rules (5339). */
  readonly Version: number;
  readonly Egress: readonly PolicyRow[];
  readonly Ingress: readonly PolicyRow[];
}

const policiesOf = (row: SecurityGroupRow): PolicyRow[] => [...row.Egress, ...row.Ingress];
const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== undefined)),
];

export const securityGroupTable = defineTable<SecurityGroupRow>()({
  name: 'security-group',
  scope: 'region',
  id: (row) => row.SecurityGroupId,
  indexes: {
    SecurityGroupName: (row) => row.SecurityGroupName,
    ProjectId: (row) => row.ProjectId,
    /** Other groups that its rules name. A group that names itself does not keep itself from being deleted. */
    References: (row) => distinct(policiesOf(row).map((policy) => policy.SecurityGroupId)).filter((id) => id !== row.SecurityGroupId),
    Template: (row) => distinct(policiesOf(row).flatMap((policy) => [policy.AddressTemplate, policy.ServiceTemplate])),
  },
});
