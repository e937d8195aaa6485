import { expect, test } from 'vitest';
import { ipv6Order } from './ipv6-order.ts';
import { between, type DataColumn, facet, filterRows, search, sortRows } from './table.ts';

interface R {
  readonly name: string;
  readonly cidr: string;
  readonly n: number | null;
  readonly zone: string;
}
const rows: readonly R[] = [
  { name: 'web-10', cidr: '10.0.10.0/24', n: 5, zone: 'b' },
  { name: 'web-9', cidr: '10.0.9.0/24', n: null, zone: 'a' },
  { name: 'Core 核心', cidr: '9.0.0.0/16', n: 40, zone: 'a' },
  { name: 'whole', cidr: '10.0.0.0/16', n: -1, zone: '' },
];
const columns: readonly DataColumn<R>[] = [
  { id: 'name', value: (row) => row.name, searchText: (row) => `id-of-${row.name}` },
  { id: 'cidr', value: (row) => row.cidr, sortAs: 'cidr' },
  { id: 'n', value: (row) => row.n, sortAs: 'number' },
  { id: 'zone', value: (row) => row.zone },
];
const names = (found: readonly R[]): string[] => found.map((row) => row.name);

test('every word must stand somewhere in the row, in any case, in any column', () => {
  expect(names(search(rows, columns, 'WEB'))).toEqual(['web-10', 'web-9']);
  expect(names(search(rows, columns, 'web 10.0.9'))).toEqual(['web-9']);
  expect(names(search(rows, columns, '核心'))).toEqual(['Core 核心']);
  expect(names(search(rows, columns, 'id-of-whole'))).toEqual(['whole']);
  expect(search(rows, columns, '   ')).toBe(rows);
});

test('an address or a block finds the blocks it lies in', () => {
  expect(names(search(rows, columns, '10.0.9.77'))).toEqual(['web-9', 'whole']);
  expect(names(search(rows, columns, '10.0.10.128/25'))).toEqual(['web-10', 'whole']);
});

test('text sorts as people count, blocks as numbers, missing values last either way', () => {
  expect(names(sortRows(rows, columns, { id: 'name', descending: false }))).toEqual(['Core 核心', 'web-9', 'web-10', 'whole']);
  expect(names(sortRows(rows, columns, { id: 'cidr', descending: false }))).toEqual(['Core 核心', 'whole', 'web-9', 'web-10']);
  expect(names(sortRows(rows, columns, { id: 'n', descending: false }))).toEqual(['whole', 'web-10', 'Core 核心', 'web-9']);
  expect(names(sortRows(rows, columns, { id: 'n', descending: true }))).toEqual(['Core 核心', 'web-10', 'whole', 'web-9']);
  expect(sortRows(rows, columns, { id: 'gone', descending: false })).toBe(rows);
});

test('addresses sort by number among blocks, and what is neither stands last either way', () => {
  const texts = ['10.0.10.1', '', '10.0.9.0/24', '10.0.9.7', 'none'].map((cidr) => ({ name: cidr, cidr, n: null, zone: '' }));
  const sorted = (descending: boolean): string[] => names(sortRows(texts, columns, { id: 'cidr', descending }));
  expect(sorted(false)).toEqual(['10.0.9.0/24', '10.0.9.7', '10.0.10.1', '', 'none']);
  expect(sorted(true)).toEqual(['10.0.10.1', '10.0.9.7', '10.0.9.0/24', '', 'none']);
});

test('IPv6 is found and sorted by its value, in whatever spelling, behind IPv4', () => {
  const texts = ['2402:4e00:10::/64', '2402:4e00:2::/56', '2402:4e00:2:0::5', '10.0.0.0/8', '2402:4e00:2::/64', ''].map((cidr) => ({
    name: cidr,
    cidr,
    n: null,
    zone: '',
  }));
  const both = columns.map((column) => ({ ...column, ipv6: ipv6Order }));
  const sorted = (descending: boolean): string[] => names(sortRows(texts, both, { id: 'cidr', descending }));
  const ascending = ['10.0.0.0/8', '2402:4e00:2::/56', '2402:4e00:2::/64', '2402:4e00:2:0::5', '2402:4e00:10::/64'];
  expect(sorted(false)).toEqual([...ascending, '']);
  expect(sorted(true)).toEqual([...ascending.toReversed(), '']);
  const found = (query: string): string[] => names(search(texts, both, query));
  expect(found('2402:4E00:2::0:5')).toEqual(['2402:4e00:2::/56', '2402:4e00:2:0::5', '2402:4e00:2::/64']);
  expect(found('2402:4e00:10:0:8000::/65')).toEqual(['2402:4e00:10::/64']);
  expect(found('10.1.2.3')).toEqual(['10.0.0.0/8']);
});

test('filters of different columns are ANDed, values of one ORed', () => {
  expect(names(filterRows(rows, columns, { zone: ['a', 'b'] }))).toEqual(['web-10', 'web-9', 'Core 核心']);
  expect(names(filterRows(rows, columns, { zone: ['a'], n: ['40'] }))).toEqual(['Core 核心']);
  expect(filterRows(rows, columns, { zone: [], unknown: ['x'] })).toBe(rows);
});

test('a facet counts its values, and gives up on too many', () => {
  const [, , , zone] = columns;
  expect(zone && facet(rows, zone)).toEqual([
    { value: '', count: 1 },
    { value: 'a', count: 2 },
    { value: 'b', count: 1 },
  ]);
  expect(zone && facet(rows, zone, 2)).toBe(null);
});

test('a range runs either way, and starts anew when its first end is out of view', () => {
  expect(between(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c']);
  expect(between(['a', 'b'], 'gone', 'b')).toEqual(['b']);
  expect(between(['a', 'b'], 'a', 'gone')).toEqual([]);
});
