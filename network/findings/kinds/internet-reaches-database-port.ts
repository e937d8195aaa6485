import { portKind } from '../port-kinds.ts';

/** Databases, caches and queues that strangers reach. */
export const internetReachesDatabasePort = portKind({
  id: 'internet-reaches-database-port',
  portClass: 'database',
  severity: 'critical',
  forSome: 'high',
});
