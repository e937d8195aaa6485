import { expect, it } from 'vitest';
import type { PathStop } from '../../network/maps/vpc-path.ts';
import type { Hop } from '../../network/paths/path.ts';
import { endOfWay } from './path-end.ts';

const hop = (id: string, result: Hop['result']): Hop =>
  ({ step: 'network-acl', id, vpc: 'vpc-1', result, rule: null, route: null, reason: null }) as unknown as Hop;
const stop = (n: number, ...hops: Hop[]): PathStop => ({
  ...{ n, way: 'forward', key: `subnet:${n}`, elsewhere: null, hops },
  result: hops.find(({ result }) => result !== 'pass')?.result ?? 'pass',
});

it('a way ends at what stops the packet, else at what is not known, else nowhere', () => {
  const [passes, doubt, ends] = [stop(1, hop('a', 'pass')), stop(2, hop('b', 'unknown')), stop(3, hop('c', 'pass'), hop('d', 'block'))];
  expect(endOfWay([passes, doubt, ends])?.id).toBe('d');
  expect(endOfWay([passes, doubt])?.id).toBe('b');
  expect(endOfWay([passes])).toBeUndefined();
});
