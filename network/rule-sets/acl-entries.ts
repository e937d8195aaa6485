/**
 * Rules of a network ACL as the table of rules holds them, and as the API takes them. A rule is known when this API would
 * take it again word by word; any other one is carried. Pure.
 */
import type { NetworkAcl } from '../../catalogue/families/network-acl/index.ts';
import { readAclEntry } from '../model/read-rules.ts';
import type { Direction } from '../rules/rule.ts';
import { directions, isCarried, isIpv6, type KnownRule, type Rule, type RuleSet, ruleKey, type VersionedRuleSet } from './rule-set.ts';
import { type CellReaders, faultOf, noNames, type ReadResult, readRemote, readService } from './text.ts';

type Row = Readonly<Record<string, unknown>>;

/** Four protocols, no names: what the documents have (10759-10761). IPv6 blocks only where the cloud has them. */
const cellsOf = (takes: (cidr: string) => boolean): CellReaders => ({
  service: (text) => {
    const read = readService(text, noNames);
    if ('fault' in read) return read;
    const { value } = read;
    return value.kind === 'ports' && sentProtocols.has(value.protocol) ? read : { fault: 'service-unknown' };
  },
  remote: (text): ReadResult<KnownRule['remote']> => {
    const read = readRemote(text, noNames);
    if ('fault' in read) return read;
    if (read.value.kind !== 'address') return { fault: 'remote-unknown' };
    return takes(read.value.cidr) ? read : { fault: 'remote-ipv6' };
  },
});

export const aclCells = cellsOf((cidr) => !isIpv6(cidr));

/** The same for today's API. */
export const aclCellsToday = cellsOf(() => true);

const sentProtocols: ReadonlySet<string> = new Set(['ALL', 'TCP', 'UDP', 'ICMP']);

/** A listed rule. In every answer 1 allows and 0 denies (10602); what is neither, or not understood, is carried as it came. */
export function entryFrom(listed: unknown): Rule {
  const { action, unread = [], protocol, port, cidr } = readAclEntry(listed);
  const row: Row = typeof listed === 'object' && listed !== null && !Array.isArray(listed) ? (listed as Row) : { '': listed };
  const carried = (reasons: readonly string[]): Rule => ({ kind: 'carried', listed: row, reasons });
  if (action === null || unread.length > 0 || protocol === undefined || cidr === undefined) return carried(unread);
  const ports = protocol === 'TCP' || protocol === 'UDP' ? port : 'ALL';
  if (ports === undefined) return carried(['portRange']);
  const rule: KnownRule = {
    action,
    service: { kind: 'ports', protocol, port: ports.toUpperCase() },
    remote: { kind: 'address', cidr },
    description: typeof row.desc === 'string' ? row.desc : '',
  };
  const fault = faultOf(rule, typeof row.Ipv6CidrBlock === 'string' && row.Ipv6CidrBlock !== '' ? aclCellsToday : aclCells);
  // Host bits are refused where they are typed; those that stand there are understood (10610), and go back as they are.
  if (fault === null || fault === 'remote-host-bits') return rule;
  return carried([
    fault.startsWith('remote') ? `cidrIp ${cidr}` : `ipProtocol ${String(row.ipProtocol)} portRange ${String(row.portRange)}`,
  ]);
}

/** All rules with a version of our own making: this API counts none, so it is told from the rules themselves. */
export function entriesOf({ networkAclEntrySet }: Pick<NetworkAcl, 'networkAclEntrySet'>): VersionedRuleSet {
  const set = networkAclEntrySet as NetworkAcl['networkAclEntrySet'] | null | undefined;
  const read = (rows: readonly unknown[] | null | undefined): readonly Rule[] => (rows ?? []).map(entryFrom);
  return withVersion({ ingress: read(set?.ingress), egress: read(set?.egress) });
}

/** Equal for equal rules (FNV-1a over their words): versions that a browser has seen are kept apart by it, and shown to nobody. */
export function withVersion(rules: RuleSet): VersionedRuleSet {
  const words = directions.map((direction) => rules[direction].map(ruleKey).join('\n')).join('\n\n');
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return { ...rules, version: (hash >>> 0).toString(16).padStart(8, '0') };
}

/** A known rule as the API takes it; a carried one exactly as it was listed. */
export function sentEntry(rule: Rule): Row {
  if (isCarried(rule)) return rule.listed;
  const { action, service, remote, description } = rule;
  if (service.kind !== 'ports' || remote.kind !== 'address') throw new TypeError('a rule of an ACL names no template and no group');
  return {
    desc: description,
    ipProtocol: service.protocol.toLowerCase(),
    [isIpv6(remote.cidr) ? 'Ipv6CidrBlock' : 'cidrIp']: remote.cidr,
    portRange: service.port,
    action: action === 'ACCEPT' ? 1 : 0,
  };
}

interface ReplaceCall {
  readonly vpcId: string;
  readonly networkAclId: string;
  /** 1 is inbound (10756). */
  readonly ruleDirection: 0 | 1;
  readonly networkAclEntrySet: readonly Row[];
}

/** The call that replaces the rules of a direction. */
export const replaceCall = (
  acl: Pick<NetworkAcl, 'unVpcId' | 'networkAclId'>,
  direction: Direction,
  rules: readonly Rule[],
): ReplaceCall => ({
  vpcId: acl.unVpcId,
  networkAclId: acl.networkAclId,
  ruleDirection: direction === 'ingress' ? 1 : 0,
  networkAclEntrySet: rules.map(sentEntry),
});
