/** What holds for parameter templates of all four kinds in both generations. Refusals differ in their codes only. */
import { formatCidr, parseCidr } from '../../../catalogue/address.ts';
import { canonicalIpv6 } from '../../../catalogue/address6.ts';
import { quotaOf, spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { membersOf, overExpanded, securityGroupsUsing, templateGroupsWith } from '../../rules/templates.ts';
import { cloudTime } from '../../world/clock.ts';
import { type TemplateKind, type TemplateRow, templateTable } from './table.ts';

export interface TemplateCodes {
  readonly notFound: string;
  /** A group names a template that is not there, or of the wrong kind. */
  readonly noMember: string;
  readonly duplicate: string;
  readonly badName: string;
  readonly overQuota: string;
  /** The rules that use it would be too many. */
  readonly tooLarge: string;
  /** An earlier change of it is still under way. */
  readonly busy: string;
}

/** No length is stated; other names of these APIs have at most so many characters. */
const longestName = 60;

/** The kind of a group's members, and undefined for what is no group. */
const memberKind: Readonly<Record<TemplateKind, TemplateKind | undefined>> = { ipm: undefined, ipmg: 'ipm', ppm: undefined, ppmg: 'ppm' };

export function templateOf(call: Call, kind: TemplateKind, id: string, code: string): TemplateRow {
  const row = call.table(templateTable).get(id);
  if (row?.Kind !== kind) throw new CloudError(code, `There is no parameter template ${id} of the kind ${kind}.`);
  return row;
}

/** "10.0.0.2/16" → "10.0.0.0/16" (15906, 15526), "10.0.0.6/32" → "10.0.0.6", "10.0.0.6-10.0.0.6" → "10.0.0.6"; IPv6 alike. */
function canonicalAddress(text: string): string {
  const [from, to] = text.split('-');
  if (to !== undefined) return from === to ? to : text;
  if (!text.includes('/')) return text;
  if (text.includes(':')) return canonicalIpv6(text) ?? text;
  const reading = parseCidr(text);
  const block = reading.ok ? formatCidr(reading.cidr) : (reading.nearest ?? text);
  return block.endsWith('/32') ? block.slice(0, -3) : block;
}

/** "TCP:8080" and "tcp: 8080" → "tcp:8080" (6269, 6878). */
const canonicalService = (text: string): string => text.toLowerCase().replace(/\s/g, '');

const canonical: Readonly<Record<TemplateKind, (text: string) => string>> = {
  ipm: canonicalAddress,
  ppm: canonicalService,
  ipmg: (id) => id,
  ppmg: (id) => id,
};

export function checkIdle(row: TemplateRow, codes: TemplateCodes): void {
  if (row.Busy) throw new CloudError(codes.busy, `The parameter template ${row.TemplateId} is being changed.`);
}

function checkName(name: string, codes: TemplateCodes): string {
  if (name.trim() === '' || [...name].length > longestName) {
    throw new CloudError(codes.badName, `A name has 1 to ${longestName} characters, not only blanks.`);
  }
  return name;
}

/** The members as they are kept. @throws CloudError when there are too many, one comes twice, or a group names what is not there. */
function checkMembers(call: Call, kind: TemplateKind, given: readonly string[], codes: TemplateCodes): string[] {
  const members = given.map(canonical[kind]);
  if (new Set(members).size < members.length) throw new CloudError(codes.duplicate, 'A member comes twice.');
  const most = quotaOf(call, 'members-per-template');
  if (members.length > most) throw new CloudError(codes.overQuota, `A parameter template has at most ${most} members.`);
  const kindInside = memberKind[kind];
  if (kindInside) for (const id of members) checkIdle(templateOf(call, kindInside, id, codes.noMember), codes);
  return members;
}

/** @throws CloudError when the row stands for more rules than one security group may have, or makes one have more (15495). */
function checkExpansion(call: Call, row: TemplateRow, codes: TemplateCodes): void {
  if (membersOf(call, row.TemplateId, row) > quotaOf(call, 'expanded-policies-per-group')) {
    throw new CloudError(codes.tooLarge, `${row.TemplateId} stands for more rules than a security group may have.`);
  }
  const group = overExpanded(call, row);
  if (group) throw new CloudError(codes.tooLarge, `The security group ${group.SecurityGroupId} would have too many rules.`);
}

export interface NewTemplate {
  readonly name: string;
  readonly members: readonly string[];
  /** What stands beside the members, in their order: '' for nothing. */
  readonly remarks?: readonly string[];
}

/** The remarks by their members. Bare members have none, whatever stood there before. */
function remarksIn(members: readonly string[], remarks: readonly string[] = []): Pick<TemplateRow, 'Remarks'> {
  const beside = members.flatMap((member, at): [string, string][] => (remarks[at] ? [[member, remarks[at]]] : []));
  return beside.length > 0 ? { Remarks: Object.fromEntries(beside) } : {};
}

/** Makes a template without looking at quotas and names: for seeds too. */
export const addTemplate = (call: CallContext, kind: TemplateKind, wanted: NewTemplate): TemplateRow =>
  call.partition.table(templateTable).put({
    TemplateId: call.partition.newId(templateTable, kind),
    Kind: kind,
    Name: wanted.name,
    Members: wanted.members.map(canonical[kind]),
    ...remarksIn(wanted.members.map(canonical[kind]), wanted.remarks),
    Busy: false,
    CreatedTime: cloudTime(call.now),
  });

export function createTemplate(call: Call, kind: TemplateKind, wanted: NewTemplate, codes: TemplateCodes): TemplateRow {
  const name = checkName(wanted.name, codes);
  spend(call, 'templates-per-kind', call.table(templateTable).where('Kind', kind).size, codes.overQuota);
  const members = checkMembers(call, kind, wanted.members, codes);
  const row = addTemplate(call, kind, { ...wanted, name, members });
  checkExpansion(call, row, codes);
  return row;
}

/** The row with its new name or members, not put yet. @throws CloudError when it cannot become that. */
export function changeTemplate(call: Call, row: TemplateRow, wanted: Partial<NewTemplate>, codes: TemplateCodes): TemplateRow {
  checkIdle(row, codes);
  const { Remarks, ...kept } = row;
  const members = wanted.members && checkMembers(call, row.Kind, wanted.members, codes);
  const next = {
    ...kept,
    ...(members ? remarksIn(members, wanted.remarks) : Remarks && { Remarks }),
    Name: wanted.name === undefined ? row.Name : checkName(wanted.name, codes),
    Members: members ?? row.Members,
  };
  if (wanted.members !== undefined) checkExpansion(call, next, codes);
  return next;
}

/** The ids of what uses the template: groups of templates, and security groups in any region. While there are any, it stays. */
export const usersOf = (call: Call, row: TemplateRow): string[] => [
  ...templateGroupsWith(call, row.TemplateId).map((group) => group.TemplateId),
  ...securityGroupsUsing(call, row.TemplateId).map(({ group }) => group.SecurityGroupId),
];
