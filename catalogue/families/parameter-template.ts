/** Parameter templates: named sets of addresses and of services, and groups of them, for the rules of security groups. */
import { family } from '../define.ts';
import { addressApi } from './parameter-template/addresses.ts';
import { addresses2017 } from './parameter-template/addresses2017.ts';
import { serviceApi } from './parameter-template/services.ts';
import { services2017 } from './parameter-template/services2017.ts';

export { usersShape } from './parameter-template/services2017.ts';

export const actions = { ...addressApi, ...serviceApi, ...addresses2017, ...services2017 } as const;

/** The plain operations are those of address templates; the other three kinds have their own. */
export const data = family({
  family: 'parameter-template',
  id: 'AddressTemplateId',
  name: 'AddressTemplateName',
  operations: {
    list: ['vpc:DescribeAddressTemplates', 'vpc2017:DescribeAddress'],
    create: ['vpc:CreateAddressTemplate', 'vpc2017:CreateAddress'],
    update: ['vpc:ModifyAddressTemplateAttribute', 'vpc2017:ModifyAddress'],
    rename: ['vpc2017:ModifyAddressAttribute'],
    delete: ['vpc:DeleteAddressTemplate', 'vpc2017:DeleteAddress'],
    users: ['vpc2017:DescribeAddressInstances'],
    listAddressGroups: ['vpc:DescribeAddressTemplateGroups', 'vpc2017:DescribeAddressGroups'],
    createAddressGroup: ['vpc:CreateAddressTemplateGroup', 'vpc2017:CreateAddressGroup'],
    updateAddressGroup: ['vpc:ModifyAddressTemplateGroupAttribute', 'vpc2017:ModifyAddressGroup'],
    renameAddressGroup: ['vpc2017:ModifyAddressGroupAttribute'],
    deleteAddressGroup: ['vpc:DeleteAddressTemplateGroup', 'vpc2017:DeleteAddressGroup'],
    addressGroupUsers: ['vpc2017:DescribeAddressGroupInstances'],
    listServices: ['vpc:DescribeServiceTemplates', 'vpc2017:DescribeService'],
    createService: ['vpc:CreateServiceTemplate', 'vpc2017:CreateService'],
    updateService: ['vpc:ModifyServiceTemplateAttribute', 'vpc2017:ModifyService'],
    renameService: ['vpc2017:ModifyServiceAttribute'],
    deleteService: ['vpc:DeleteServiceTemplate', 'vpc2017:DeleteService'],
    serviceUsers: ['vpc2017:DescribeServiceInstances'],
    listServiceGroups: ['vpc:DescribeServiceTemplateGroups', 'vpc2017:DescribeServiceGroups'],
    createServiceGroup: ['vpc:CreateServiceTemplateGroup', 'vpc2017:CreateServiceGroup'],
    updateServiceGroup: ['vpc:ModifyServiceTemplateGroupAttribute', 'vpc2017:ModifyServiceGroup'],
    renameServiceGroup: ['vpc2017:ModifyServiceGroupAttribute'],
    deleteServiceGroup: ['vpc:DeleteServiceTemplateGroup', 'vpc2017:DeleteServiceGroup'],
    serviceGroupUsers: ['vpc2017:DescribeServiceGroupInstances'],
    taskResult: ['vpc2017:DescribeNetTaskResult'],
  },
});
