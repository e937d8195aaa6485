import { subnetApi3 } from './api3.ts';
import { subnetApi2017 } from './api2017.ts';

export const subnetHandlers = { ...subnetApi3, ...subnetApi2017 };
