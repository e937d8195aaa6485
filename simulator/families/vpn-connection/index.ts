import { vpnConnectionApi3 } from './api3.ts';
import { vpnConnectionApi2017 } from './api2017.ts';

export const vpnConnectionHandlers = { ...vpnConnectionApi3, ...vpnConnectionApi2017 };
