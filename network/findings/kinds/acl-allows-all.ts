import type { AclPolicy } from '../../rules/policies.ts';
import { readsAsEverything } from '../../rules/rule.ts';
import { eachAcl } from '../each-acl.ts';

/** The first rule takes everything and lets it through. */
const allows = ([first]: readonly AclPolicy[]): boolean =>
  first?.action === 'ACCEPT' &&
  first.unread === undefined &&
  first.protocol === 'ALL' &&
  (first.port === undefined || /^all$/i.test(first.port)) &&
  first.cidr !== undefined &&
  readsAsEverything(first.cidr) &&
  (first.near === undefined || readsAsEverything(first.near));

/** It is asked for every packet and stops none. */
export const aclAllowsAll = eachAcl({ id: 'acl-allows-all', severity: 'info' }, ({ acl, subnets }) =>
  subnets.length > 0 && allows(acl.ingress) && allows(acl.egress) ? {} : null,
);
