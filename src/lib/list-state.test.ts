import { expect, test } from 'vitest';
import { nextSort, readView, writeView } from './list-state.ts';

const read = (text: string) => readView(new URLSearchParams(text));

test('a view is read from the URL', () => {
  expect(read('q=web&sort=-CidrBlock&f.Zone=a&f.Zone=b&cols=A,B&size=50&page=3')).toEqual({
    query: 'web',
    sort: { id: 'CidrBlock', descending: true },
    filters: { Zone: ['a', 'b'] },
    columns: ['A', 'B'],
    size: 50,
    page: 3,
  });
  expect(read('')).toEqual({ query: '', sort: null, filters: {}, columns: null, size: null, page: 1 });
  expect(read('size=all&page=0').size).toBe(0);
  expect(read('size=-5&page=x')).toMatchObject({ size: null, page: 1 });
});

test('writing keeps what is not its own, and leads back to the first page', () => {
  const next = writeView(new URLSearchParams('account=a&region=r&page=4&f.Zone=a'), { query: 'x', filters: { VpcId: ['v'] } });
  expect(next.toString()).toBe('account=a&region=r&q=x&f.VpcId=v');
  expect(writeView(new URLSearchParams('q=x'), { page: 2 }).toString()).toBe('q=x&page=2');
  expect(writeView(new URLSearchParams('sort=a'), { sort: null, size: 0 }).toString()).toBe('size=all');
});

test('a header goes through ascending, descending, none', () => {
  expect(nextSort(null, 'a')).toEqual({ id: 'a', descending: false });
  expect(nextSort({ id: 'a', descending: false }, 'a')).toEqual({ id: 'a', descending: true });
  expect(nextSort({ id: 'a', descending: true }, 'a')).toBe(null);
  expect(nextSort({ id: 'b', descending: true }, 'a')).toEqual({ id: 'a', descending: false });
});
