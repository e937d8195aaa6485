/**
 * How much of each numbered quota of DescribeVpcLimit (9172) is used, counted in the lists of what it limits: no action
 * tells it. Of a quota for each VPC, table or gateway the fullest one is what counts. Pure.
 */
import type { Family } from '../../catalogue/define.ts';
import type { AnyRow } from './family.ts';

interface Measure {
  /** Whose list is counted. */
  readonly family: Family;
  /** What the quota is for each of; the region as a whole when left out. */
  readonly holder?: Family;
  /** The holders that a row counts for, and how much. */
  readonly of: (row: AnyRow) => readonly (readonly [holder: string, n: number])[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const size = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** One for the holder whose id stands in the first of these fields that has one. */
const each =
  (...fields: readonly string[]): Measure['of'] =>
  (row) => {
    const id = fields.map((field) => text(row[field])).find((value) => value !== '');
    return id === undefined ? [] : [[id, 1]];
  };

/** So much as the row itself tells, for itself. */
const own =
  (id: string, n: (row: AnyRow) => number): Measure['of'] =>
  (row) => [[text(row[id]), n(row)]];

const entries = (row: AnyRow, direction: 'ingress' | 'egress'): number =>
  size((row.networkAclEntrySet as AnyRow | null | undefined)?.[direction]);

const dcgw = (field: string): Measure => ({
  family: 'direct-connect-gateway',
  holder: 'direct-connect-gateway',
  of: own('directConnectGatewayId', (row) => Number(row[field] ?? 0)),
});

/** By the quota's number. What no list shows (SSL VPNs) is not here. */
export const measures: Readonly<Record<number, Measure>> = {
  0: { family: 'vpc', of: () => [['', 1]] },
  1: { family: 'subnet', holder: 'vpc', of: each('VpcId') },
  2: { family: 'route-table', holder: 'vpc', of: each('VpcId') },
  3: { family: 'route-table', holder: 'route-table', of: own('RouteTableId', (row) => size(row.RouteSet)) },
  4: { family: 'vpn-gateway', holder: 'vpc', of: each('VpcId') },
  5: { family: 'customer-gateway', of: () => [['', 1]] },
  7: { family: 'vpn-connection', holder: 'customer-gateway', of: each('CustomerGatewayId') },
  8: { family: 'vpn-connection', holder: 'vpn-gateway', of: each('VpnGatewayId') },
  15: { family: 'network-acl', holder: 'vpc', of: each('unVpcId', 'vpcId') },
  17: { family: 'network-acl', holder: 'network-acl', of: own('networkAclId', (row) => entries(row, 'ingress')) },
  18: { family: 'network-acl', holder: 'network-acl', of: own('networkAclId', (row) => entries(row, 'egress')) },
  // Only connections that are in force (9187): 1 is connected (14666).
  20: { family: 'peering', holder: 'vpc', of: (row) => (Number(row.state) === 1 ? each('unVpcId', 'vpcId')(row) : []) },
  22: { family: 'classic-link', holder: 'vpc', of: each('VpcId') },
  32: dcgw('snatNum'),
  34: dcgw('dnatNum'),
  36: dcgw('dnaptNum'),
  38: dcgw('snaptNum'),
  55: { family: 'nat-gateway', holder: 'vpc', of: each('unVpcId', 'vpcId') },
  56: { family: 'nat-gateway', holder: 'nat-gateway', of: own('natId', (row) => size(row.eipSet)) },
  57: { family: 'eni', holder: 'vpc', of: each('VpcId') },
};

/** From this share on a quota is nearly used up. */
export const scarceFrom = 0.8;

export interface Usage {
  readonly used: number;
  /** The fullest holder, where the quota is for each of a family and one has anything. */
  readonly holder: { readonly family: Family; readonly id: string } | null;
}

/** The use of a quota from the rows of its family's list; null for a quota that no list tells of. */
export function usageOf(type: number, rows: readonly AnyRow[]): Usage | null {
  const measure = measures[type];
  if (!measure) return null;
  const counts = new Map<string, number>();
  for (const row of rows) for (const [holder, n] of measure.of(row)) counts.set(holder, (counts.get(holder) ?? 0) + n);
  const [fullest] = [...counts].sort(([, a], [, b]) => b - a);
  if (!fullest) return { used: 0, holder: null };
  const [id, used] = fullest;
  return { used, holder: measure.holder && id !== '' ? { family: measure.holder, id } : null };
}

/** The limit of a type in an answer: an object by type (9226), or a list of such objects, as the table says (9202). */
export function limitIn(answer: unknown, type: number): number | null {
  const parts: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  for (const part of parts) {
    const value = typeof part === 'object' && part !== null ? (part as AnyRow)[String(type)] : undefined;
    if (value !== undefined && value !== null && Number.isFinite(Number(value))) return Number(value);
  }
  return null;
}
