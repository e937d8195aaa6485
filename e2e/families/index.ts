/** The families that the shared suites run over: one line each. */
import type { FamilyUnderTest } from '../support/family.ts';
import { directConnectGateway } from './direct-connect-gateway.ts';
import { addressTemplate, serviceTemplateGroup } from './parameter-template.ts';
import { peering } from './peering.ts';
import { securityGroup } from './security-group.ts';
import { subnet } from './subnet.ts';
import { vpc } from './vpc.ts';

export const families: readonly FamilyUnderTest[] = [
  vpc,
  subnet,
  securityGroup,
  addressTemplate,
  serviceTemplateGroup,
  peering,
  directConnectGateway,
];
