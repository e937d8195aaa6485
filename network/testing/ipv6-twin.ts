/**
 * The IPv6 twin of an IPv4 network: every private address a.b.c.d is fd00::a.b.c.d, every other one 2400::a.b.c.d, and blocks
 * 96 bits longer. What decides about packets is the same, so that every answer must be; the oracles of IPv4 then judge IPv6.
 */
import { cidrOrNull, isPrivate } from '../../catalogue/address.ts';
import { canonicalIpv6 } from '../../catalogue/address6.ts';
import type { ModelRoute, NetworkModel } from '../model/model.ts';
import type { Protocol } from '../packets/services.ts';
import type { AclPolicy, Policy } from '../rules/policies.ts';

/** An address or a block. */
export function twinOf(text: string): string {
  const [address = '', length] = text.split('/');
  if (text === '0.0.0.0/0') return '::/0';
  const block = cidrOrNull(`${address}/32`);
  const base = block && isPrivate(block) ? 'fd00' : '2400';
  const six = `${base}::${address}${length === undefined ? '' : `/${Number(length) + 96}`}`;
  return canonicalIpv6(six) ?? six;
}

export const twinProtocol = (protocol: Protocol): Protocol => (protocol === 'ICMP' ? 'ICMPv6' : protocol);

const twinPolicy = (policy: Policy): Policy => ({
  ...policy,
  ...(policy.protocol === 'ICMP' ? { protocol: 'ICMPv6' as const } : {}),
  ...(policy.cidr === undefined ? {} : { cidr: twinOf(policy.cidr) }),
});

const twinAclPolicy = (policy: AclPolicy): AclPolicy => ({
  ...twinPolicy(policy),
  ...(policy.near === undefined ? {} : { near: twinOf(policy.near) }),
  ...(policy.sourcePort === undefined ? {} : { sourcePort: policy.sourcePort }),
});

/** Rules and routes of IPv4 that would change everything if they were taken for IPv6's, or the reverse. */
const noise = {
  policies: [{ action: 'ACCEPT', protocol: 'ALL', port: 'ALL', cidr: '0.0.0.0/0' }] as const,
  routes: [{ destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-a' }] as const satisfies readonly ModelRoute[],
};

/** The network with IPv6 blocks, addresses, rules and routes in the place of IPv4's. Its IPv4 blocks and addresses stay. */
export function ipv6Twin(model: NetworkModel): NetworkModel {
  const policies = (rules: readonly Policy[]) => [...rules.map(twinPolicy), ...noise.policies];
  const aclPolicies = (rules: readonly AclPolicy[]) => [...rules.map(twinAclPolicy), ...noise.policies];
  return {
    ...model,
    vpcs: model.vpcs.map((row) => ({ ...row, ipv6Cidrs: [twinOf(row.cidr)] })),
    subnets: model.subnets.map((row) => ({ ...row, ipv6Cidr: twinOf(row.cidr) })),
    routeTables: model.routeTables.map((row) => ({
      ...row,
      routes: [...row.routes.map((route) => ({ ...route, destination: twinOf(route.destination) })), ...noise.routes],
    })),
    interfaces: model.interfaces.map((row) => ({
      ...row,
      ipv6Addresses: row.addresses.map(({ address, primary }) => ({ address: twinOf(address), primary })),
    })),
    securityGroups: model.securityGroups.map((row) => ({ ...row, ingress: policies(row.ingress), egress: policies(row.egress) })),
    networkAcls: model.networkAcls.map((row) => ({ ...row, ingress: aclPolicies(row.ingress), egress: aclPolicies(row.egress) })),
  };
}
