/** Networks of any size for measuring and for demonstrations: the same numbers and seed give the same network. */
import { formatAddress } from '../../catalogue/address.ts';
import { emptyModel, type ModelInterface, type ModelSubnet, type ModelVpc, type NetworkModel } from '../model/model.ts';
import type { Policy } from '../rules/policies.ts';
import { seededChance, usualRules } from './sample-rules.ts';

interface SampleSize {
  readonly vpcs: number;
  readonly subnetsPerVpc: number;
  readonly interfacesPerSubnet: number;
}

const place = { account: '100000000001', region: 'ap-guangzhou' } as const;
const blockBase = (vpc: number): number => 0x0a000000 + vpc * 65536;
/** VPCs in a ring: each is peered with the next two. */
const peersOf = (vpc: number, count: number): number[] => [1, 2].map((step) => (vpc + step) % count).filter((other) => other !== vpc);

/** Up to 256 VPCs of a /16 with up to 256 subnets of a /24, ring-wise peered with routes both ways, NAT, ACLs and groups. */
export function sampleModel({ vpcs: count, subnetsPerVpc, interfacesPerSubnet }: SampleSize, seed = 1): NetworkModel {
  const next = seededChance(seed);
  const whole = (below: number) => Math.floor(next() * below);
  const cidrOf = (vpc: number) => `${formatAddress(blockBase(vpc))}/16`;
  const numbers = Array.from({ length: count }, (_, at) => at);
  const vpcs = numbers.map((vpc): ModelVpc => ({ id: `vpc-${vpc}`, ...place, cidr: cidrOf(vpc), name: `net-${vpc}` }));
  const subnets = numbers.flatMap((vpc) =>
    Array.from({ length: subnetsPerVpc }, (_, at): ModelSubnet => {
      const cidr = `${formatAddress(blockBase(vpc) + at * 256)}/24`;
      return {
        id: `subnet-${vpc}-${at}`,
        vpc: `vpc-${vpc}`,
        cidr,
        networkAcl: at % 4 === 0 ? `acl-${vpc}` : null,
        zone: `ap-guangzhou-${1 + (at % 3)}`,
      };
    }),
  );
  const interfaces = subnets.flatMap(({ id, vpc }, subnet) =>
    Array.from({ length: interfacesPerSubnet }, (_, at): ModelInterface => {
      const base = blockBase(Number(vpc.slice(4))) + (subnet % subnetsPerVpc) * 256;
      const groups = [`sg-${whole(50)}`, `sg-${50 + whole(10)}`];
      const address = { address: formatAddress(base + 4 + at), primary: true };
      return { id: `eni-${subnet}-${at}`, vpc, subnet: id, addresses: [address], securityGroups: groups, instance: `ins-${subnet}-${at}` };
    }),
  );
  const pairs = numbers
    .flatMap((a) => peersOf(a, count).map((b) => [a, b] as const))
    .filter(([a, b]) => a < b || !peersOf(b, count).includes(a));
  const peerings = pairs.map(([a, b], at) => ({
    id: `pcx-${at}`,
    vpcs: [`vpc-${a}`, `vpc-${b}`] as const,
    state: 'active' as const,
    ends: [a, b],
  }));
  const routesOf = (vpc: number) => [
    ...peerings
      .filter(({ ends }) => ends.includes(vpc))
      .map(({ id, ends: [a = 0, b = 0] }) => ({ destination: cidrOf(a === vpc ? b : a), type: 'PEERCONNECTION', gateway: id })),
    { destination: '0.0.0.0/0', type: 'NAT', gateway: `nat-${vpc}` },
  ];
  const open: Policy = { action: 'ACCEPT', protocol: 'ALL', port: 'ALL', cidr: '0.0.0.0/0' };
  const fromGroup = (): Policy => ({ action: 'ACCEPT', protocol: 'TCP', port: '3306', securityGroup: `sg-${whole(50)}` });
  return {
    ...emptyModel,
    vpcs,
    subnets,
    interfaces,
    routeTables: numbers.map((vpc) => ({ id: `rtb-${vpc}`, vpc: `vpc-${vpc}`, main: true, routes: routesOf(vpc) })),
    peerings: peerings.map(({ ends: _, ...row }) => row),
    natGateways: numbers.map((vpc) => ({ id: `nat-${vpc}`, vpc: `vpc-${vpc}`, state: 'available', eips: [`43.0.${vpc}.1`] })),
    networkAcls: numbers.map((vpc) => ({
      id: `acl-${vpc}`,
      vpc: `vpc-${vpc}`,
      ingress: usualRules(20, vpc),
      egress: usualRules(20, vpc + 1000),
    })),
    securityGroups: Array.from({ length: 60 }, (_, at) => ({
      id: `sg-${at}`,
      ...place,
      ingress: [fromGroup(), ...usualRules(30, at)],
      egress: at < 50 ? [open] : usualRules(10, at + 2000),
    })),
  };
}
