import { portKind } from '../port-kinds.ts';

/** Remote shells, desktops and control of machines that strangers reach. */
export const internetReachesAdminPort = portKind({
  id: 'internet-reaches-admin-port',
  portClass: 'admin',
  severity: 'critical',
  forSome: 'high',
});
