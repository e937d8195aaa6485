/** Parameter templates of today: one action changes name and members, limits are told, and each member of a template may have a remark. */
import { bind } from '../../binding.ts';
import { action, actionTable, type Field, type Fields, integer, listOf, optional, required, struct, text } from '../../define.ts';

const limit = optional(integer());

export const todaysActions = actionTable({
  'vpc:DescribeTemplateLimits': action({
    kind: 'get',
    source: 'today',
    params: {},
    results: {
      TemplateLimit: struct({
        AddressTemplateMemberLimit: limit,
        AddressTemplateGroupMemberLimit: limit,
        ServiceTemplateMemberLimit: limit,
        ServiceTemplateGroupMemberLimit: limit,
      }),
    },
    errors: [],
  }),
});

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

/** Members with what somebody wrote beside them: as a list tells them, and as a change takes them instead of bare ones. */
const told = (name: string) => optional(listOf(struct({ [name]: text(), Description: optional(text()), UpdatedTime: optional(text()) })));
const taken = (name: string, member: Field) => listOf(struct({ [name]: required(member), Description: text({ blanks: true }) }));
const Address = text({ format: 'ip-or-range' });
const Service = text({ format: 'service' });
/** Without it the lists need not tell what stands beside a member. */
const always = { NeedMemberInfo: true } as const;
/** One of both tells the members. */
const madeOf = (params: Fields, bare: string) => ({ optional: [bare], params, errors: ['InvalidParameter.Coexist'] });

export const additions = {
  'vpc:DescribeAddressTemplates': { row: { AddressExtraSet: told('Address') }, always },
  'vpc:DescribeServiceTemplates': { row: { ServiceExtraSet: told('Service') }, always },
  'vpc:CreateAddressTemplate': madeOf({ AddressesExtra: taken('Address', Address) }, 'Addresses'),
  'vpc:CreateServiceTemplate': madeOf({ ServicesExtra: taken('Service', Service) }, 'Services'),
  'vpc:ModifyAddressTemplateAttribute': {
    params: { AddressesExtra: taken('Address', Address) },
    errors: ['InvalidParameter.Coexist'],
  },
  'vpc:ModifyServiceTemplateAttribute': {
    params: { ServicesExtra: taken('Service', Service) },
    errors: ['InvalidParameter.Coexist'],
  },
} as const;
