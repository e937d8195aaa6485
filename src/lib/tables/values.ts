/** The values of cells, and of these the ports and services. One cell may hold several; each is read whole or told why not. Pure. */
import { looksLikeId } from '../../../catalogue/ids.ts';
import { readPorts } from '../../../network/rules/rule.ts';
import { isEveryPort, isNoPort, plain, protocolOf, type TableProtocol } from './words.ts';

export type TableService =
  | { readonly kind: 'ports'; readonly protocol: TableProtocol; readonly port: string }
  | { readonly kind: 'template'; readonly id: string };

export type TableRemoteEnd =
  | { readonly kind: 'address'; readonly cidr: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'template'; readonly id: string };

/** What a cell may name, by its exact name; a name that two things have stands here for neither. */
export interface TableNames {
  readonly serviceTemplates: ReadonlyMap<string, string>;
  readonly addressTemplates: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  /** Services that everybody knows by name: SSH, HTTPS. */
  readonly service?: ((name: string) => TableService | undefined) | undefined;
  /** False for rules that the list they are for cannot hold: templates in a network ACL. */
  readonly takes?: ((service: TableService, remote: TableRemoteEnd) => boolean) | undefined;
}

export const noTableNames: TableNames = { serviceTemplates: new Map(), addressTemplates: new Map(), groups: new Map() };

/** The words stand under `tables.fault.<code>`. */
export type ValueFault =
  | 'protocol-empty'
  | 'protocol-unknown'
  | 'service-unknown'
  | 'service-ambiguous'
  | 'port-needed'
  | 'port-wrong'
  | 'port-slash'
  | 'port-zero'
  | 'port-not-here'
  | 'remote-empty'
  | 'remote-unknown'
  | 'remote-range'
  | 'remote-unspecified'
  | 'remote-host-bits'
  | 'remote-ambiguous'
  | 'remote-any-family'
  | 'remote-family'
  | 'remote-foreign'
  | 'mask-wrong';

export type FieldValues<T> = { readonly values: readonly T[] } | { readonly fault: ValueFault };

/** The parts of a cell that holds several. */
export const partsOf = (text: string): string[] =>
  plain(text)
    .split(/[\s,;、|]+/)
    .filter((part) => part !== '');

/** "80", "8000-8010", "8000:8010", "8000~8010" as this cloud writes a port or a range; null for anything else. */
function portOf(text: string): string | null {
  const [, from, to = from] = /^(\d{1,5})(?:[-:~](\d{1,5}))?$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return null;
  const port = from === to ? from : `${from}-${to}`;
  return readPorts(port) === null ? null : port;
}

/**
 * The ports of a cell, as many texts as rules are needed: single ports share one, each range has its own, since a rule takes
 * a list or a range. `slashes`: the column writes "80/80", so that "80/90" is a range and not two ports.
 */
function portsOf(text: string, slashes = false): FieldValues<string> {
  if (plain(text) === '') return { fault: 'port-needed' };
  if (isEveryPort(text) || (slashes && plain(text) === '-1/-1')) return { values: ['ALL'] };
  const joined = plain(text).replaceAll(/(\d)\s*([-:~])\s*(?=\d)/g, '$1$2');
  const found: string[] = [];
  for (const part of partsOf(joined)) {
    const [, from = '', to = ''] = /^(\d+)\/(\d+)$/.exec(part) ?? [];
    if (from !== to && !slashes) return { fault: 'port-slash' };
    const port = portOf(from === '' ? part : `${from}-${to}`);
    if (port === null) return { fault: 'port-wrong' };
    // Zero is every port to some devices, and no port at all to this cloud.
    if (port === '0') return { fault: 'port-zero' };
    if (!found.includes(port)) found.push(port);
  }
  if (found.length === 0) return { fault: 'port-wrong' };
  const singles = found.filter((port) => !port.includes('-'));
  const ranges = found.filter((port) => port.includes('-')).map((port) => (port === '0-65535' ? 'ALL' : port));
  return { values: [...(singles.length > 0 ? [singles.join(',')] : []), ...ranges] };
}

/** "TCP", "6", "TCP/UDP". */
function protocolsOf(text: string): FieldValues<TableProtocol> {
  if (plain(text) === '') return { fault: 'protocol-empty' };
  const whole = protocolOf(text);
  if (whole) return { values: [whole] };
  const parts = plain(text)
    .split(/[\s,;、|/+&]+/)
    .filter(Boolean)
    .map(protocolOf);
  const known = parts.filter((part) => part === 'TCP' || part === 'UDP');
  return parts.length > 1 && known.length === parts.length ? { values: [...new Set(known)] } : { fault: 'protocol-unknown' };
}

const hasPorts = (protocol: TableProtocol): boolean => protocol === 'TCP' || protocol === 'UDP';

/** Protocol and port of two cells. A port beside a protocol without ports is a fault unless it says all or none. */
export function servicesOf(protocolText: string, portText: string, slashes = false): FieldValues<TableService> {
  const protocols = protocolsOf(protocolText);
  if ('fault' in protocols) return protocols;
  const found: TableService[] = [];
  for (const protocol of protocols.values) {
    if (!hasPorts(protocol)) {
      if (!isNoPort(portText)) return { fault: 'port-not-here' };
      found.push({ kind: 'ports', protocol, port: 'ALL' });
      continue;
    }
    const ports = portsOf(portText, slashes);
    if ('fault' in ports) return ports;
    found.push(...ports.values.map((port): TableService => ({ kind: 'ports', protocol, port })));
  }
  return { values: found };
}

export const isTemplate = (id: string, ...prefixes: string[]): boolean =>
  prefixes.some((prefix) => looksLikeId('parameter-template', id, false, prefix));

/** "tcp 443", "tcp:80,443", "443/tcp", "all", "SSH", a template by id or exact name, or several of these. */
export function namedServicesOf(text: string, names: TableNames): FieldValues<TableService> {
  const whole = oneService(text, names);
  if (!('fault' in whole) || whole.fault !== 'service-unknown') return whole;
  const parts = plain(text)
    .split(/[;、,\n]+|\s+\+\s+/)
    .map((part) => part.trim());
  if (parts.length < 2) return whole;
  const found: TableService[] = [];
  for (const part of parts) {
    const one = oneService(part, names);
    if ('fault' in one) return one;
    found.push(...one.values);
  }
  return { values: found };
}

function oneService(text: string, names: TableNames): FieldValues<TableService> {
  const typed = plain(text);
  if (typed === '') return { fault: 'protocol-empty' };
  if (isTemplate(typed, 'ppm', 'ppmg')) return { values: [{ kind: 'template', id: typed }] };
  const template = names.serviceTemplates.get(typed) ?? names.serviceTemplates.get(text.trim());
  const known = names.service?.(typed);
  const [, every] = /^all (tcp|udp)$/i.exec(typed) ?? [];
  if (every !== undefined && !names.serviceTemplates.has(typed)) return servicesOf(every, 'ALL');
  const [, word = '', rest = ''] = /^(tcp|udp|icmp|icmpv6|gre|all|any|\*)(?:[\s:/]+(.*))?$/i.exec(typed) ?? [];
  if (template !== undefined)
    return known || word !== '' ? { fault: 'service-ambiguous' } : { values: [{ kind: 'template', id: template }] };
  if (known) return { values: [known] };
  if (word !== '') return servicesOf(word, rest);
  const [, port = '', protocol = ''] = /^([\d,:~-]+)\/(tcp|udp)$/i.exec(typed) ?? [];
  return port === '' ? { fault: 'service-unknown' } : servicesOf(protocol, port);
}
