import { expect, test } from 'vitest';
import { outcomesOf } from './index.tsx';

test('a proxy that the answer does not name is being opened', () => {
  const data = { InvalidStatusInstanceSet: ['link-2'], OperationFailedInstanceSet: ['link-3'] };
  expect(outcomesOf(['link-1', 'link-2', 'link-3'], data).map(({ outcome }) => outcome)).toEqual(['begun', 'not-closed', 'failed']);
});

test('an answer without lists names none', () => {
  expect(outcomesOf(['link-1'], { InvalidStatusInstanceSet: null })).toEqual([{ id: 'link-1', outcome: 'begun' }]);
});
