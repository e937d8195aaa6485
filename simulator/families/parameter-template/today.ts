/** Parameter templates over API 3.0 of today: limits. */
import type { todaysActions } from '../../../catalogue/families/parameter-template/today.ts';
import { quotaOf } from '../../accounts/quota.ts';
import type { Handlers3 } from '../../call.ts';

export const handlers = {
  'vpc:DescribeTemplateLimits': (_, call) => {
    const most = quotaOf(call, 'members-per-template');
    return {
      TemplateLimit: {
        AddressTemplateMemberLimit: most,
        AddressTemplateGroupMemberLimit: most,
        ServiceTemplateMemberLimit: most,
        ServiceTemplateGroupMemberLimit: most,
      },
    };
  },
} satisfies Handlers3<typeof todaysActions>;
