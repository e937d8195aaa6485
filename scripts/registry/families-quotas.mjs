// The quotas that DescribeVpcLimit numbers, and how their use is counted in the lists of their families.
import { familyData, familyNames, literal } from '../support/families.mjs';

export const file = 'catalogue/families/quotas.ts';

const numberedOf = (root, family) => {
  const { id, quotas = {} } = familyData(root, family);
  const numbered = Object.values(quotas).filter(({ limitType }) => limitType !== undefined);
  return numbered.map(({ limitType, usual: _usual, ...counted }) => [limitType, { family, id, ...counted }]);
};

export function render(root) {
  const all = familyNames(root).flatMap((name) => numberedOf(root, name));
  return `
import type { Family, Quota } from '../define.ts';

/** By the quota's number. What no list shows (SSL VPNs) is not here. */
export const numberedQuotas: Readonly<
  Record<number, Omit<Quota, 'usual' | 'limitType'> & { readonly family: Family; readonly id: string }>
> = ${literal(Object.fromEntries(all))};
`;
}
