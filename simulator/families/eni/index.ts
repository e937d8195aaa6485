import { eniApi3 } from './api3.ts';
import { eniApi2017 } from './api2017.ts';

export const eniHandlers = { ...eniApi3, ...eniApi2017 };
