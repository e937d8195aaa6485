/**
 * From rules as the cloud stores them, with templates and groups, to rules with one block and one port text each.
 *
 * A security group as the far end means the private addresses of its members (5342, 5963). Members and templates that are
 * not known do not vanish: what a rule might match because of them is kept apart as `unsure`.
 */
import type { Interval } from './cidr.ts';
import { lastPort, type PacketSet, subtract, union } from './packet-set.ts';
import { type Action, boxesOf, everyAddress, mergeIntervals, type Protocol, type Rule, readAddresses, readPorts } from './rule.ts';

/** A rule with its API fields in our spelling. One far end and one kind of service; the rest stay absent (5345). */
export interface Policy {
  readonly action: Action;
  readonly protocol?: Protocol | 'ALL' | undefined;
  readonly port?: string | undefined;
  /** ppm-… or ppmg-…, in place of protocol and port. */
  readonly serviceTemplate?: string | undefined;
  readonly cidr?: string | undefined;
  readonly securityGroup?: string | undefined;
  /** ipm-… or ipmg-… */
  readonly addressTemplate?: string | undefined;
  readonly description?: string | undefined;
}

/** What policies refer to. A template is its texts; a group of templates is their ids. */
export interface References {
  readonly addressTemplates: ReadonlyMap<string, readonly string[]>;
  readonly addressTemplateGroups: ReadonlyMap<string, readonly string[]>;
  readonly serviceTemplates: ReadonlyMap<string, readonly string[]>;
  readonly serviceTemplateGroups: ReadonlyMap<string, readonly string[]>;
  /** The members' private addresses; `complete` is false when there may be more, null is a group nobody knows. */
  readonly members: (securityGroup: string) => { readonly addresses: readonly string[]; readonly complete: boolean } | null;
}

export const noReferences: References = {
  addressTemplates: new Map(),
  addressTemplateGroups: new Map(),
  serviceTemplates: new Map(),
  serviceTemplateGroups: new Map(),
  members: () => null,
};

export interface ExpandedRule extends Rule {
  /** Place of the policy it comes from. */
  readonly policy: number;
}

export interface Unresolved {
  readonly policy: number;
  /** The template, group of templates or security group that is not known, or not known whole. */
  readonly reference: string;
}

export interface Expansion {
  readonly rules: ExpandedRule[];
  readonly unresolved: Unresolved[];
  /** Rules counted as the quota counts them: each address × each service of templates; a security group is one. */
  readonly count: number;
}

interface Texts<T> {
  readonly texts: readonly T[];
  readonly missing: readonly string[];
}

function membersOf(
  id: string,
  templates: ReadonlyMap<string, readonly string[]>,
  groups: ReadonlyMap<string, readonly string[]>,
): Texts<string> {
  const single = templates.get(id);
  if (single) return { texts: single, missing: [] };
  const parts = groups.get(id)?.map((member) => ({ member, texts: templates.get(member) }));
  if (!parts) return { texts: [], missing: [id] };
  return { texts: parts.flatMap(({ texts }) => texts ?? []), missing: parts.flatMap(({ member, texts }) => (texts ? [] : [member])) };
}

interface Service {
  readonly protocol: Protocol | 'ALL';
  readonly port: string;
}

/**
 * A service template's text: "tcp:80", "TCP:443-446", "udp:99,97", "icmp:all"; a blank after the colon is how one answer
 * prints them (6283), and GRE and ICMP may come without a port.
 * @throws RangeError naming the text.
 */
export function readService(text: string): Service {
  const [, name = '', port = 'ALL'] = /^(tcp|udp|icmp|gre|all)(?::\s?(\S+))?$/i.exec(text) ?? [];
  if (name === '' || readPorts(port) === null) throw new RangeError(`"${text}" is not a service`);
  return { protocol: name.toUpperCase() as Service['protocol'], port };
}

function servicesOf(policy: Policy, references: References): Texts<Service> {
  if (policy.serviceTemplate === undefined) {
    return { texts: [{ protocol: policy.protocol ?? 'ALL', port: policy.port ?? 'ALL' }], missing: [] };
  }
  const found = membersOf(policy.serviceTemplate, references.serviceTemplates, references.serviceTemplateGroups);
  return { texts: found.texts.map(readService), missing: found.missing };
}

function farEndsOf(policy: Policy, references: References): Texts<string> {
  if (policy.securityGroup !== undefined) {
    const members = references.members(policy.securityGroup);
    return { texts: members?.addresses ?? [], missing: members?.complete ? [] : [policy.securityGroup] };
  }
  if (policy.addressTemplate === undefined) return { texts: [policy.cidr ?? '0.0.0.0/0'], missing: [] };
  return membersOf(policy.addressTemplate, references.addressTemplates, references.addressTemplateGroups);
}

/**
 * One rule for each address and service a policy stands for, in order, so that first match among them is first match among
 * the policies. What is not known is left out and listed.
 * @throws RangeError on a service text that cannot be read.
 */
export function expand(policies: readonly Policy[], references: References): Expansion {
  const rules: ExpandedRule[] = [];
  const unresolved: Unresolved[] = [];
  let count = 0;
  for (const [index, policy] of policies.entries()) {
    const services = servicesOf(policy, references);
    const farEnds = farEndsOf(policy, references);
    for (const reference of [...services.missing, ...farEnds.missing]) unresolved.push({ policy: index, reference });
    for (const { protocol, port } of services.texts) {
      for (const cidr of farEnds.texts) rules.push({ action: policy.action, protocol, port, cidr, policy: index });
    }
    count += services.texts.length * (policy.securityGroup === undefined ? farEnds.texts.length : 1);
  }
  return { rules, unresolved, count };
}

/** What a policy surely matches, and what it may match besides because something it refers to is not known. */
export interface PolicyPackets {
  readonly action: Action;
  readonly packets: PacketSet;
  readonly unsure: PacketSet;
  readonly missing: readonly string[];
}

/**
 * The packets of one policy, with its many addresses joined to few boxes. `index` names it in errors.
 * @throws RangeError on a text that cannot be read.
 */
export function packetsOfPolicy(policy: Policy, index: number, references: References): PolicyPackets {
  const services = servicesOf(policy, references);
  const farEnds = farEndsOf(policy, references);
  const addresses = mergeIntervals(
    farEnds.texts.flatMap((text): Interval[] => {
      const range = readAddresses(text);
      if (range === null) throw new RangeError(`rule ${index}: "${text}" is not an address, a CIDR block or a range of addresses`);
      return range === 'ipv6' ? [] : [range];
    }),
  );
  const take = (over: readonly Interval[]): PacketSet =>
    services.texts
      .map(({ protocol, port }) => {
        const ports = readPorts(port);
        if (ports === null) throw new RangeError(`rule ${index}: "${port}" is not a port, a range, a list of them or ALL`);
        return boxesOf(protocol, ports, over);
      })
      .reduce(union, []);
  const packets = take(addresses);
  const missing = [...services.missing, ...farEnds.missing];
  const reach = farEnds.missing.length > 0 ? [everyAddress] : addresses;
  const possible =
    services.missing.length > 0 ? boxesOf('ALL', [{ from: 0, to: lastPort }], reach) : farEnds.missing.length > 0 ? take(reach) : [];
  return { action: policy.action, packets, unsure: subtract(possible, packets), missing };
}
