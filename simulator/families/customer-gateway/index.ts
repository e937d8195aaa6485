import { customerGatewayApi3 } from './api3.ts';
import { customerGatewayApi2017 } from './api2017.ts';

export const customerGatewayHandlers = { ...customerGatewayApi3, ...customerGatewayApi2017 };
