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
  [undefined, 'write', 'vpc', undefined],
  ['all', 'write', undefined, undefined],
  ['kept', 'read', 'vpc', undefined],
  ['kept', 'write', 'vpc', 'readOnly'],
  ['part', 'write', 'eip', undefined],
  ['part', 'write', 'vpc', 'role'],
  ['part', 'write', undefined, 'role'],
  ['part', 'write', 'tag', undefined],
  ['one', 'read', 'vpc', undefined],
  ['one', 'read', 'account', undefined],
  ['one', 'read', 'eip', 'role'],
  ['one', 'write', 'tag', 'role'],
] as const)('in the account %s, to %s of %s: %s', (id, kind, family, barrier) => {
  expect(barrierIn(info, { account: id }, kind, family)).toBe(barrier);
});
