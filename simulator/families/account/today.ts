/** Limits over API 3.0 of today: those that the documents number, by their names, and further ones. */
import { names, type todaysActions } from '../../../catalogue/families/account/today.ts';
import { type LimitType, limitOfName, limitOfType } from '../../accounts/quota.ts';
import type { Handlers3 } from '../../call.ts';

/** By today's name the documents' number. */
const numberOf = new Map(Object.entries(names).map(([type, name]) => [name as string, Number(type) as LimitType]));

export const handlers = {
  'vpc:DescribeVpcLimits': ({ LimitTypes }, call) => ({
    VpcLimitSet: LimitTypes.map((LimitType) => {
      const type = numberOf.get(LimitType);
      return { LimitType, LimitValue: type === undefined ? limitOfName(call, LimitType) : limitOfType(call, type) };
    }),
  }),
} satisfies Handlers3<typeof todaysActions>;
