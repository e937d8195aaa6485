/** The four sorts of template, and what differs between their pages. */
import type { FamilyRef } from '../../../catalogue/define.ts';
import { isRecord } from '../../../catalogue/values.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';

export interface TemplateKind {
  readonly ref: FamilyRef;
  readonly tab: MessageKey;
  /** Field of a row that holds the members, and the parameter that gives them. */
  readonly members: string;
  readonly param: string;
  /** Where accounts of today have remarks beside the members: the row's field, the parameter, and what both call a member. */
  readonly extra?: { readonly set: string; readonly param: string; readonly member: string };
  /** For groups: what the members are. */
  readonly of?: FamilyRef;
}

export const addresses: TemplateKind = {
  ref: 'parameter-template',
  tab: 'parameterTemplate.addresses',
  members: 'AddressSet',
  param: 'Addresses',
  extra: { set: 'AddressExtraSet', param: 'AddressesExtra', member: 'Address' },
};
export const addressGroups: TemplateKind = {
  ref: 'parameter-template/address-groups',
  tab: 'parameterTemplate.addressGroups',
  members: 'AddressTemplateIdSet',
  param: 'AddressTemplateIds',
  of: 'parameter-template',
};
export const services: TemplateKind = {
  ref: 'parameter-template/services',
  tab: 'parameterTemplate.services',
  members: 'ServiceSet',
  param: 'Services',
  extra: { set: 'ServiceExtraSet', param: 'ServicesExtra', member: 'Service' },
};
export const serviceGroups: TemplateKind = {
  ref: 'parameter-template/service-groups',
  tab: 'parameterTemplate.serviceGroups',
  members: 'ServiceTemplateIdSet',
  param: 'ServiceTemplateIds',
  of: 'parameter-template/services',
};

export const kinds = [addresses, addressGroups, services, serviceGroups] as const;

export const templateMembersOf = (kind: TemplateKind, row: AnyRow): readonly string[] => {
  const members = row[kind.members];
  return Array.isArray(members) ? members.map(String) : [];
};

export interface RemarkedMember {
  readonly member: string;
  /** '' where nobody wrote anything. */
  readonly remark: string;
  /** What else the cloud tells of it that nobody here knows: it goes back as it came. */
  readonly rest?: AnyRow;
}

/** What of a member as the cloud tells it is neither its name, nor its remark, nor the cloud's to say. */
export const restOf = (name: string, one: AnyRow): AnyRow =>
  Object.fromEntries(Object.entries(one).filter(([field]) => ![name, 'Description', 'UpdatedTime'].includes(field)));

/** Whether anything was told beside any member: a list need not tell it, and then nobody knows what stands there. */
export function areRemarksTold(kind: TemplateKind, row: AnyRow): boolean {
  const told = row[kind.extra?.set ?? ''];
  return templateMembersOf(kind, row).length === 0 || (Array.isArray(told) && told.length > 0);
}

/** The members with what stands beside them. The bare list says which there are; a remark of one that it lacks is nobody's. */
export function remarkedOf(kind: TemplateKind, row: AnyRow): readonly RemarkedMember[] {
  const { set = '', member: name = '' } = kind.extra ?? {};
  const told = row[set];
  const known = new Map(
    (Array.isArray(told) ? told : []).flatMap((one: unknown): [string, AnyRow][] =>
      isRecord(one) && typeof one[name] === 'string' ? [[one[name], one]] : [],
    ),
  );
  return templateMembersOf(kind, row).map((member) => {
    const one = known.get(member) ?? {};
    return { member, remark: typeof one.Description === 'string' ? one.Description : '', rest: restOf(name, one) };
  });
}
