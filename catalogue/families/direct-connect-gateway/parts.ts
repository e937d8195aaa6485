/** What the actions of direct-connect gateways share. */
import { integer, ref, required, struct } from '../../define.ts';

export const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound', alsoSpelled: ['vpclId', 'vpclid'] });

export const directConnectGatewayId = ref('direct-connect-gateway', { refusedAs: 'InvalidDirectConnectGateway.NotFound' });

/** Every rule belongs to one gateway. */
export const ofGateway = { vpcId: required(vpcId), directConnectGatewayId: required(directConnectGatewayId) } as const;

/** The errors of every rule's actions. */
export const missingCodes = ['InvalidVpc.NotFound', 'InvalidDirectConnectGateway.NotFound'] as const;

export const taskResult = { data: struct({ taskId: integer() }) } as const;

export const task = { field: 'data.taskId', poll: 'vpc2017:DescribeVpcTaskResult' } as const;
