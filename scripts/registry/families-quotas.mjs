// The quotas that DescribeVpcLimit numbers and those that today's DescribeVpcLimits alone names, and how their use is counted in the lists of their families.
import { familyData, familyNames, literal } from '../support/families.mjs';

export const file = 'catalogue/families/quotas.ts';

const numberedOf = (root, family) => {
  const { id, quotas = {} } = familyData(root, family);
  const told = Object.values(quotas).filter(({ limitType, limitName }) => (limitType ?? limitName) !== undefined);
  return told.map(({ limitType, limitName, usual: _usual, ...counted }) => [limitType ?? limitName, { family, id, ...counted }]);
};

export function render(root) {
  const all = familyNames(root).flatMap((name) => numberedOf(root, name));
  return `
import type { Family, Quota } from '../define.ts';

/** By the quota's number, or by its name where today alone tells it. What no list shows (SSL VPNs) is not here. */
export const numberedQuotas: Readonly<
  Record<number | string, Omit<Quota, 'usual' | 'limitType' | 'limitName'> & { readonly family: Family; readonly id: string }>
> = ${literal(Object.fromEntries(all))};
`;
}
