/** The one writer of tables of rules: CSV, the clipboard, JSON. `read.ts` reads back what it writes, whatever the texts. Pure. */
import { csvText, tabText } from './csv.ts';
import type { DirectedRule, TableDirection, TableRule } from './reading.ts';

/** A rule that is carried as it came, since some of it is not known: written so that it is seen, and never read as a rule. */
interface CarriedRule {
  readonly direction: TableDirection;
  /** The row as the cloud told it. */
  readonly carried: unknown;
  readonly reasons: readonly string[];
}

export type TableEntry = DirectedRule | CarriedRule;

const headings = ['Direction', 'Action', 'Protocol', 'Port', 'Address', 'Description'] as const;

/** The word in the column of actions that makes the reader refuse a line, and say why. */
export const carriedWord = 'CARRIED';

const hasPort = (protocol: string): boolean => protocol === 'TCP' || protocol === 'UDP';

function cellsOf(written: TableEntry): readonly string[] {
  if ('carried' in written)
    return [written.direction, carriedWord, '', '', '', `${written.reasons.join(', ')} ${JSON.stringify(written.carried)}`];
  const { direction, rule } = written;
  const { action, service, remote, description } = rule;
  return [
    direction,
    action,
    service.kind === 'template' ? service.id : service.protocol,
    service.kind === 'ports' && hasPort(service.protocol) ? service.port : '',
    remote.kind === 'address' ? remote.cidr : remote.id,
    description,
  ];
}

export const rulesToCsv = (rules: readonly TableEntry[]): string => csvText([headings, ...rules.map(cellsOf)]);

/** With its heading, so that what is pasted is no guess. */
export const rulesToClipboard = (rules: readonly TableEntry[]): string => tabText([headings, ...rules.map(cellsOf)]);

function policy({ action, service, remote, description }: TableRule): Readonly<Record<string, unknown>> {
  const end =
    remote.kind === 'address'
      ? { [remote.cidr.includes(':') ? 'Ipv6CidrBlock' : 'CidrBlock']: remote.cidr }
      : remote.kind === 'group'
        ? { SecurityGroupId: remote.id }
        : { AddressTemplate: remote.id.startsWith('ipmg-') ? { AddressGroupId: remote.id } : { AddressId: remote.id } };
  const what =
    service.kind === 'template'
      ? { ServiceTemplate: service.id.startsWith('ppmg-') ? { ServiceGroupId: service.id } : { ServiceId: service.id } }
      : { Protocol: service.protocol, ...(hasPort(service.protocol) ? { Port: service.port } : {}) };
  return { ...what, ...end, Action: action, ...(description === '' ? {} : { PolicyDescription: description }) };
}

/** As the API takes it. What is carried stands verbatim under a key of its own, with the place that it has among the others. */
export function rulesToJson(rules: readonly TableEntry[]): string {
  const of = (direction: TableDirection) => rules.filter((one) => one.direction === direction);
  const known = (direction: TableDirection) => of(direction).flatMap((one) => ('rule' in one ? [policy(one.rule)] : []));
  const carried = (direction: TableDirection) =>
    of(direction).flatMap((one, at) => ('carried' in one ? [{ Place: at, Reasons: one.reasons, Listed: one.carried }] : []));
  const all = { Ingress: carried('ingress'), Egress: carried('egress') };
  const some = all.Ingress.length + all.Egress.length > 0;
  return `${JSON.stringify({ Ingress: known('ingress'), Egress: known('egress'), ...(some ? { Carried: all } : {}) }, null, 2)}\n`;
}
