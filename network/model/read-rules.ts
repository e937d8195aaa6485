/**
 * Rules as the cloud lists them, read into policies. What the model does not have (a field, a value, two remote ends at once) is
 * listed as `unread` and never taken for something else; no row makes a reader throw.
 */

import type { Protocol } from '../packets/services.ts';
import type { AclPolicy, Policy } from '../rules/policies.ts';
import { type Action, type Direction, protocolNamed, readAddresses, readPorts } from '../rules/rule.ts';
import { optionalField } from './read-parts.ts';

type Row = Readonly<Record<string, unknown>>;

/** True for what an answer leaves out or leaves blank: null, "", [], {}, and objects of such values. */
function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isAbsent);
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of one row that were not understood, each as its field with its value. */
class Doubts {
  readonly unread: string[] = [];

  add(field: string, value?: unknown): undefined {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    this.unread.push(value === undefined ? field : `${field} ${text}`);
    return undefined;
  }

  /** A text, or a number as some answers write one (5804); undefined where there is none. */
  text(row: Row, field: string): string | undefined {
    const value = row[field];
    if (isAbsent(value)) return undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : this.add(field, value);
  }

  strange(row: Row, known: ReadonlySet<string>): void {
    for (const [field, value] of Object.entries(row)) if (!known.has(field) && !isAbsent(value)) this.add(field, value);
  }
}

function protocolIn(doubts: Doubts, row: Row, field: string): Protocol | 'ALL' | undefined {
  const text = doubts.text(row, field);
  return text === undefined ? undefined : (protocolNamed(text) ?? doubts.add(field, text));
}

/** A port that is said of a protocol without ports is not understood, unless it says all of them. */
function portIn(doubts: Doubts, row: Row, field: string, protocol: Protocol | 'ALL' | undefined): string | undefined {
  const text = doubts.text(row, field);
  const ports = text === undefined ? null : readPorts(text);
  if (text !== undefined && ports === null) return doubts.add(field, text);
  if (protocol === 'TCP' || protocol === 'UDP') return text ?? doubts.add(field);
  const all = ports === null || (ports[0]?.from === 0 && ports[0].to === 65535);
  if (protocol !== undefined && !all) return doubts.add(field, text);
  return text;
}

const isIpv6 = (text: string): boolean => readAddresses(text) === 'ipv6';

function cidrIn(doubts: Doubts, row: Row, field: string, family: 'any' | 'ipv6' = 'any'): string | undefined {
  const text = doubts.text(row, field);
  if (text === undefined) return undefined;
  const read = family === 'ipv6' ? isIpv6(text) : readAddresses(text) !== null;
  return read ? text : doubts.add(field, text);
}

/** A template is named by an id (7405, 7408), an object with one of two ids (5387, 5774), or a list with one of either. */
function templateIn(doubts: Doubts, row: Row, field: string, names: readonly string[]): string | undefined {
  const value = row[field];
  if (isAbsent(value)) return undefined;
  const ids = (part: unknown): readonly unknown[] => {
    if (isAbsent(part)) return [];
    if (Array.isArray(part)) return part.flatMap(ids);
    if (!isRow(part)) return [part];
    return Object.entries(part).flatMap(([name, id]) => (isAbsent(id) ? [] : names.includes(name) ? [id] : [null]));
  };
  const [id, ...others] = ids(value);
  return typeof id === 'string' && others.length === 0 ? id : doubts.add(field, value);
}

/** Fields that say nothing of which packets a rule matches, and the answer's own repetition of its direction (5773). */
const policyFields = new Set([
  ...['Action', 'Protocol', 'Port', 'ServiceTemplate', 'CidrBlock', 'Ipv6CidrBlock', 'SecurityGroupId', 'AddressTemplate'],
  ...['PolicyDescription', 'PolicyIndex', 'ModifyTime', 'Priority', 'Direction'],
]);

const services = ['ServiceId', 'ServiceGroupId'];
const addresses = ['AddressId', 'AddressGroupId'];

/** The one remote end that a row gives; which of several is meant, nobody knows (5345). */
function remoteEndIn(doubts: Doubts, row: Row, own: string | undefined): Pick<Policy, 'cidr' | 'securityGroup' | 'addressTemplate'> {
  const remote = ['CidrBlock', 'Ipv6CidrBlock', 'AddressTemplate', 'SecurityGroupId'].filter((field) => !isAbsent(row[field]));
  // Some answers repeat with each rule the group that it is in.
  const fields = remote.length > 1 && row.SecurityGroupId === own ? remote.filter((field) => field !== 'SecurityGroupId') : remote;
  const [field, ...others] = fields;
  if (field === undefined) {
    doubts.add('CidrBlock');
    return {};
  }
  if (others.length > 0) {
    for (const one of fields) doubts.add(one, row[one]);
    return {};
  }
  if (field === 'AddressTemplate') return optionalField('addressTemplate', templateIn(doubts, row, field, addresses));
  if (field === 'SecurityGroupId') return optionalField('securityGroup', doubts.text(row, field));
  return optionalField('cidr', cidrIn(doubts, row, field, field === 'Ipv6CidrBlock' ? 'ipv6' : 'any'));
}

function serviceIn(doubts: Doubts, row: Row): Pick<Policy, 'protocol' | 'port' | 'serviceTemplate'> {
  const bare = isAbsent(row.Protocol) && isAbsent(row.Port);
  if (!isAbsent(row.ServiceTemplate)) {
    if (bare) return optionalField('serviceTemplate', templateIn(doubts, row, 'ServiceTemplate', services));
    for (const field of ['ServiceTemplate', 'Protocol', 'Port']) if (!isAbsent(row[field])) doubts.add(field, row[field]);
    return {};
  }
  if (isAbsent(row.Protocol)) doubts.add('Protocol');
  const protocol = protocolIn(doubts, row, 'Protocol');
  return { ...optionalField('protocol', protocol), ...optionalField('port', portIn(doubts, row, 'Port', protocol)) };
}

function actionIn(doubts: Doubts, row: Row): Action | null {
  const text = doubts.text(row, 'Action');
  const action = text?.toUpperCase();
  if (action === 'ACCEPT' || action === 'DROP') return action;
  doubts.add('Action', text);
  return null;
}

const unreadIn = ({ unread }: Doubts): Pick<Policy, 'unread'> => (unread.length > 0 ? { unread } : {});

/**
 * A rule of a security group, in whatever shape it was listed. `own`: the id of the group that it is in.
 * A rule with `Ipv6CidrBlock` is about IPv6 packets only.
 */
export function readPolicy(listed: unknown, own?: string): Policy {
  if (!isRow(listed)) return { action: null, unread: [JSON.stringify(listed) ?? 'undefined'] };
  const doubts = new Doubts();
  const action = actionIn(doubts, listed);
  const service = serviceIn(doubts, listed);
  const remote = remoteEndIn(doubts, listed, own);
  doubts.strange(listed, policyFields);
  const description = listed.PolicyDescription;
  return {
    action,
    ...service,
    ...remote,
    ...optionalField('description', typeof description === 'string' && description !== '' ? description : undefined),
    ...unreadIn(doubts),
  };
}

/** The last four are of today's lists, and say nothing of which packets a rule matches. */
const entryFields = new Set([
  ...['action', 'ipProtocol', 'portRange', 'cidrIp', 'Ipv6CidrBlock', 'desc'],
  ...['ModifyTime', 'Priority', 'NetworkAclIpv4EntryId', 'NetworkAclIpv6EntryId'],
]);

/** A rule is about IPv4 packets, or about IPv6 ones; of one that gives both, nobody knows which is meant. */
function entryRemoteIn(doubts: Doubts, row: Row): string | undefined {
  if (isAbsent(row.Ipv6CidrBlock)) {
    if (isAbsent(row.cidrIp)) doubts.add('cidrIp');
    return cidrIn(doubts, row, 'cidrIp');
  }
  if (isAbsent(row.cidrIp)) return cidrIn(doubts, row, 'Ipv6CidrBlock', 'ipv6');
  for (const field of ['cidrIp', 'Ipv6CidrBlock']) doubts.add(field, row[field]);
  return undefined;
}

/** A rule of a network ACL. In every answer 1 allows and 0 denies (10602); any other action is neither. */
export function readAclEntry(listed: unknown): Policy {
  if (!isRow(listed)) return { action: null, unread: [JSON.stringify(listed) ?? 'undefined'] };
  const doubts = new Doubts();
  const said = doubts.text(listed, 'action');
  const action = said === '1' ? 'ACCEPT' : said === '0' ? 'DROP' : null;
  if (action === null) doubts.add('action', said);
  if (isAbsent(listed.ipProtocol)) doubts.add('ipProtocol');
  const protocol = protocolIn(doubts, listed, 'ipProtocol');
  const port = portIn(doubts, listed, 'portRange', protocol);
  const cidr = entryRemoteIn(doubts, listed);
  doubts.strange(listed, entryFields);
  return {
    action,
    ...optionalField('protocol', protocol),
    ...optionalField('port', port),
    ...optionalField('cidr', cidr),
    ...unreadIn(doubts),
  };
}

/** The fields of a rule of five parts; the last four say nothing of which packets it matches. */
const fiveFields = new Set([
  ...['Action', 'Protocol', 'SourceCidr', 'SourceIPv6Cidr', 'SourcePort', 'DestinationCidr', 'DestinationIPv6Cidr', 'DestinationPort'],
  ...['NetworkAclDirection', 'Priority', 'Description', 'NetworkAclQuintupleEntryId', 'CreateTime'],
]);

/** One end of a rule, of IPv4 or of IPv6. */
function endIn(doubts: Doubts, row: Row, end: 'Source' | 'Destination'): string | undefined {
  const [four, six] = [`${end}Cidr`, `${end}IPv6Cidr`];
  if (!isAbsent(row[four]) && !isAbsent(row[six])) {
    for (const field of [four, six]) doubts.add(field, row[field]);
    return undefined;
  }
  if (!isAbsent(row[six])) return cidrIn(doubts, row, six, 'ipv6');
  return isAbsent(row[four]) ? doubts.add(four) : cidrIn(doubts, row, four);
}

/** A rule of five parts; `unplaced`: its place among the others is not told. */
function fivePartOf(row: Row, direction: Direction, unplaced: boolean): AclPolicy {
  const doubts = new Doubts();
  const action = actionIn(doubts, row);
  if (isAbsent(row.Protocol)) doubts.add('Protocol');
  const protocol = protocolIn(doubts, row, 'Protocol');
  const sourcePort = portIn(doubts, row, 'SourcePort', protocol);
  const port = portIn(doubts, row, 'DestinationPort', protocol);
  const [source, destination] = [endIn(doubts, row, 'Source'), endIn(doubts, row, 'Destination')];
  if (source !== undefined && destination !== undefined && isIpv6(source) !== isIpv6(destination)) doubts.add('SourceCidr', source);
  if (unplaced) doubts.add('Priority', row.Priority ?? undefined);
  doubts.strange(row, fiveFields);
  const [remote, near] = direction === 'ingress' ? [source, destination] : [destination, source];
  return {
    action,
    ...optionalField('protocol', protocol),
    ...optionalField('port', port),
    ...optionalField('sourcePort', sourcePort),
    ...optionalField('cidr', remote),
    ...optionalField('near', near),
    ...unreadIn(doubts),
  };
}

const placeOf = ({ Priority }: Row): number => (Number.isInteger(Priority) && Number(Priority) > 0 ? Number(Priority) : 0);

/** Rules of one direction by their priorities, 1 first. One that has none, or another's, may stand anywhere: such come first, unplaced. */
function placed(rows: readonly Row[], direction: Direction): AclPolicy[] {
  const taken = (row: Row): boolean => placeOf(row) === 0 || rows.some((other) => other !== row && placeOf(other) === placeOf(row));
  const unplaced = rows.length > 1 ? rows.filter(taken) : [];
  const sorted = rows.filter((row) => !unplaced.includes(row)).sort((a, b) => placeOf(a) - placeOf(b));
  return [...unplaced.map((row) => fivePartOf(row, direction, true)), ...sorted.map((row) => fivePartOf(row, direction, false))];
}

/**
 * Rules of five parts as today's API lists them, of both directions in one list. One of which the direction is not told may be in
 * either: it stands in both, and surely matches nothing.
 */
export function readFivePartRules(listed: readonly unknown[]): { readonly ingress: AclPolicy[]; readonly egress: AclPolicy[] } {
  const ofDirection = (direction: Direction): AclPolicy[] => {
    const rows = listed.filter(isRow);
    const own = rows.filter(({ NetworkAclDirection: told }) => String(told).toLowerCase() === direction);
    const lost = listed.filter((row) => !isRow(row) || !/^(in|e)gress$/i.test(String(row.NetworkAclDirection)));
    return [...lost.map((row): AclPolicy => ({ action: null, unread: [JSON.stringify(row) ?? 'undefined'] })), ...placed(own, direction)];
  };
  return { ingress: ofDirection('ingress'), egress: ofDirection('egress') };
}
