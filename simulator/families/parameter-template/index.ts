import { parameterTemplateApi3 } from './api3.ts';
import { parameterTemplateApi2017 } from './api2017.ts';

export const parameterTemplateHandlers = { ...parameterTemplateApi3, ...parameterTemplateApi2017 };
