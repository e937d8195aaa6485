import { routeTableApi3 } from './api3.ts';
import { routeTableApi2017 } from './api2017.ts';

export const routeTableHandlers = { ...routeTableApi3, ...routeTableApi2017 };
