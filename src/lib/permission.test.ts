import { expect, it } from 'vitest';
import { barrierIn } from './permission.ts';
import type { AccountInfo, ConsoleInfo } from './scope.ts';

const account = (id: string, more: Partial<AccountInfo> = {}): AccountInfo => ({
  id,
  name: id,
  uin: null,
  vendor: 'tencent',
  dialect: 'today',
  ...more,
});
const info: ConsoleInfo = {
  mode: 'real',
  endpoints: {},
  accounts: [
    account('all'),
    account('kept', { readOnly: true }),
    account('part', { access: { read: '*', write: ['eip'] } }),
    account('one', { access: { read: ['vpc'], write: [] } }),
  ],
  defaultAccount: 'all',
  defaultRegion: 'ap-guangzhou',
  version: '0',
};

it.each([
  [undefined, 'vpc', undefined],
  ['all', undefined, undefined],
  ['kept', 'vpc', 'readOnly'],
  ['part', 'eip', undefined],
  ['part', 'vpc', 'role'],
  ['part', undefined, 'role'],
  ['part', 'tag', undefined],
  ['one', 'vpc', 'role'],
  ['one', 'tag', 'role'],
] as const)('in the account %s, what keeps from changing %s is: %s', (id, family, barrier) => {
  expect(barrierIn(info, { account: id }, family)).toBe(barrier);
});
