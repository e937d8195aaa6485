/** Services that everybody knows by name, and starting sets of rules. */
import type { KnownRule, KnownSet, Service } from './rule-set.ts';

interface CommonService {
  /** As it is called everywhere: not translated. */
  readonly name: string;
  readonly service: Service;
  /** Other words that a spreadsheet may have for it. */
  readonly also?: readonly string[];
}

const tcp = (name: string, port: string, ...also: string[]): CommonService => ({
  name,
  service: { kind: 'ports', protocol: 'TCP', port },
  also,
});
const udp = (name: string, port: string, ...also: string[]): CommonService => ({
  name,
  service: { kind: 'ports', protocol: 'UDP', port },
  also,
});

export const commonServices: readonly CommonService[] = [
  tcp('SSH', '22'),
  tcp('RDP', '3389', 'remote desktop'),
  tcp('HTTP', '80'),
  tcp('HTTPS', '443'),
  tcp('HTTP + HTTPS', '80,443', 'web'),
  tcp('MySQL', '3306', 'mariadb'),
  tcp('PostgreSQL', '5432', 'postgres'),
  tcp('Redis', '6379'),
  tcp('MongoDB', '27017', 'mongo'),
  tcp('SQL Server', '1433', 'mssql'),
  tcp('Kubernetes API', '6443'),
  tcp('SMTP', '25'),
  udp('DNS', '53'),
  udp('NTP', '123'),
  { name: 'ICMP', service: { kind: 'ports', protocol: 'ICMP', port: 'ALL' }, also: ['ping'] },
  { name: 'ICMPv6', service: { kind: 'ports', protocol: 'ICMPv6', port: 'ALL' }, also: ['ping6', 'icmp6', 'ipv6-icmp'] },
  { name: 'TCP', service: { kind: 'ports', protocol: 'TCP', port: 'ALL' } },
  { name: 'UDP', service: { kind: 'ports', protocol: 'UDP', port: 'ALL' } },
  { name: 'GRE', service: { kind: 'ports', protocol: 'GRE', port: 'ALL' } },
];

export function serviceOfName(text: string): Service | undefined {
  const lower = text.trim().toLowerCase();
  return commonServices.find(({ name, also = [] }) => name.toLowerCase() === lower || also.includes(lower))?.service;
}

/** Names that mean the same everywhere. DNS is not one of them (it has TCP too), nor "ping", nor a protocol without its ports. */
const certain = new Set([
  'SSH',
  'RDP',
  'HTTP',
  'HTTPS',
  'HTTP + HTTPS',
  'MySQL',
  'PostgreSQL',
  'Redis',
  'MongoDB',
  'SQL Server',
  'SMTP',
  'ICMP',
  'GRE',
]);

/** The service that a table of other people's means by a name, for certain. */
export const certainServiceOf = (text: string): Service | undefined =>
  commonServices.find(({ name }) => certain.has(name) && name.toLowerCase() === text.trim().toLowerCase())?.service;

/** What should seldom be open to everyone, and what it is called. */
export const sensitivePorts: readonly { readonly port: number; readonly protocol: 'TCP' | 'UDP'; readonly name: string }[] = [
  { port: 21, protocol: 'TCP', name: 'FTP' },
  { port: 22, protocol: 'TCP', name: 'SSH' },
  { port: 23, protocol: 'TCP', name: 'Telnet' },
  { port: 445, protocol: 'TCP', name: 'SMB' },
  { port: 1433, protocol: 'TCP', name: 'SQL Server' },
  { port: 1521, protocol: 'TCP', name: 'Oracle' },
  { port: 2375, protocol: 'TCP', name: 'Docker' },
  { port: 3306, protocol: 'TCP', name: 'MySQL' },
  { port: 3389, protocol: 'TCP', name: 'RDP' },
  { port: 5432, protocol: 'TCP', name: 'PostgreSQL' },
  { port: 5900, protocol: 'TCP', name: 'VNC' },
  { port: 6379, protocol: 'TCP', name: 'Redis' },
  { port: 6443, protocol: 'TCP', name: 'Kubernetes API' },
  { port: 9200, protocol: 'TCP', name: 'Elasticsearch' },
  { port: 11211, protocol: 'TCP', name: 'Memcached' },
  { port: 11211, protocol: 'UDP', name: 'Memcached' },
  { port: 27017, protocol: 'TCP', name: 'MongoDB' },
];

const everywhere = { kind: 'address', cidr: '0.0.0.0/0' } as const;
const allow = (service: Service, description: string, cidr?: string): KnownRule => ({
  action: 'ACCEPT',
  service,
  remote: cidr === undefined ? everywhere : { kind: 'address', cidr },
  description,
});
const port = (text: string, protocol: 'TCP' | 'UDP' = 'TCP'): Service => ({ kind: 'ports', protocol, port: text });
const all: Service = { kind: 'ports', protocol: 'ALL', port: 'ALL' };
const icmp: Service = { kind: 'ports', protocol: 'ICMP', port: 'ALL' };
const out: readonly KnownRule[] = [allow(all, '')];
const privately = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;

/** Starting sets; names and sentences stand under `securityGroup.template.<key>`. None opens a way in for people to everyone. */
export const startingSets = {
  empty: { ingress: [], egress: [] },
  web: { ingress: [allow(port('80,443'), ''), allow(icmp, '')], egress: out },
  inside: { ingress: privately.map((cidr) => allow(all, '', cidr)), egress: out },
  ssh: { ingress: privately.flatMap((cidr) => [allow(port('22'), '', cidr)]), egress: out },
  database: { ingress: privately.map((cidr) => allow(port('3306,5432,6379'), '', cidr)), egress: out },
} as const satisfies Record<string, KnownSet>;

export type StartingSet = keyof typeof startingSets;
