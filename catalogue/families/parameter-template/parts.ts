/** What the actions of parameter templates share: the four kinds of templates and how each is listed. */
import { listOf, ref, struct, text, time } from '../../define.ts';

export const addressTemplate = (line: number) => ref('parameter-template', { prefix: 'ipm', line });
export const addressGroup = (line: number) => ref('parameter-template', { prefix: 'ipmg', line });
export const serviceTemplate = (line: number) => ref('parameter-template', { prefix: 'ppm', line });
export const serviceGroup = (line: number) => ref('parameter-template', { prefix: 'ppmg', line });

/** An address, a block, or "a-b" (6107); IPv6 ones too, as the cloud of today takes them. */
export const addresses = listOf(text({ format: 'ip-or-range' }), { line: 6107 });
/** "tcp:80", "udp:80,443", "tcp:3000-3010", "icmp" … (6244). */
export const services = listOf(text({ format: 'service' }), { line: 6244 });

/** The structures of the four kinds (7157, 7167, 7429, 7439). */
export const addressTemplateShape = struct({
  AddressTemplateName: text({ line: 7162 }),
  AddressTemplateId: addressTemplate(7163),
  AddressSet: listOf(text(), { line: 7164 }),
  CreatedTime: time({ line: 7165 }),
});

export const addressTemplateGroupShape = struct({
  // The samples write AddressTemplateName, in the request too (6201, 6214).
  AddressTemplateGroupName: text({ line: 7172, alsoSpelled: ['AddressTemplateName'] }),
  AddressTemplateGroupId: addressGroup(7173),
  AddressTemplateIdSet: listOf(ref('parameter-template', { prefix: 'ipm' }), { line: 7174 }),
  CreatedTime: time({ line: 7175 }),
});

export const serviceTemplateShape = struct({
  ServiceTemplateId: serviceTemplate(7434),
  ServiceTemplateName: text({ line: 7435 }),
  ServiceSet: listOf(text(), { line: 7436 }),
  CreatedTime: time({ line: 7437 }),
});

export const serviceTemplateGroupShape = struct({
  ServiceTemplateGroupId: serviceGroup(7444),
  // The group's own name is called so throughout (6310, 7093, 7445); today by its own name.
  ServiceTemplateName: text({ line: 7445, alsoSpelled: ['ServiceTemplateGroupName'], todays: 'ServiceTemplateGroupName' }),
  ServiceTemplateIdSet: listOf(ref('parameter-template', { prefix: 'ppm' }), { line: 7446 }),
  CreatedTime: time({ line: 7447, alsoSpelled: ['CreateTime'] }),
});

export const changes = ['parameter-template'] as const;
/** Rules that use a template change with it. */
export const changesRules = ['parameter-template', 'security-group'] as const;
export const errors = ['InvalidParameterValue.Malformed', 'ResourceNotFound'] as const;
