import { securityGroupApi3 } from './api3.ts';

export const securityGroupHandlers = securityGroupApi3;
