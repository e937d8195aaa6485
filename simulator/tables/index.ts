/** Every table of the world. A table that is missing here can be neither kept nor restored. */
import type { AnySpec } from '../world/table.ts';
import { accountTable, counterTable, quotaTable, settingTable, speedTable } from './account.ts';
import { dailyTable, eipTable } from './eip.ts';
import { eniTable } from './eni.ts';
import { addressTable, instanceTable } from './instance.ts';
import { routesTable } from './route.ts';
import { routeTableTable } from './route-table.ts';
import { subnetTable } from './subnet.ts';
import { taskTable } from './task.ts';
import { vipTable, vpcTable } from './vpc.ts';

export const allTables: readonly AnySpec[] = [
  accountTable,
  addressTable,
  counterTable,
  dailyTable,
  eipTable,
  eniTable,
  instanceTable,
  quotaTable,
  routeTableTable,
  routesTable,
  settingTable,
  speedTable,
  subnetTable,
  taskTable,
  vipTable,
  vpcTable,
];
