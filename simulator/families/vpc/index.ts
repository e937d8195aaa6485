import { vpcApi3 } from './api3.ts';
import { vpcApi2017 } from './api2017.ts';

export const vpcHandlers = { ...vpcApi3, ...vpcApi2017 };
