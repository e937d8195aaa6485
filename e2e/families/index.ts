/** The families that the shared suites run over: one line each. */
import type { FamilyUnderTest } from '../support/family.ts';
import { account } from './account.ts';
import { cdbInstance } from './cdb-instance.ts';
import { cdnService } from './cdn-service.ts';
import { classicLink } from './classic-link.ts';
import { customerGateway } from './customer-gateway.ts';
import { directConnectGateway } from './direct-connect-gateway.ts';
import { eip } from './eip.ts';
import { eni } from './eni.ts';
import { flowLog } from './flow-log.ts';
import { gaapProxy } from './gaap-proxy.ts';
import { natGateway } from './nat-gateway.ts';
import { networkAcl } from './network-acl.ts';
import { addressTemplate, serviceTemplateGroup } from './parameter-template.ts';
import { peering } from './peering.ts';
import { routeTable } from './route-table.ts';
import { securityGroup } from './security-group.ts';
import { subnet } from './subnet.ts';
import { vpc } from './vpc.ts';
import { vpnConnection } from './vpn-connection.ts';
import { vpnGateway } from './vpn-gateway.ts';

export const families: readonly FamilyUnderTest[] = [
  vpc,
  subnet,
  flowLog,
  networkAcl,
  natGateway,
  routeTable,
  securityGroup,
  addressTemplate,
  serviceTemplateGroup,
  peering,
  vpnGateway,
  vpnConnection,
  customerGateway,
  directConnectGateway,
  account,
  cdbInstance,
  cdnService,
  classicLink,
  eip,
  eni,
  gaapProxy,
];
