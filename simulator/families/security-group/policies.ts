/** One rule of a security group: from what was sent to what is kept, and back. */
import { canonicalIpv6 } from '../../../catalogue/address6.ts';
import type { Policy } from '../../../catalogue/families/security-group/index.ts';
import { looksLikeId } from '../../../catalogue/ids.ts';
import type { Call } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { tellsToday } from '../../rules/today.ts';
import { templateTable } from '../parameter-template/table.ts';
import { type PolicyRow, type SecurityGroupRow, securityGroupTable } from './table.ts';

type TemplateIn = string | { readonly [name: string]: string | undefined } | readonly TemplateIn[];

export interface PolicyIn {
  readonly PolicyIndex?: number | undefined;
  readonly Protocol?: PolicyRow['Protocol'] | undefined;
  readonly Port?: string | undefined;
  readonly ServiceTemplate?: TemplateIn | undefined;
  readonly CidrBlock?: string | undefined;
  readonly Ipv6CidrBlock?: string | undefined;
  readonly SecurityGroupId?: string | undefined;
  readonly AddressTemplate?: TemplateIn | undefined;
  readonly Action?: PolicyRow['Action'] | undefined;
  readonly PolicyDescription?: string | undefined;
}

/** The codes differ with the tables of the four actions. */
export interface PolicyCodes {
  /** Fields that exclude each other, or are missing. */
  readonly shape: string;
  /** A value that does not fit the rest. */
  readonly value: string;
  readonly malformed: string;
}

const notFound = 'ResourceNotFound';

const idsIn = (value: TemplateIn): string[] => {
  if (typeof value === 'string') return [value];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap((item: TemplateIn | undefined) => (item ? idsIn(item) : []));
};

/**
 * The template that a rule names, in any documented spelling: an id, a list with an id (7405), an object with an id under
 * either name. A group's id may stand under the name of a single template, as in the samples (5388).
 */
function templateIn(call: Call, value: TemplateIn | undefined, prefixes: readonly string[], codes: PolicyCodes): string | undefined {
  if (value === undefined) return undefined;
  const [id, ...more] = idsIn(value);
  if (id === undefined || more.length > 0) throw new CloudError(codes.shape, 'A rule names one template of each sort.');
  if (!prefixes.some((prefix) => looksLikeId('parameter-template', id, false, prefix))) {
    throw new CloudError(codes.malformed, `"${id}" is no id of ${prefixes.join('- or ')}-.`);
  }
  const row = call.table(templateTable).get(id);
  if (!row) throw new CloudError(notFound, `There is no parameter template ${id}.`);
  if (row.Busy) throw new CloudError('ResourceUnavailable', `The parameter template ${id} is being changed.`);
  return id;
}

/** The group that a rule names: any of the same project, the rule's own group among them (5342). */
function groupIn(call: Call, owner: SecurityGroupRow, id: string | undefined, codes: PolicyCodes): string | undefined {
  if (id === undefined) return undefined;
  const other = call.table(securityGroupTable).get(id);
  if (!other) throw new CloudError(notFound, `There is no security group ${id} in ${call.region}.`);
  if (other.ProjectId !== owner.ProjectId) {
    throw new CloudError(codes.value, `The security group ${id} is not in the project ${owner.ProjectId}.`);
  }
  return id;
}

function packetsOf(call: Call, given: PolicyIn, codes: PolicyCodes): Pick<PolicyRow, 'Protocol' | 'Port'> {
  const { Protocol, Port } = given;
  if (Protocol === undefined) throw new CloudError(codes.shape, 'A rule has either a Protocol or a ServiceTemplate.');
  const hasPorts = Protocol === 'TCP' || Protocol === 'UDP';
  // Today's reference asks for all ports of ALL; the documents have none of what is neither TCP nor UDP.
  const saysAll = tellsToday(call) && /^all$/i.test(Port ?? '');
  if (Port !== undefined && !hasPorts && !saysAll) throw new CloudError(codes.value, `A rule for ${Protocol} has no Port.`);
  return hasPorts ? { Protocol, Port: Port === undefined || /^all$/i.test(Port) ? 'ALL' : Port } : { Protocol };
}

/** The rule that was sent. @throws CloudError when its fields do not go together, or name what is not there (5339-5346). */
export function policyFrom(call: Call, owner: SecurityGroupRow, given: PolicyIn, codes: PolicyCodes): PolicyRow {
  const ends = [given.CidrBlock, given.Ipv6CidrBlock, given.SecurityGroupId, given.AddressTemplate].filter((end) => end !== undefined);
  if (ends.length !== 1) {
    throw new CloudError(codes.shape, 'A rule has exactly one of CidrBlock, Ipv6CidrBlock, SecurityGroupId and AddressTemplate.');
  }
  const named = given.ServiceTemplate !== undefined;
  if (named && (given.Protocol !== undefined || given.Port !== undefined)) {
    throw new CloudError(codes.shape, 'ServiceTemplate stands instead of Protocol and Port.');
  }
  if (given.Action === undefined) throw new CloudError(codes.shape, 'A rule needs an Action.');
  const service = templateIn(call, given.ServiceTemplate, ['ppm', 'ppmg'], codes);
  const address = templateIn(call, given.AddressTemplate, ['ipm', 'ipmg'], codes);
  const group = groupIn(call, owner, given.SecurityGroupId, codes);
  return {
    ...(service === undefined ? packetsOf(call, given, codes) : { ServiceTemplate: service }),
    ...(given.CidrBlock === undefined ? {} : { CidrBlock: given.CidrBlock }),
    ...(given.Ipv6CidrBlock === undefined ? {} : { Ipv6CidrBlock: given.Ipv6CidrBlock }),
    ...(group === undefined ? {} : { SecurityGroupId: group }),
    ...(address === undefined ? {} : { AddressTemplate: address }),
    Action: given.Action,
    PolicyDescription: given.PolicyDescription ?? '',
  };
}

/** What two rules have in common that do the same to the same packets. */
export const sameness = ({ PolicyDescription: _, ...policy }: PolicyRow): string =>
  JSON.stringify([
    policy.Protocol,
    policy.Port,
    policy.ServiceTemplate,
    policy.CidrBlock?.replace(/\/32$/, ''),
    policy.Ipv6CidrBlock && (canonicalIpv6(policy.Ipv6CidrBlock) ?? policy.Ipv6CidrBlock),
    policy.SecurityGroupId,
    policy.AddressTemplate,
    policy.Action,
  ]);

const isGroupId = (id: string): boolean => id.startsWith('ipmg-') || id.startsWith('ppmg-');

/** Rules as they are listed: templates under the name that their kind has in the sample's answer (5768). */
export function listedPolicies(call: Call, rows: readonly PolicyRow[]): Policy[] {
  const today = tellsToday(call);
  return rows.map((row, index) => listedPolicy(row, index, today));
}

/** Today every protocol is listed with a port. */
function listedPolicy(row: PolicyRow, index: number, today: boolean): Policy {
  const { ServiceTemplate: service, AddressTemplate: address, Port, ...plain } = row;
  const port = Port ?? (today && row.Protocol !== undefined ? 'ALL' : undefined);
  return {
    PolicyIndex: index,
    ...plain,
    ...(port === undefined ? {} : { Port: port }),
    ...(service === undefined ? {} : { ServiceTemplate: isGroupId(service) ? { ServiceGroupId: service } : { ServiceId: service } }),
    ...(address === undefined ? {} : { AddressTemplate: isGroupId(address) ? { AddressGroupId: address } : { AddressId: address } }),
  };
}
