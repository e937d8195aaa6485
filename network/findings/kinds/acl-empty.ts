import { eachAcl } from '../each-acl.ts';

/** Bound, and without a rule in one direction: nothing passes there. */
export const aclEmpty = eachAcl({ id: 'acl-empty', severity: 'medium' }, ({ acl, subnets }) => {
  if (subnets.length === 0 || (acl.ingress.length > 0 && acl.egress.length > 0)) return null;
  return { parameters: { direction: acl.ingress.length > 0 ? 'egress' : acl.egress.length > 0 ? 'ingress' : 'both' } };
});
