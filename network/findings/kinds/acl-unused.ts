import { eachAcl } from '../each-acl.ts';

/** Bound to no subnet: it filters nothing. */
export const aclUnused = eachAcl({ id: 'acl-unused', severity: 'low' }, ({ subnets, more }) =>
  subnets.length > 0 ? null : (more ?? { idle: true }),
);
