/** Renaming a parameter template: today one action changes its name and its members. */
import { bind } from '../../binding.ts';

export const todaysActions = {} as const;

export const today = {
  'vpc2017:ModifyAddressAttribute': bind('vpc:ModifyAddressTemplateAttribute', {
    takes: { addressId: 'AddressTemplateId', addressName: 'AddressTemplateName' },
  }),
  'vpc2017:ModifyAddressGroupAttribute': bind('vpc:ModifyAddressTemplateGroupAttribute', {
    takes: { addressGroupId: 'AddressTemplateGroupId', addressGroupName: 'AddressTemplateGroupName' },
  }),
  'vpc2017:ModifyServiceAttribute': bind('vpc:ModifyServiceTemplateAttribute', {
    takes: { serviceId: 'ServiceTemplateId', serviceName: 'ServiceTemplateName' },
  }),
  'vpc2017:ModifyServiceGroupAttribute': bind('vpc:ModifyServiceTemplateGroupAttribute', {
    takes: { serviceGroupId: 'ServiceTemplateGroupId', serviceName: 'ServiceTemplateName' },
  }),
} as const;
