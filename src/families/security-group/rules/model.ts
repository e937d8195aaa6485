/** A rule of a security group as the editor holds it: what the API excludes from each other cannot be said at once. */

import { parseCidr } from '../../../../catalogue/address.ts';
import type { Policy as ListedPolicy } from '../../../../catalogue/families/security-group.ts';
import { type Action, type Policy, type Protocol, read3, readsAsEverything } from '../../../../network/index.ts';

export type Direction = 'ingress' | 'egress';
export const directions: readonly Direction[] = ['ingress', 'egress'];

/** Protocol with port, or a service template (5345). The port of ICMP, GRE and ALL is always 'ALL' (5343). */
export type Service =
  | { readonly kind: 'ports'; readonly protocol: Protocol | 'ALL'; readonly port: string }
  | { readonly kind: 'template'; readonly id: string };

/** An address or block, a security group, or an address template (5345). */
export type FarEnd =
  | { readonly kind: 'address'; readonly cidr: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'template'; readonly id: string };

export interface Rule {
  readonly action: Action;
  readonly service: Service;
  readonly far: FarEnd;
  readonly description: string;
}

/** The rules of both directions. */
export type RuleSet = Readonly<Record<Direction, readonly Rule[]>>;

/** A group's rules as they were read, with the version they had. */
export interface Versioned extends RuleSet {
  readonly version: string;
}

export const noRules: RuleSet = { ingress: [], egress: [] };

/** A rule that is not finished yet: what is missing is said beside it, and nothing is applied with it. */
export const blankRule: Rule = {
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port: '' },
  far: { kind: 'address', cidr: '' },
  description: '',
};

export const hasPort = (protocol: Protocol | 'ALL'): boolean => protocol === 'TCP' || protocol === 'UDP';

/** @throws TypeError for a listed rule of which a part is not known: it is never read as something else. */
export function ruleFrom(listed: ListedPolicy): Rule {
  const policy = read3.policy(listed);
  if (policy.action === null || policy.unread?.length) throw new TypeError(`not understood: ${policy.unread?.join(', ')}`);
  const protocol = policy.protocol ?? 'ALL';
  return {
    action: policy.action,
    service:
      policy.serviceTemplate === undefined
        ? { kind: 'ports', protocol, port: hasPort(protocol) ? (policy.port ?? 'ALL').toUpperCase() : 'ALL' }
        : { kind: 'template', id: policy.serviceTemplate },
    far:
      policy.securityGroup !== undefined
        ? { kind: 'group', id: policy.securityGroup }
        : policy.addressTemplate !== undefined
          ? { kind: 'template', id: policy.addressTemplate }
          : { kind: 'address', cidr: policy.cidr ?? '' },
    description: policy.description ?? '',
  };
}

/** For the network engine. */
export function policyOf({ action, service, far, description }: Rule): Policy {
  return {
    action,
    ...(service.kind === 'ports' ? { protocol: service.protocol, port: service.port } : { serviceTemplate: service.id }),
    ...(far.kind === 'address' ? { cidr: far.cidr } : far.kind === 'group' ? { securityGroup: far.id } : { addressTemplate: far.id }),
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
  readonly SecurityGroupId?: string;
  readonly AddressTemplate?: { readonly AddressId: string } | { readonly AddressGroupId: string };
  readonly Action?: Action;
  readonly PolicyDescription?: string;
}

/** A template under the name that its kind has in the sample's answer (5768). */
export function sentPolicy({ action, service, far, description }: Rule): SentPolicy {
  return {
    ...(service.kind === 'template'
      ? { ServiceTemplate: service.id.startsWith('ppmg-') ? { ServiceGroupId: service.id } : { ServiceId: service.id } }
      : { Protocol: service.protocol, ...(hasPort(service.protocol) ? { Port: service.port } : {}) }),
    ...(far.kind === 'address'
      ? { CidrBlock: far.cidr }
      : far.kind === 'group'
        ? { SecurityGroupId: far.id }
        : { AddressTemplate: far.id.startsWith('ipmg-') ? { AddressGroupId: far.id } : { AddressId: far.id } }),
    Action: action,
    ...(description === '' ? {} : { PolicyDescription: description }),
  };
}

const serviceKey = (service: Service): string =>
  service.kind === 'template' ? service.id : `${service.protocol}:${hasPort(service.protocol) ? service.port.toUpperCase() : 'ALL'}`;

const farKey = (far: FarEnd): string => (far.kind === 'address' ? far.cidr.replace(/\/32$/, '') : far.id);

/** Equal for rules that do the same to the same packets by their words alone. */
export const sameness = ({ action, service, far }: Rule): string => `${action} ${serviceKey(service)} ${farKey(far)}`;

/** Equal for rules that the cloud would not keep beside each other: their descriptions agree too (5380, 5773). */
export const wholly = (rule: Rule): string => `${sameness(rule)} ${rule.description}`;

export const sameRules = (a: readonly Rule[], b: readonly Rule[]): boolean =>
  a.length === b.length && a.every((rule, at) => b[at] !== undefined && wholly(rule) === wholly(b[at]));

export const sameSet = (a: RuleSet, b: RuleSet): boolean => directions.every((direction) => sameRules(a[direction], b[direction]));

/** As the cloud may write a rule back: blocks without host bits, and every /n of 0.0.0.0 as /0. */
function asKept(rule: Rule): Rule {
  if (rule.far.kind !== 'address') return rule;
  const { cidr } = rule.far;
  const reading = parseCidr(cidr);
  const kept = readsAsEverything(cidr) ? '0.0.0.0/0' : reading.ok ? cidr : (reading.nearest ?? cidr);
  return kept === cidr ? rule : { ...rule, far: { kind: 'address', cidr: kept } };
}

/** True when the rules that were read are the rules that were written, in whatever spelling. */
export const keptAs = (read: RuleSet, written: RuleSet): boolean =>
  directions.every((direction) => sameRules(read[direction].map(asKept), written[direction].map(asKept)));
