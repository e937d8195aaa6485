export { eipHandlers } from './api3.ts';
