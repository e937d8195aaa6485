import { expect, it } from 'vitest';
import { idsByName } from './named-lists.ts';

it('a name that two things have says neither of them, and no name nothing', () => {
  const named = [
    { id: 'sg-1', name: 'web' },
    { id: 'sg-2', name: 'db' },
    { id: 'sg-3', name: 'web' },
    { id: 'sg-4', name: '' },
    { id: 'sg-5', name: 'web' },
  ];
  expect([...idsByName(named)]).toEqual([['db', 'sg-2']]);
});
