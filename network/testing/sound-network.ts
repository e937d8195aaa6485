/** Networks with nothing wrong in them, for tests of findings: each case changes one thing. */

import { kindsOfFindings } from '../findings/all-kinds.ts';
import type { NetworkFinding } from '../findings/finding.ts';
import { findings } from '../findings/findings.ts';
import { emptyModel, joinModels, type ModelRoute, type NetworkModel } from '../model/model.ts';
import type { Policy } from '../rules/policies.ts';
import { finish } from '../rules/slices.ts';

export const allow = (protocol: Policy['protocol'], port: string, remote: Partial<Policy> = { cidr: '0.0.0.0/0' }): Policy => ({
  action: 'ACCEPT',
  protocol,
  port,
  description: 'as agreed',
  ...remote,
});

const out = [allow('ALL', 'ALL')];

/** A VPC with a web server on an elastic IP and a database behind a NAT gateway, in two zones. `at` sets its block: 10.at.0.0/16. */
export function soundVpc(at: number, name: string, account = '1', region = 'ap-guangzhou'): NetworkModel {
  const vpc = `vpc-${name}`;
  const block = `10.${at}`;
  const public_ = (last: number) => `43.${1 + (at >> 4)}.${at & 15}.${last}`;
  return {
    ...emptyModel,
    vpcs: [{ id: vpc, account, region, cidr: `${block}.0.0/16`, ipv6Cidrs: [] }],
    subnets: ['web', 'data'].map((part, place) => ({
      id: `subnet-${name}-${part}`,
      vpc,
      cidr: `${block}.${place + 1}.0/24`,
      ipv6Cidr: null,
      zone: `${region}-${place + 1}`,
      networkAcl: null,
      routeTable: `rtb-${name}-${part}`,
    })),
    routeTables: [
      { id: `rtb-${name}-web`, vpc, main: false, routes: [{ destination: '0.0.0.0/0', type: 'EIP', gateway: '0' }] },
      { id: `rtb-${name}-data`, vpc, main: true, routes: [{ destination: '0.0.0.0/0', type: 'NAT', gateway: `nat-${name}` }] },
    ],
    interfaces: ['web', 'data'].map((part, place) => ({
      id: `eni-${name}-${part}`,
      vpc,
      subnet: `subnet-${name}-${part}`,
      addresses: [{ address: `${block}.${place + 1}.5`, primary: true }],
      ipv6Addresses: [],
      securityGroups: [`sg-${name}-${part}`],
      instance: `ins-${name}-${part}`,
      primary: true,
    })),
    securityGroups: [
      {
        id: `sg-${name}-web`,
        account,
        region,
        ingress: [allow('TCP', '80,443'), allow('TCP', '9100', { cidr: `${block}.0.0/16` })],
        egress: out,
      },
      { id: `sg-${name}-data`, account, region, ingress: [allow('TCP', '3306', { securityGroup: `sg-${name}-web` })], egress: out },
    ],
    natGateways: [{ id: `nat-${name}`, vpc, state: 'available', eips: [public_(2)] }],
    eips: [
      { id: `eip-${name}-web`, address: public_(1), boundTo: { interface: `eni-${name}-web`, privateAddress: `${block}.1.5` } },
      { id: `eip-${name}-nat`, address: public_(2), boundTo: { natGateway: `nat-${name}` } },
    ],
  };
}

/** One sound VPC: `vpc-a`, 10.0.0.0/16. */
export const sound: NetworkModel = soundVpc(0, 'a');

/** The network with changed rows: those of the same id are merged, further ones added. */
export function changeNetwork(
  model: NetworkModel,
  change: { readonly [K in keyof NetworkModel]?: readonly ({ readonly id?: string } & Record<string, unknown>)[] },
): NetworkModel {
  const merged = Object.entries(change).map(([kind, rows = []]) => {
    const before = model[kind as keyof NetworkModel] as readonly { readonly id?: string }[];
    const of = (id: string | undefined) => rows.find((row) => row.id !== undefined && row.id === id);
    const added = rows.filter(({ id }) => id === undefined || !before.some((row) => row.id === id));
    return [kind, [...before.map((row) => ({ ...row, ...of(row.id) })), ...added]];
  });
  return { ...model, ...Object.fromEntries(merged) };
}

/** Two sound VPCs, peered, with routes both ways from every table. */
export function soundPair(second = '1', region = 'ap-guangzhou'): NetworkModel {
  const both = joinModels([soundVpc(0, 'a'), soundVpc(1, 'b', second, region)]);
  const through = (destination: string): ModelRoute => ({ destination, type: 'PEERCONNECTION', gateway: 'pcx-ab' });
  return {
    ...both,
    routeTables: both.routeTables.map((table) => ({
      ...table,
      routes: [...table.routes, through(table.vpc === 'vpc-a' ? '10.1.0.0/16' : '10.0.0.0/16')],
    })),
    peerings: [{ id: 'pcx-ab', vpcs: ['vpc-a', 'vpc-b'], state: 'active' }],
  };
}

/** What the network has, on the day that the tests are about. */
export const foundIn = (model: NetworkModel): readonly NetworkFinding[] => finish(findings(model, '2026-11-28', kindsOfFindings)).findings;

export const kindsFound = (model: NetworkModel): string[] => [...new Set(foundIn(model).map(({ kind }) => kind))].sort();
