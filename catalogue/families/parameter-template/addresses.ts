/** Templates of addresses and their groups in API 3.0: lines 6089-7016. */
import { action, actionTable, filters, listOf, ref, required, text } from '../../define.ts';
import { list3, pageAsText } from '../shared.ts';
import {
  addresses,
  addressGroup,
  addressTemplate,
  addressTemplateGroupShape,
  addressTemplateShape,
  changes,
  changesRules,
  errors,
} from './parts.ts';

export const addressApi = actionTable({
  'vpc:CreateAddressTemplate': action({
    kind: 'create',
    line: 6089,
    params: { AddressTemplateName: required(text({ line: 6106 })), Addresses: required(addresses) },
    results: { AddressTemplate: addressTemplateShape },
    errors: ['InvalidParameterValue', 'InvalidParameterValue.Duplicate', 'InvalidParameterValue.Malformed'],
    changes,
    lookUp: { by: 'vpc:DescribeAddressTemplates', where: { 'address-template-name': 'AddressTemplateName' }, expect: 'exists' },
  }),
  'vpc:DescribeAddressTemplates': list3({
    line: 6664,
    filters: filters({ 'address-template-name': text(), 'address-template-id': addressTemplate(6681) }, { line: 6681 }),
    page: pageAsText,
    rows: { AddressTemplateSet: addressTemplateShape },
    errors: ['InvalidParameterValue.Malformed'],
  }),
  'vpc:ModifyAddressTemplateAttribute': action.update({
    line: 6899,
    params: { AddressTemplateId: required(addressTemplate(6916)), AddressTemplateName: text({ line: 6917 }), Addresses: addresses },
    errors,
    changes: changesRules,
    danger: 'interrupts',
    lookUp: {
      by: 'vpc:DescribeAddressTemplates',
      where: { 'address-template-id': 'AddressTemplateId' },
      expect: 'same',
      compare: { AddressTemplateName: 'AddressTemplateName', AddressSet: 'Addresses' },
    },
  }),
  'vpc:DeleteAddressTemplate': action.delete({
    line: 6360,
    params: { AddressTemplateId: required(addressTemplate(6377)) },
    errors,
    changes: changesRules,
    lookUp: { by: 'vpc:DescribeAddressTemplates', where: { 'address-template-id': 'AddressTemplateId' }, expect: 'absent' },
  }),
  'vpc:CreateAddressTemplateGroup': action({
    kind: 'create',
    line: 6158,
    params: {
      AddressTemplateGroupName: required(text({ line: 6175, alsoSpelled: ['AddressTemplateName'] })),
      AddressTemplateIds: required(listOf(ref('parameter-template', { prefix: 'ipm' }), { line: 6176 })),
    },
    results: { AddressTemplateGroup: addressTemplateGroupShape },
    errors,
    changes,
    lookUp: {
      by: 'vpc:DescribeAddressTemplateGroups',
      where: { 'address-template-group-name': 'AddressTemplateGroupName' },
      expect: 'exists',
    },
  }),
  'vpc:DescribeAddressTemplateGroups': list3({
    line: 6592,
    filters: filters({ 'address-template-group-name': text(), 'address-template-group-id': addressGroup(6609) }, { line: 6609 }),
    page: pageAsText,
    rows: { AddressTemplateGroupSet: addressTemplateGroupShape },
    errors: ['InvalidParameterValue.Malformed'],
  }),
  'vpc:ModifyAddressTemplateGroupAttribute': action.update({
    line: 6957,
    params: {
      AddressTemplateGroupId: required(addressGroup(6974)),
      AddressTemplateGroupName: text({ line: 6975 }),
      AddressTemplateIds: listOf(ref('parameter-template', { prefix: 'ipm' }), { line: 6976 }),
    },
    errors: ['InvalidParameterValue', 'InvalidParameterValue.Duplicate', ...errors],
    changes: changesRules,
    danger: 'interrupts',
    lookUp: {
      by: 'vpc:DescribeAddressTemplateGroups',
      where: { 'address-template-group-id': 'AddressTemplateGroupId' },
      expect: 'same',
      compare: { AddressTemplateGroupName: 'AddressTemplateGroupName', AddressTemplateIdSet: 'AddressTemplateIds' },
    },
  }),
  'vpc:DeleteAddressTemplateGroup': action.delete({
    line: 6418,
    params: { AddressTemplateGroupId: required(addressGroup(6435)) },
    errors,
    changes: changesRules,
    lookUp: {
      by: 'vpc:DescribeAddressTemplateGroups',
      where: { 'address-template-group-id': 'AddressTemplateGroupId' },
      expect: 'absent',
    },
  }),
});
