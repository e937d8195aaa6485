/** Parameter templates: named sets of addresses and of services, and groups of them, for the rules of security groups. */
import { family } from '../../define.ts';
import { addressApi } from './addresses.ts';
import { addresses2017 } from './addresses2017.ts';
import { serviceApi } from './services.ts';
import { services2017 } from './services2017.ts';

export { usersShape } from './services2017.ts';

export const actions = { ...addressApi, ...serviceApi, ...addresses2017, ...services2017 } as const;

/** The plain operations are those of address templates; the other three sorts are kinds of the family. */
export const data = family(actions, {
  family: 'parameter-template',
  segment: 'parameter-templates',
  idPrefixes: ['ipm', 'ipmg', 'ppm', 'ppmg'],
  group: 'security',
  icon: 'BookMarked',
  tabs: ['used-by'],
  id: 'AddressTemplateId',
  name: 'AddressTemplateName',
  tags: { type: 'vpc/address' },
  prefix: 'ipm',
  errors: {
    'look-up': { '29258': [] },
    quota: { '29259': [], '29260': [] },
    wait: { '9005': [] },
    retry: { '29257': [] },
    permission: { '29254': [] },
  },
  quotas: {
    'templates-per-kind': { usual: 100 },
    'members-per-template': { usual: 100 },
  },
  operations: {
    list: ['vpc:DescribeAddressTemplates', 'vpc2017:DescribeAddress'],
    create: ['vpc:CreateAddressTemplate', 'vpc2017:CreateAddress'],
    update: ['vpc:ModifyAddressTemplateAttribute', 'vpc2017:ModifyAddress'],
    rename: ['vpc2017:ModifyAddressAttribute'],
    delete: ['vpc:DeleteAddressTemplate', 'vpc2017:DeleteAddress'],
    users: ['vpc2017:DescribeAddressInstances'],
    taskResult: ['vpc2017:DescribeNetTaskResult'],
    limits: ['vpc:DescribeTemplateLimits'],
  },
  variants: {
    'address-groups': {
      id: 'AddressTemplateGroupId',
      name: 'AddressTemplateGroupName',
      prefix: 'ipmg',
      tags: {},
      operations: {
        list: ['vpc:DescribeAddressTemplateGroups', 'vpc2017:DescribeAddressGroups'],
        create: ['vpc:CreateAddressTemplateGroup', 'vpc2017:CreateAddressGroup'],
        update: ['vpc:ModifyAddressTemplateGroupAttribute', 'vpc2017:ModifyAddressGroup'],
        rename: ['vpc2017:ModifyAddressGroupAttribute'],
        delete: ['vpc:DeleteAddressTemplateGroup', 'vpc2017:DeleteAddressGroup'],
        users: ['vpc2017:DescribeAddressGroupInstances'],
      },
    },
    services: {
      id: 'ServiceTemplateId',
      name: 'ServiceTemplateName',
      prefix: 'ppm',
      tags: { type: 'vpc/service' },
      operations: {
        list: ['vpc:DescribeServiceTemplates', 'vpc2017:DescribeService'],
        create: ['vpc:CreateServiceTemplate', 'vpc2017:CreateService'],
        update: ['vpc:ModifyServiceTemplateAttribute', 'vpc2017:ModifyService'],
        rename: ['vpc2017:ModifyServiceAttribute'],
        delete: ['vpc:DeleteServiceTemplate', 'vpc2017:DeleteService'],
        users: ['vpc2017:DescribeServiceInstances'],
      },
    },
    'service-groups': {
      id: 'ServiceTemplateGroupId',
      name: 'ServiceTemplateName',
      prefix: 'ppmg',
      tags: {},
      operations: {
        list: ['vpc:DescribeServiceTemplateGroups', 'vpc2017:DescribeServiceGroups'],
        create: ['vpc:CreateServiceTemplateGroup', 'vpc2017:CreateServiceGroup'],
        update: ['vpc:ModifyServiceTemplateGroupAttribute', 'vpc2017:ModifyServiceGroup'],
        rename: ['vpc2017:ModifyServiceGroupAttribute'],
        delete: ['vpc:DeleteServiceTemplateGroup', 'vpc2017:DeleteServiceGroup'],
        users: ['vpc2017:DescribeServiceGroupInstances'],
      },
    },
  },
});
