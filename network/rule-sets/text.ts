/** Rules as text: what is typed into a cell, pasted from a spreadsheet, and kept in files. */
import { parseAddress, parseCidr } from '../../catalogue/address.ts';
import { canonicalIpv6, isBlockOfIpv6 } from '../../catalogue/address6.ts';
import { looksLikeId } from '../../catalogue/ids.ts';
import { protocolNamed, readAddresses, readPorts } from '../rules/rule.ts';
import { serviceOfName } from './common-services.ts';
import {
  type CarriedRule,
  hasPort,
  isAbsent,
  isCarried,
  type KnownRule,
  type RemoteEnd,
  type Rule,
  readOnlyFields,
  type Service,
} from './rule-set.ts';

/** Ids by the names that people gave: templates and groups that a cell may name. */
export interface Names {
  readonly serviceTemplates: ReadonlyMap<string, string>;
  readonly addressTemplates: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
}

export const noNames: Names = { serviceTemplates: new Map(), addressTemplates: new Map(), groups: new Map() };

/** Why a text is not what it should be; the words stand in the texts of the interface under `securityGroup.fault.<code>`. */
export type Fault =
  | 'service-empty'
  | 'service-unknown'
  | 'port-needed'
  | 'port-wrong'
  | 'port-not-here'
  | 'remote-empty'
  | 'remote-unknown'
  | 'remote-ipv6'
  | 'remote-host-bits'
  | 'remote-range'
  | 'action-unknown'
  | 'carried';

export type ReadResult<T> = { readonly value: T } | { readonly fault: Fault };

const isTemplate = (id: string, ...prefixes: string[]): boolean =>
  prefixes.some((prefix) => looksLikeId('parameter-template', id, false, prefix));

const named = (names: ReadonlyMap<string, string>, text: string): string | undefined =>
  names.get(text) ?? [...names].find(([name]) => name.toLowerCase() === text.toLowerCase())?.[1];

const ports = (protocol: 'TCP' | 'UDP', text: string): ReadResult<Service> => {
  const port = text.replaceAll(/\s*([,-])\s*/g, '$1').replace(/^\*$/, 'ALL');
  const mixed = port.includes(',') && port.includes('-');
  if (readPorts(port) === null || mixed) return { fault: 'port-wrong' };
  return { value: { kind: 'ports', protocol, port: /^all$/i.test(port) || port === '0-65535' ? 'ALL' : port } };
};

/**
 * "tcp 443", "tcp:8000-8010", "443" (TCP), "udp/53", "icmp", "all", "ssh", or a service template by id or name. A port
 * beside a protocol without ports is a fault, unless it says "all".
 */
export function readService(text: string, names: Names = noNames): ReadResult<Service> {
  const typed = text.trim();
  if (typed === '') return { fault: 'service-empty' };
  if (isTemplate(typed, 'ppm', 'ppmg')) return { value: { kind: 'template', id: typed } };
  const [, word = '', rest = ''] = /^(tcp|udp|icmpv6|icmp|gre|all|any|\*)(?:[\s:/]+(.*))?$/i.exec(typed) ?? [];
  const protocol = /^(?:any|\*)$/i.test(word) ? 'ALL' : (protocolNamed(word) ?? '');
  if (protocol === 'TCP' || protocol === 'UDP') return rest === '' ? { fault: 'port-needed' } : ports(protocol, rest);
  if (protocol !== '') {
    // Every port but 0 is not everything.
    const whole = protocol === 'ALL' ? /^(?:all|any|\*|-|0-65535|n\/a)$/i : /^(?:all|any|\*|-|0|0-65535|1-65535|n\/a)$/i;
    if (rest !== '' && !whole.test(rest)) return { fault: 'port-not-here' };
    return { value: { kind: 'ports', protocol, port: 'ALL' } };
  }
  if (/^\d[\d\s,-]*$/.test(typed)) return ports('TCP', typed);
  const template = named(names.serviceTemplates, typed);
  if (template !== undefined) return { value: { kind: 'template', id: template } };
  const service = serviceOfName(typed);
  return service ? { value: service } : { fault: 'service-unknown' };
}

/**
 * An address, a block, "any", a security group or an address template, each by id or name. IPv6 blocks and addresses are
 * remote ends of their own; "any" is IPv4, as everywhere in this API, and ::/0 is all of IPv6.
 */
export function readRemote(text: string, names: Names = noNames): ReadResult<RemoteEnd> {
  const typed = text.trim();
  if (typed === '') return { fault: 'remote-empty' };
  if (/^(?:any|anywhere|all|everyone|internet|\*|任意|所有)$/i.test(typed)) return { value: { kind: 'address', cidr: '0.0.0.0/0' } };
  if (looksLikeId('security-group', typed, false)) return { value: { kind: 'group', id: typed } };
  if (isTemplate(typed, 'ipm', 'ipmg')) return { value: { kind: 'template', id: typed } };
  if (parseAddress(typed) !== null) return { value: { kind: 'address', cidr: typed } };
  const reading = parseCidr(typed);
  if (reading.ok) return { value: { kind: 'address', cidr: typed } };
  // The cloud refuses them in a rule of a group, so they are refused here, before anything is sent.
  if (reading.problem === 'host-bits') return { fault: 'remote-host-bits' };
  const six = canonicalIpv6(typed);
  if (six !== null) return isBlockOfIpv6(typed) ? { value: { kind: 'address', cidr: six } } : { fault: 'remote-host-bits' };
  const group = named(names.groups, typed);
  if (group !== undefined) return { value: { kind: 'group', id: group } };
  const template = named(names.addressTemplates, typed);
  if (template !== undefined) return { value: { kind: 'template', id: template } };
  const range = readAddresses(typed);
  return { fault: range === null ? 'remote-unknown' : 'remote-range' };
}

/** How the cells of one kind of list are read: what a rule of it may say. */
export interface CellReaders {
  readonly service: (text: string, names: Names) => ReadResult<Service>;
  readonly remote: (text: string, names: Names) => ReadResult<RemoteEnd>;
}

/** Everything that the rules of a security group may say. */
export const groupCells: CellReaders = { service: readService, remote: readRemote };

/** What is wrong with a rule as it stands; null when it can be sent, or is carried and never sent. */
export function faultOf(rule: Rule, cells: CellReaders = groupCells): Fault | null {
  if (isCarried(rule)) return null;
  const { service, remote } = rule;
  if (service.kind === 'ports') {
    const read = cells.service(service.protocol === 'ALL' ? 'all' : `${service.protocol} ${service.port}`, noNames);
    if ('fault' in read) return read.fault;
  }
  if (remote.kind !== 'address') return null;
  const read = cells.remote(remote.cidr, noNames);
  return 'fault' in read ? read.fault : null;
}

// Rules in text that belongs to no language: for files, comparisons and the clipboard.

/** "TCP 443", "ICMP", or the id of a template: language-neutral, for files, comparisons and the clipboard. */
export const serviceText = (service: Service): string =>
  service.kind === 'template'
    ? service.id
    : hasPort(service.protocol)
      ? `${service.protocol} ${service.port.toUpperCase() === 'ALL' ? 'all' : service.port}`
      : service.protocol === 'ALL'
        ? 'all'
        : service.protocol;

export const remoteText = (remote: RemoteEnd): string => (remote.kind === 'address' ? remote.cidr : remote.id);

const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A carried rule, field by field as the cloud told it; what is empty or an index is left out. */
export const listedText = ({ listed }: CarriedRule): string =>
  Object.entries(listed)
    .filter(([name, value]) => !readOnlyFields.has(name) && !isAbsent(value))
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(' · ');

/** A rule in one line of text. */
export const ruleText = (rule: Rule): string => (isCarried(rule) ? listedText(rule) : knownText(rule));

const knownText = (rule: KnownRule): string =>
  `${rule.action} ${serviceText(rule.service)} ${remoteText(rule.remote)}${rule.description === '' ? '' : ` # ${rule.description}`}`;
