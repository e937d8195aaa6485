/**
 * From rules as the cloud stores them, with templates and groups, to rules with one block and one port text each.
 *
 * A security group as the remote end means the private addresses of its members (5342, 5963). Members and templates that are
 * not known do not vanish: what a rule might match because of them is kept apart as `unsure`. The same holds for the parts
 * of a rule that the model does not have: such a rule surely matches nothing, and may match what its other parts allow.
 */
import { type Addresses, addressesOf, everyAddressOfBoth, mergeIntervals, readRange } from '../addresses/ranges.ts';
import { type Match, nothing } from '../packets/match.ts';
import { everyService, type Protocol, pointOf, type Services, servicesOf } from '../packets/services.ts';
import { type Action, type PlainRule, protocolNamed, ReadRule, readPorts } from './rule.ts';

/**
 * A rule with its API fields in our spelling. One remote end and one kind of service; the rest stay absent (5345). A rule
 * without any remote end, without a protocol, or for TCP or UDP without a port, is not one for everything: what it lacks is not
 * known.
 */
export interface Policy {
  /** null: one that the model does not have. */
  readonly action: Action | null;
  readonly protocol?: Protocol | 'ALL' | undefined;
  readonly port?: string | undefined;
  /** ppm-… or ppmg-…, in place of protocol and port. */
  readonly serviceTemplate?: string | undefined;
  /** Of IPv4 or IPv6, as a rule's. */
  readonly cidr?: string | undefined;
  readonly securityGroup?: string | undefined;
  /** ipm-… or ipmg-… */
  readonly addressTemplate?: string | undefined;
  readonly description?: string | undefined;
  /** Parts of the rule that the model does not have, each as its field with its value: "Protocol SCTP", "SourcePort 53". */
  readonly unread?: readonly string[] | undefined;
}

/**
 * A rule of a network ACL. One of five parts also says the near end, an address or a block as `cidr`, and the ports that packets
 * come from; absent: any.
 */
export interface AclPolicy extends Policy {
  readonly near?: string | undefined;
  readonly sourcePort?: string | undefined;
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

interface ExpandedRule extends PlainRule {
  /** Place of the policy it comes from. */
  readonly policy: number;
}

interface UnresolvedReference {
  readonly policy: number;
  /** The template, group of templates or security group that is not known, or not known whole; or a part of the rule itself. */
  readonly reference: string;
}

interface Expansion {
  readonly rules: ExpandedRule[];
  readonly unresolved: UnresolvedReference[];
  /** Rules counted as the quota counts them: each address × each service of templates; a security group is one. */
  readonly count: number;
}

interface Texts<T> {
  readonly texts: readonly T[];
  readonly missing: readonly string[];
}

/** What a rule surely says, and all that it may say; null is anything. */
interface Meaning<T> extends Texts<T> {
  readonly possible: readonly T[] | null;
}

const surely = <T>(texts: readonly T[]): Meaning<T> => ({ texts, possible: texts, missing: [] });
const unlessMissing = <T>({ texts, missing }: Texts<T>): Meaning<T> => ({ texts, missing, possible: missing.length > 0 ? null : texts });
/** Not said: its name is told, unless the reader has told it already. */
const unsaid = <T>(policy: Policy, field: string, possible: readonly T[] | null): Meaning<T> => ({
  texts: [],
  possible,
  missing: policy.unread?.length ? [] : [field],
});

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

interface ProtocolPort {
  readonly protocol: Protocol | 'ALL';
  readonly port: string;
}

/**
 * A service template's text: "tcp:80", "TCP:443-446", "udp:99,97", "icmp:all"; a blank after the colon is how one answer
 * prints them (6283), and GRE and ICMP may come without a port.
 * @throws RangeError naming the text.
 */
export function readProtocolPort(text: string): ProtocolPort {
  const service = serviceIn(text);
  if (service === null) throw new RangeError(`"${text}" is not a service`);
  return service;
}

function serviceIn(text: string): ProtocolPort | null {
  const [, name = '', port = 'ALL'] = /^(tcp|udp|icmp|icmpv6|gre|all)(?::\s?(\S+))?$/i.exec(text) ?? [];
  const protocol = protocolNamed(name);
  return protocol === undefined || readPorts(port) === null ? null : { protocol, port };
}

/** The texts of a template that can be read; the others are missing like a template that is not known. */
function readTexts<T>(id: string, { texts, missing }: Texts<string>, read: (text: string) => T | null): Texts<T> {
  const readable = texts.flatMap((text) => read(text) ?? []);
  const bad = texts.filter((text) => read(text) === null).map((text) => `${id} "${text}"`);
  return { texts: readable, missing: [...missing, ...bad] };
}

/** What a policy says of protocols and ports. */
function servicesOfPolicy(policy: Policy, references: References): Meaning<ProtocolPort> {
  const { serviceTemplate: id, protocol, port } = policy;
  if (id !== undefined) {
    const texts = membersOf(id, references.serviceTemplates, references.serviceTemplateGroups);
    return unlessMissing(readTexts(id, texts, serviceIn));
  }
  if (protocol === undefined) return unsaid(policy, 'Protocol', [{ protocol: 'ALL', port: port ?? 'ALL' }]);
  const hasPort = protocol === 'TCP' || protocol === 'UDP';
  if (port === undefined && hasPort) return unsaid(policy, 'Port', [{ protocol, port: 'ALL' }]);
  return surely([{ protocol, port: port ?? 'ALL' }]);
}

/** What a policy says of the remote end, as texts of addresses. */
function remoteEndsOf(policy: Policy, references: References): Meaning<string> {
  const { securityGroup, addressTemplate: id, cidr } = policy;
  if (securityGroup !== undefined) {
    const members = references.members(securityGroup);
    return unlessMissing({ texts: members?.addresses ?? [], missing: members?.complete ? [] : [securityGroup] });
  }
  if (id !== undefined) {
    const texts = membersOf(id, references.addressTemplates, references.addressTemplateGroups);
    return unlessMissing(readTexts(id, texts, (text) => (readRange(text) === null ? null : text)));
  }
  return cidr === undefined ? unsaid(policy, 'CidrBlock', null) : surely([cidr]);
}

/**
 * One rule for each address and service a policy stands for, in order, so that first match among them is first match among
 * the policies. What is not known is left out and listed; of a policy with an unread part, everything.
 */
export function expand(policies: readonly Policy[], references: References): Expansion {
  const rules: ExpandedRule[] = [];
  const unresolved: UnresolvedReference[] = [];
  let count = 0;
  for (const [index, policy] of policies.entries()) {
    const services = servicesOfPolicy(policy, references);
    const remoteEnds = remoteEndsOf(policy, references);
    for (const reference of [...services.missing, ...remoteEnds.missing, ...(policy.unread ?? [])])
      unresolved.push({ policy: index, reference });
    const { action } = policy;
    if (action === null || policy.unread?.length) continue;
    for (const { protocol, port } of services.texts) {
      for (const cidr of remoteEnds.texts) rules.push({ action, protocol, port, cidr, policy: index });
    }
    count += services.texts.length * (policy.securityGroup === undefined ? remoteEnds.texts.length : 1);
  }
  return { rules, unresolved, count };
}

// Policies read into the packets that they match, as every function on rule lists takes them.

/** A policy's packets: what it surely matches, and what it may match because something in it or named by it is not known. */
export type PolicyPackets = ReadRule;

function servicesIn(services: readonly ProtocolPort[], index: number): Services {
  return mergeIntervals(
    services.flatMap(({ protocol, port }) => {
      const ports = readPorts(port);
      if (ports === null) throw new RangeError(`rule ${index}: "${port}" is not a port, a range, a list of them or ALL`);
      return servicesOf(protocol, ports);
    }),
  );
}

function addressesIn(remoteEnds: readonly string[], index: number): Addresses {
  return addressesOf(
    remoteEnds.map((text) => {
      const range = readRange(text);
      if (range === null) throw new RangeError(`rule ${index}: "${text}" is not an address, a CIDR block or a range of addresses`);
      return range;
    }),
  );
}

const holds = (services: Services, point: number): boolean => services.some(({ from, to }) => from <= point && point <= to);

/**
 * The cloud may read ICMP with an IPv6 remote end as ICMPv6, and the reverse; the documents are silent. So a rule that names one
 * of them and the other's family may match the other.
 */
function withSibling(match: Match): Match {
  const { addresses, services } = match;
  const extra: Services = [
    ...(addresses.v6.length > 0 && holds(services, pointOf.ICMP) ? [{ from: pointOf.ICMPv6, to: pointOf.ICMPv6 }] : []),
    ...(addresses.v4.length > 0 && holds(services, pointOf.ICMPv6) ? [{ from: pointOf.ICMP, to: pointOf.ICMP }] : []),
  ].filter(({ from }) => !holds(services, from));
  return extra.length === 0 ? match : { addresses, services: mergeIntervals([...services, ...extra]) };
}

/** Equal for policies that say the same of which packets they match. */
const meaningOf = ({ protocol, port, serviceTemplate, cidr, securityGroup, addressTemplate, unread }: Policy): string =>
  JSON.stringify([protocol, port, serviceTemplate, cidr, securityGroup, addressTemplate, unread]);

/** One half of a match: what it surely is, all that it may be, and why that is more. */
interface MatchHalf<T> {
  readonly sure: T;
  readonly possible: T;
  readonly missing: readonly string[];
}

const memo = new WeakMap<References, Map<string, unknown>>();

/** Templates and groups have many texts and are named by many rules: each is read once. */
function memoizeByReference<T>(
  references: References,
  sort: 'services' | 'members' | 'addresses',
  id: string | undefined,
  read: () => T,
): T {
  if (id === undefined) return read();
  const byId = memo.get(references) ?? new Map<string, unknown>();
  memo.set(references, byId);
  const key = `${sort} ${id}`;
  if (!byId.has(key)) byId.set(key, read());
  // Each sort is read by one function only.
  return byId.get(key) as T;
}

const servicesFor = (policy: Policy, references: References, index: number): MatchHalf<Services> =>
  memoizeByReference(references, 'services', policy.serviceTemplate, () => {
    const { texts, possible, missing } = servicesOfPolicy(policy, references);
    const sure = servicesIn(texts, index);
    return { sure, missing, possible: possible === null ? everyService : possible === texts ? sure : servicesIn(possible, index) };
  });

const remoteEndsFor = (policy: Policy, references: References, index: number): MatchHalf<Addresses> =>
  memoizeByReference(
    references,
    policy.securityGroup === undefined ? 'addresses' : 'members',
    policy.securityGroup ?? policy.addressTemplate,
    () => {
      const { texts, possible, missing } = remoteEndsOf(policy, references);
      const sure = addressesIn(texts, index);
      return { sure, missing, possible: possible === null ? everyAddressOfBoth : possible === texts ? sure : addressesIn(possible, index) };
    },
  );

/**
 * Reads one policy. `index` names it in errors.
 * @throws RangeError on a policy's own remote end or port that is no such text; the readers of the API's rows make none.
 */
export function packetsOfPolicy(policy: Policy, index: number, references: References): PolicyPackets {
  const services = servicesFor(policy, references, index);
  const remoteEnds = remoteEndsFor(policy, references, index);
  const unread = policy.unread ?? [];
  const unnamed = policy.action === null && unread.length === 0 ? ['Action'] : [];
  const missing = [...services.missing, ...remoteEnds.missing, ...unread, ...unnamed];
  const sure = unread.length > 0 ? nothing : { services: services.sure, addresses: remoteEnds.sure };
  const allowed: Match = { services: services.possible, addresses: remoteEnds.possible };
  const possible = withSibling(allowed);
  if (possible !== allowed) missing.push(`Protocol ${policy.protocol ?? policy.serviceTemplate}`);
  return new ReadRule(policy.action, sure, meaningOf(policy), missing.length === 0 ? sure : possible, missing);
}

/** Reads a list of policies for the functions on rule lists. @throws RangeError as `packetsOfPolicy`. For tests. */
export const readPolicies = (policies: readonly Policy[], references: References): ReadRule[] =>
  policies.map((policy, index) => packetsOfPolicy(policy, index, references));
