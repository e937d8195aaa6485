import { expect, it } from 'vitest';
import { laterRegions, regions } from '../../catalogue/regions.ts';
import { type ConsoleInfo, regionsOf } from './scope.ts';

const told = {
  id: 'told',
  name: 'told',
  uin: '1',
  vendor: 'tencent',
  dialect: 'today',
  regions: ['ap-atlantis', 'ap-tokyo', 'ap-guangzhou'],
} as const;
const silent = { id: 'silent', name: 'silent', uin: '2', vendor: 'tencent', dialect: 'today' } as const;
const info = (mode: 'demo' | 'real'): ConsoleInfo => ({
  mode,
  endpoints: {},
  accounts: [silent, told],
  defaultAccount: 'silent',
  defaultRegion: 'ap-guangzhou',
  version: '1',
});

it('an account’s regions are those that the cloud told, known ones first', () => {
  expect(regionsOf(info('real'), undefined, 'told')).toEqual(['ap-guangzhou', 'ap-tokyo', 'ap-atlantis']);
});

it('where the cloud told nothing they are all that have names here, in the demo those of the documents', () => {
  const documented = Object.keys(regions);
  expect(regionsOf(info('real'))).toEqual([...documented, ...laterRegions]);
  expect(regionsOf(info('demo'))).toEqual(documented);
  expect(regionsOf(null)).toEqual(documented);
});

it('the region that is looked at is always among them, once', () => {
  expect(regionsOf(info('real'), 'ap-lemuria', 'told').at(-1)).toBe('ap-lemuria');
  expect(regionsOf(info('real'), 'ap-tokyo', 'told')).toHaveLength(3);
});
