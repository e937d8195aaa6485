/** The four sorts of template, and what differs between their pages. */
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';

export interface TemplateKind {
  readonly ref: FamilyRef;
  readonly tab: MessageKey;
  /** Field of a row that holds the members, and the parameter that gives them. */
  readonly members: string;
  readonly param: string;
  /** For groups: what the members are. */
  readonly of?: FamilyRef;
}

export const addresses: TemplateKind = {
  ref: 'parameter-template',
  tab: 'parameterTemplate.addresses',
  members: 'AddressSet',
  param: 'Addresses',
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
};
export const serviceGroups: TemplateKind = {
  ref: 'parameter-template/service-groups',
  tab: 'parameterTemplate.serviceGroups',
  members: 'ServiceTemplateIdSet',
  param: 'ServiceTemplateIds',
  of: 'parameter-template/services',
};

export const kinds = [addresses, addressGroups, services, serviceGroups] as const;

export const membersOf = (kind: TemplateKind, row: AnyRow): readonly string[] => {
  const members = row[kind.members];
  return Array.isArray(members) ? members.map(String) : [];
};
