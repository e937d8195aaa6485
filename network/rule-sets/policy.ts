/** Rules as the API of security groups lists and takes them, and as the network engine reads them. */
import { readAclEntry, readPolicy } from '../model/read-rules.ts';
import type { Protocol } from '../packets/services.ts';
import type { Policy } from '../rules/policies.ts';
import type { Action } from '../rules/rule.ts';
import { type CarriedRule, hasPort, isCarried, isIpv6, type KnownRule, type RemoteEnd, type Rule, type Service } from './rule-set.ts';

/** A listed rule; one that is not understood whole is carried as it came. `group` is the group it is listed of. Never throws. */
export function ruleFrom(listed: unknown, group?: string): Rule {
  const policy = readPolicy(listed, group);
  const { action, unread = [] } = policy;
  const parts = partsOf(policy);
  if (action === null || unread.length > 0 || parts === null) return { kind: 'carried', listed: rowOf(listed), reasons: unread };
  return { action, ...parts, description: policy.description ?? '' };
}

/** What is no object at all is carried under a name of its own. */
const rowOf = (listed: unknown): Readonly<Record<string, unknown>> =>
  typeof listed === 'object' && listed !== null ? (listed as Readonly<Record<string, unknown>>) : { '': listed };

function partsOf({
  protocol,
  port,
  serviceTemplate,
  securityGroup,
  addressTemplate,
  cidr,
}: Policy): Pick<KnownRule, 'service' | 'remote'> | null {
  const service: Service | null =
    serviceTemplate !== undefined
      ? { kind: 'template', id: serviceTemplate }
      : protocol === undefined
        ? null
        : !hasPort(protocol)
          ? { kind: 'ports', protocol, port: 'ALL', ...(port === undefined ? {} : { listedPort: port }) }
          : port === undefined
            ? null
            : { kind: 'ports', protocol, port: port.toUpperCase() };
  const remote: RemoteEnd | null =
    securityGroup !== undefined
      ? { kind: 'group', id: securityGroup }
      : addressTemplate !== undefined
        ? { kind: 'template', id: addressTemplate }
        : cidr === undefined
          ? null
          : { kind: 'address', cidr };
  return service && remote && { service, remote };
}

/** Rows of network ACLs have names of their own for everything. */
const isAclRow = (row: CarriedRule['listed']): boolean => ['ipProtocol', 'cidrIp', 'portRange'].some((name) => Object.hasOwn(row, name));

/** For the network engine. */
export function policyOf(rule: Rule): Policy {
  if (isCarried(rule)) return isAclRow(rule.listed) ? readAclEntry(rule.listed) : readPolicy(rule.listed);
  const { action, service, remote, description } = rule;
  return {
    action,
    ...(service.kind === 'ports' ? { protocol: service.protocol, port: service.port } : { serviceTemplate: service.id }),
    ...(remote.kind === 'address'
      ? { cidr: remote.cidr }
      : remote.kind === 'group'
        ? { securityGroup: remote.id }
        : { addressTemplate: remote.id }),
    ...(description === '' ? {} : { description }),
  };
}

/** A rule as the API takes it, without an index. */
export interface SentPolicy {
  readonly PolicyIndex?: number;
  readonly Protocol?: Protocol | 'ALL';
  readonly Port?: string;
  readonly ServiceTemplate?: { readonly ServiceId: string } | { readonly ServiceGroupId: string };
  readonly CidrBlock?: string;
  /** As the cloud of 2026 spells it; the documents have none. */
  readonly Ipv6CidrBlock?: string;
  readonly SecurityGroupId?: string;
  readonly AddressTemplate?: { readonly AddressId: string } | { readonly AddressGroupId: string };
  readonly Action?: Action;
  readonly PolicyDescription?: string;
}

type Ports = Extract<Service, { kind: 'ports' }>;

/** The documents have a port of TCP and UDP only (5343); today ALL needs one, and what was listed with one may have it. */
function sentPort({ protocol, port, listedPort }: Ports, today: boolean): Pick<SentPolicy, 'Port'> {
  if (hasPort(protocol)) return { Port: port };
  const all = listedPort ?? (protocol === 'ALL' ? 'ALL' : undefined);
  return today && all !== undefined ? { Port: all } : {};
}

/**
 * Only rules that are known whole can be sent. A template under the name that its kind has in the sample's answer (5768).
 * `today`: as the API of 2026 takes it.
 */
export function sentPolicy({ action, service, remote, description }: KnownRule, today: boolean): SentPolicy {
  return {
    ...(service.kind === 'template'
      ? { ServiceTemplate: service.id.startsWith('ppmg-') ? { ServiceGroupId: service.id } : { ServiceId: service.id } }
      : { Protocol: service.protocol, ...sentPort(service, today) }),
    ...(remote.kind === 'address'
      ? { [isIpv6(remote.cidr) ? 'Ipv6CidrBlock' : 'CidrBlock']: remote.cidr }
      : remote.kind === 'group'
        ? { SecurityGroupId: remote.id }
        : { AddressTemplate: remote.id.startsWith('ipmg-') ? { AddressGroupId: remote.id } : { AddressId: remote.id } }),
    Action: action,
    ...(description === '' ? {} : { PolicyDescription: description }),
  };
}
