/** Templates of services and their groups in API 3.0: lines 6226-7135. */
import { action, actionTable, filters, listOf, ref, required, text } from '../../define.ts';
import { list3, pageAsText } from '../shared.ts';
import {
  changes,
  changesRules,
  errors,
  serviceGroup,
  services,
  serviceTemplate,
  serviceTemplateGroupShape,
  serviceTemplateShape,
} from './parts.ts';

export const serviceApi = actionTable({
  'vpc:CreateServiceTemplate': action({
    kind: 'create',
    line: 6226,
    params: { ServiceTemplateName: required(text({ line: 6243 })), Services: required(services) },
    results: { ServiceTemplate: serviceTemplateShape },
    errors: ['InvalidParameterValue'],
    changes,
    lookUp: { by: 'vpc:DescribeServiceTemplates', where: { 'service-template-name': 'ServiceTemplateName' }, expect: 'exists' },
  }),
  'vpc:DescribeServiceTemplates': list3({
    line: 6818,
    filters: filters({ 'service-template-name': text(), 'service-template-id': serviceTemplate(6835) }, { line: 6835 }),
    page: pageAsText,
    rows: { ServiceTemplateSet: serviceTemplateShape },
    errors: ['InvalidParameterValue.Malformed'],
  }),
  'vpc:ModifyServiceTemplateAttribute': action.update({
    line: 7017,
    params: { ServiceTemplateId: required(serviceTemplate(7034)), ServiceTemplateName: text({ line: 7035 }), Services: services },
    errors,
    changes: changesRules,
    danger: 'interrupts',
    lookUp: {
      by: 'vpc:DescribeServiceTemplates',
      where: { 'service-template-id': 'ServiceTemplateId' },
      expect: 'same',
      compare: { ServiceTemplateName: 'ServiceTemplateName' },
    },
  }),
  'vpc:DeleteServiceTemplate': action.delete({
    line: 6476,
    params: { ServiceTemplateId: required(serviceTemplate(6493)) },
    errors,
    changes: changesRules,
    lookUp: { by: 'vpc:DescribeServiceTemplates', where: { 'service-template-id': 'ServiceTemplateId' }, expect: 'absent' },
  }),
  'vpc:CreateServiceTemplateGroup': action({
    kind: 'create',
    line: 6293,
    params: {
      ServiceTemplateName: required(text({ alsoSpelled: ['ServiceTemplateGroupName'], todays: 'ServiceTemplateGroupName', line: 6310 })),
      ServiceTemplateIds: required(listOf(ref('parameter-template', { prefix: 'ppm' }), { line: 6311 })),
    },
    results: { ServiceTemplateGroup: serviceTemplateGroupShape },
    errors: ['InvalidParameterValue'],
    changes,
    lookUp: {
      by: 'vpc:DescribeServiceTemplateGroups',
      where: { 'service-template-group-name': 'ServiceTemplateName' },
      expect: 'exists',
    },
  }),
  'vpc:DescribeServiceTemplateGroups': list3({
    line: 6737,
    filters: filters({ 'service-template-group-name': text(), 'service-template-group-id': serviceGroup(6754) }, { line: 6754 }),
    page: pageAsText,
    rows: { ServiceTemplateGroupSet: serviceTemplateGroupShape },
    errors: ['InvalidParameterValue.Malformed'],
  }),
  'vpc:ModifyServiceTemplateGroupAttribute': action.update({
    line: 7075,
    params: {
      ServiceTemplateGroupId: required(serviceGroup(7092)),
      ServiceTemplateName: text({ alsoSpelled: ['ServiceTemplateGroupName'], todays: 'ServiceTemplateGroupName', line: 7093 }),
      ServiceTemplateIds: listOf(ref('parameter-template', { prefix: 'ppm' }), { line: 7094 }),
    },
    errors,
    changes: changesRules,
    danger: 'interrupts',
    lookUp: {
      by: 'vpc:DescribeServiceTemplateGroups',
      where: { 'service-template-group-id': 'ServiceTemplateGroupId' },
      expect: 'same',
      compare: { ServiceTemplateName: 'ServiceTemplateName', ServiceTemplateIdSet: 'ServiceTemplateIds' },
    },
  }),
  'vpc:DeleteServiceTemplateGroup': action.delete({
    line: 6534,
    params: { ServiceTemplateGroupId: required(serviceGroup(6551)) },
    errors,
    changes: changesRules,
    lookUp: {
      by: 'vpc:DescribeServiceTemplateGroups',
      where: { 'service-template-group-id': 'ServiceTemplateGroupId' },
      expect: 'absent',
    },
  }),
});
