import type { actions } from '../../catalogue/families/flow-log/index.ts';
import type { CoverageOf } from './shape.ts';

const missing = { 'InvalidVpc.NotFound': 'cause', FlowLogIDNotFound: 'cause' } as const;
const names = { InvalidFlowLogName: 'cause', FlowLogNameDuplicate: 'cause' } as const;

export const flowLogCoverage = {
  'vpc2017:CreateFlowLog': {
    ...names,
    'InvalidVpc.NotFound': 'cause',
    'InvalidSubnet.NotFound': 'cause',
    'InvalidNetworkInterface.NotFound': 'cause',
  },
  'vpc2017:DescribeFlowLogs': { 'InvalidVpc.NotFound': 'cause' },
  'vpc2017:DescribeFlowLog': missing,
  'vpc2017:ModifyFlowLogAttribute': { ...missing, ...names },
  'vpc2017:DeleteFlowLog': missing,
} as const satisfies CoverageOf<typeof actions>;
