import type { actions } from '../../catalogue/families/nat-gateway/index.ts';
import type { CoverageOf } from './shape.ts';

const missing = { 'InvalidVpc.NotFound': 'cause', 'InvalidNatGatewayId.NotFound': 'cause' } as const;

export const natGatewayCoverage = {
  'vpc2017:CreateNatGateway': { 'InvalidVpc.NotFound': 'cause', InvalidNatGatewayName: 'cause', NatGatewayLimitExceeded: 'cause' },
  'vpc2017:DescribeNatGateway': missing,
  'vpc2017:ModifyNatGateway': { ...missing, InvalidNatGatewayName: 'cause' },
  'vpc2017:UpgradeNatGateway': missing,
  'vpc2017:DeleteNatGateway': missing,
  'vpc2017:EipBindNatGateway': missing,
  'vpc2017:EipUnBindNatGateway': { ...missing, NatGatewayEipNotEmpty: 'cause' },
  'vpc2017:QueryNatGatewayProductionStatus': {},
  'vpc2017:InquiryNatPrice': {},
} as const satisfies CoverageOf<typeof actions>;
