import type { actions } from '../../catalogue/families/parameter-template/index.ts';
import type { CoverageOf } from './shape.ts';

const malformed = { 'InvalidParameterValue.Malformed': 'cause' } as const;
const errors = { ...malformed, ResourceNotFound: 'cause' } as const;
const general = { InvalidParameterValue: 'cause' } as const;

/**
 * The seven numbers of every 2017 action (15493). A wrong parameter (9003) is possible everywhere; the others have a cause
 * where there is something to name, to fill or to wait for. The cloud's own trouble (29257) and its permissions (29254),
 * which this world does not have, are faults.
 */
const inside = { 29257: 'fault', 29254: 'fault', 9003: 'cause' } as const;
const list = { ...inside, 29258: 'fault', 29259: 'fault', 29260: 'fault', 9005: 'fault' } as const;
const query = { ...list, 29258: 'cause' } as const;
const create = { ...list, 29260: 'cause' } as const;
const rename = { ...list, 29258: 'cause', 9005: 'cause' } as const;
const change = { ...inside, 29258: 'cause', 29259: 'cause', 29260: 'cause', 9005: 'cause' } as const;

export const parameterTemplateCoverage = {
  'vpc:CreateAddressTemplate': { ...general, ...malformed, 'InvalidParameterValue.Duplicate': 'cause' },
  'vpc:DescribeAddressTemplates': malformed,
  'vpc:ModifyAddressTemplateAttribute': errors,
  'vpc:DeleteAddressTemplate': errors,
  'vpc:CreateAddressTemplateGroup': errors,
  'vpc:DescribeAddressTemplateGroups': malformed,
  'vpc:ModifyAddressTemplateGroupAttribute': { ...errors, ...general, 'InvalidParameterValue.Duplicate': 'cause' },
  'vpc:DeleteAddressTemplateGroup': errors,
  'vpc:CreateServiceTemplate': general,
  'vpc:DescribeServiceTemplates': malformed,
  'vpc:ModifyServiceTemplateAttribute': errors,
  'vpc:DeleteServiceTemplate': errors,
  'vpc:CreateServiceTemplateGroup': general,
  'vpc:DescribeServiceTemplateGroups': malformed,
  'vpc:ModifyServiceTemplateGroupAttribute': errors,
  'vpc:DeleteServiceTemplateGroup': errors,

  'vpc2017:DescribeAddress': list,
  'vpc2017:CreateAddress': create,
  'vpc2017:ModifyAddressAttribute': rename,
  'vpc2017:ModifyAddress': change,
  'vpc2017:DeleteAddress': rename,
  'vpc2017:DescribeAddressInstances': query,
  'vpc2017:DescribeAddressGroups': list,
  'vpc2017:CreateAddressGroup': change,
  'vpc2017:ModifyAddressGroupAttribute': rename,
  'vpc2017:ModifyAddressGroup': change,
  'vpc2017:DeleteAddressGroup': rename,
  'vpc2017:DescribeAddressGroupInstances': query,
  'vpc2017:DescribeService': list,
  'vpc2017:CreateService': create,
  'vpc2017:ModifyServiceAttribute': rename,
  'vpc2017:ModifyService': change,
  'vpc2017:DeleteService': rename,
  'vpc2017:DescribeServiceInstances': query,
  'vpc2017:DescribeServiceGroups': list,
  'vpc2017:CreateServiceGroup': change,
  'vpc2017:ModifyServiceGroupAttribute': rename,
  'vpc2017:ModifyServiceGroup': change,
  'vpc2017:DeleteServiceGroup': rename,
  'vpc2017:DescribeServiceGroupInstances': query,
  'vpc2017:DescribeNetTaskResult': query,
} as const satisfies CoverageOf<typeof actions>;
