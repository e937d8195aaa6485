/** What a rule means, as a text that stays the same when the rule moves, is described anew or is written by another call. */
import type { AclPolicy } from '../rules/policies.ts';

export const meaningOfRule = ({
  action,
  protocol,
  port,
  serviceTemplate,
  cidr,
  securityGroup,
  addressTemplate,
  near,
  sourcePort,
  unread,
}: AclPolicy): string =>
  JSON.stringify([action, protocol, port?.toUpperCase(), serviceTemplate, cidr, securityGroup, addressTemplate, near, sourcePort, unread]);
