/** Every family's handlers. An action of the catalogue without one is a compile error here. */
import type { ActionName } from '../../catalogue/index.ts';
import type { Handlers } from '../call.ts';
import { eipHandlers } from './eip/index.ts';
import { eniHandlers } from './eni/index.ts';
import { routeTableHandlers } from './route-table/index.ts';
import { subnetHandlers } from './subnet/index.ts';
import { taskHandlers } from './task/index.ts';
import { vpcHandlers } from './vpc/index.ts';

export const handlers = {
  ...vpcHandlers,
  ...subnetHandlers,
  ...routeTableHandlers,
  ...eniHandlers,
  ...eipHandlers,
  ...taskHandlers,
} satisfies Handlers<ActionName>;
