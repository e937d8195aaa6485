/** Generated networks with everything that an answer can hang on, and the same with rows of one list taken out. */
import fc from 'fast-check';
import type { Gap, ModelKind, ModelRoute, ModelVpnConnection, NetworkModel } from '../model/model.ts';
import type { Policy } from '../rules/policies.ts';
import { anyNetwork } from './sample-paths.ts';

const templates: readonly Policy[] = [
  { action: 'ACCEPT', protocol: 'TCP', port: '80', addressTemplate: 'ipm-1' },
  { action: 'DROP', protocol: 'TCP', port: 'ALL', addressTemplate: 'ipmg-1' },
  { action: 'ACCEPT', serviceTemplate: 'ppm-1', cidr: '0.0.0.0/0' },
  { action: 'DROP', serviceTemplate: 'ppmg-1', cidr: '10.0.0.0/8' },
  { action: 'ACCEPT', protocol: 'TCP', port: '22', securityGroup: 'sg-2' },
];

const routes: readonly ModelRoute[] = [
  { destination: '192.168.0.0/24', type: 'VPN', gateway: 'vpngw-a' },
  { destination: '192.168.1.0/24', type: 'DIRECTCONNECT', gateway: 'dcg-a' },
  { destination: '192.168.2.0/24', type: 'NORMAL_CVM', gateway: '10.0.1.5' },
  { destination: '8.0.0.0/8', type: 'CVM', gateway: 'ins-a15' },
];

const chances = fc.record({
  model: anyNetwork,
  rules: fc.array(fc.tuple(fc.nat(2), fc.boolean(), fc.constantFrom(...templates)), { maxLength: 4 }),
  routes: fc.subarray([...routes]),
  ups: fc.tuple(fc.boolean(), fc.boolean()),
  severalEips: fc.boolean(),
  secondary: fc.boolean(),
  elsewhere: fc.boolean(),
  unbound: fc.boolean(),
});

type Chances = typeof chances extends fc.Arbitrary<infer T> ? T : never;

const tunnel = (id: string, up: boolean, remote: string): ModelVpnConnection => ({
  id,
  gateway: 'vpngw-a',
  state: 'available',
  up,
  spds: [{ local: '10.0.0.0/16', remote: [remote] }],
});

function build(chance: Chances): NetworkModel {
  const { model } = chance;
  const withRules = (group: NetworkModel['securityGroups'][number], at: number) => {
    const own = (ingress: boolean) => chance.rules.filter(([of, way]) => of === at && way === ingress).map(([, , rule]) => rule);
    return { ...group, ingress: [...own(true), ...group.ingress], egress: [...own(false), ...group.egress] };
  };
  const secondary = { address: '10.0.2.9', primary: false };
  return {
    ...model,
    // C stands in another region, so that a gap of one place leaves the other alone.
    vpcs: model.vpcs.map((row) => (row.id === 'vpc-c' && chance.elsewhere ? { ...row, region: 'ap-beijing' } : row)),
    routeTables: model.routeTables.map((row) => (row.vpc === 'vpc-a' ? { ...row, routes: [...row.routes, ...chance.routes] } : row)),
    securityGroups: model.securityGroups.map(withRules),
    interfaces: model.interfaces.map((one) =>
      one.id === 'eni-a25' && chance.secondary ? { ...one, addresses: [...one.addresses, secondary] } : one,
    ),
    natGateways: model.natGateways.map((row) => (chance.severalEips ? { ...row, eips: [...row.eips, `${row.eips[0]}1`] } : row)),
    vpnGateways: [{ id: 'vpngw-a', vpc: 'vpc-a', state: 'available' }],
    vpnConnections: [tunnel('vpnx-1', chance.ups[0], '192.168.0.0/25'), tunnel('vpnx-2', chance.ups[1], '192.168.0.0/24')],
    directConnectGateways: [{ id: 'dcg-a', vpc: 'vpc-a' }],
    eips: model.eips.map((row) => (row.id === 'eip-free' && chance.unbound ? { ...row, boundTo: { natGateway: 'nat-a' } } : row)),
    addressTemplates: [
      { id: 'ipm-1', addresses: ['10.0.0.0/16', '198.51.100.7'] },
      { id: 'ipm-2', addresses: ['10.1.2.5'] },
    ],
    addressTemplateGroups: [{ id: 'ipmg-1', templates: ['ipm-1', 'ipm-2'] }],
    serviceTemplates: [{ id: 'ppm-1', services: ['tcp:22', 'tcp:80'] }],
    serviceTemplateGroups: [{ id: 'ppmg-1', templates: ['ppm-1'] }],
  };
}

const anyFullNetwork: fc.Arbitrary<NetworkModel> = chances.map(build);

export const everyKind = [
  'vpcs',
  'subnets',
  'routeTables',
  'interfaces',
  'securityGroups',
  'networkAcls',
  'peerings',
  'natGateways',
  'natPorts',
  'natSources',
  'vpnGateways',
  'vpnConnections',
  'directConnectGateways',
  'eips',
  'addressTemplates',
  'addressTemplateGroups',
  'serviceTemplates',
  'serviceTemplateGroups',
] as const satisfies readonly ModelKind[];

interface GapModel {
  readonly full: NetworkModel;
  readonly kind: ModelKind;
  /** Without some rows of the kind, and with a gap that says so. */
  readonly cut: NetworkModel;
}

/** The VPCs in which a row stands; none for rows that stand in no VPC. */
function vpcsOf(model: NetworkModel, row: object): readonly string[] {
  if ('vpcs' in row) return row.vpcs as readonly string[];
  if ('vpc' in row) return [String(row.vpc)];
  if ('cidr' in row && 'id' in row) return [String(row.id)];
  if ('boundTo' in row) {
    const bound = row.boundTo as NetworkModel['eips'][number]['boundTo'];
    const id = bound && 'interface' in bound ? bound.interface : '';
    return model.interfaces.filter((one) => one.id === id).map(({ vpc }) => vpc);
  }
  if ('gateway' in row) return model.vpnGateways.filter(({ id }) => id === row.gateway).map(({ vpc }) => vpc);
  return [];
}

/** Rows of one list taken out; half of the time the gap, and what is taken, is of one region only. */
export const anyCut = (kind: ModelKind): fc.Arbitrary<GapModel> =>
  fc
    .record({
      full: anyFullNetwork,
      mask: fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
      scoped: fc.boolean(),
    })
    .map(({ full, mask, scoped }): GapModel => {
      const regionOf = (id: string) => full.vpcs.find((vpc) => vpc.id === id)?.region;
      const here = (row: object) => !scoped || vpcsOf(full, row).every((id) => regionOf(id) === 'ap-guangzhou');
      const rows: readonly object[] = full[kind];
      const gap: Gap = { kind, because: 'RequestLimitExceeded', ...(scoped ? { account: '1', region: 'ap-guangzhou' } : {}) };
      return { full, kind, cut: { ...full, [kind]: rows.filter((row, at) => !(mask[at] && here(row))), gaps: [gap] } };
    });
