import { vpnGatewayApi3 } from './api3.ts';
import { vpnGatewayApi2017 } from './api2017.ts';

export const vpnGatewayHandlers = { ...vpnGatewayApi3, ...vpnGatewayApi2017 };
