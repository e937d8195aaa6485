import { expect, it } from 'vitest';
import { groupsIn } from './use-groups.ts';

const at = { account: '1', region: 'ap-guangzhou' };
const asked = ['sg-good', 'sg-half', 'sg-null', 'sg-refused', 'sg-waits'].map((id) => ({ id, name: id, at }));

it('a group whose answer leaves a direction out, or is refused, is a gap and never one without rules', () => {
  const answer = (policies: unknown, failed: string | null = null) => ({ policies: policies as never, settled: true, failed });
  const { groups, gaps } = groupsIn(asked, [
    answer({ Ingress: [], Egress: [] }),
    answer({ Ingress: [] }),
    answer({ Ingress: null, Egress: [] }),
    answer(null, 'UnauthorizedOperation'),
    { policies: null, settled: false, failed: null },
  ]);
  expect(groups.map(({ id }) => id)).toEqual(['sg-good']);
  expect(gaps.map(({ kind, because }) => `${kind} ${because}`)).toEqual([
    'securityGroups sg-half',
    'securityGroups sg-null',
    'securityGroups UnauthorizedOperation',
  ]);
});
