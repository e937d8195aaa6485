export { directConnectGatewayApi2017 as directConnectGatewayHandlers } from './api2017.ts';
