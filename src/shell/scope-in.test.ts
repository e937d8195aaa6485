import { describe, expect, it } from 'vitest';
import type { ConsoleInfo } from '../lib/scope.ts';
import { pageOf } from './scroll.ts';
import { scopeIn } from './use-console.ts';

const info: ConsoleInfo = {
  mode: 'demo',
  endpoints: {},
  accounts: [
    { id: 'a', name: 'A', uin: '1001', vendor: 'tencent', dialect: 'documents' },
    { id: 'b', name: 'B', uin: '1002', vendor: 'tencent', dialect: 'documents' },
  ],
  defaultAccount: 'a',
  defaultRegion: 'ap-beijing',
  version: '1',
};
const at = (search: string, last: Record<string, string> = {}, facts: ConsoleInfo | null = info) =>
  scopeIn(new URLSearchParams(search), last, facts);

describe('the place of a page', () => {
  it('is what the URL says', () => {
    expect(at('account=b&region=ap-seoul', { b: 'ap-mumbai' })).toEqual({ scope: { account: 'b', region: 'ap-seoul' }, unknown: null });
  });

  it('is else the region last used in that account, else the server’s default', () => {
    expect(at('account=b', { b: 'ap-mumbai', '': 'ap-seoul' }).scope?.region).toBe('ap-mumbai');
    expect(at('', { b: 'ap-mumbai', '': 'ap-seoul' }).scope).toEqual({ account: undefined, region: 'ap-seoul' });
    expect(at('').scope?.region).toBe('ap-beijing');
    expect(at('', { '': '..' }).scope?.region).toBe('ap-beijing');
  });

  it('is not known before the server has told its default', () => {
    expect(at('', {}, null).scope).toBeNull();
    expect(at('region=ap-seoul', {}, null).scope?.region).toBe('ap-seoul');
  });

  it.each(['ap-hongkong', 'eu-frankfurt', 'xx-newtown-2'])(
    'takes %s, which the documents do not have, from the URL and as the default',
    (region) => {
      expect(at(`region=${region}`)).toEqual({ scope: { account: undefined, region }, unknown: null });
      expect(at('', {}, { ...info, defaultRegion: region }).scope?.region).toBe(region);
      expect(at('', { '': region }).scope?.region).toBe(region);
    },
  );

  it.each(['mars', 'AP-Seoul', 'ap_seoul', '-', 'ap-seoul/..'])('says that %s is no region, and shows no other for it', (name) => {
    const { scope, unknown } = at(`region=${encodeURIComponent(name)}`, { '': 'ap-seoul' });
    expect(unknown).toEqual({ kind: 'region', name });
    expect(scope?.region).toBe(name);
  });

  it('takes an account by its number too; the default one is always the same', () => {
    for (const name of ['a', '1001']) expect(at(`account=${name}`).scope?.account).toBeUndefined();
    for (const name of ['b', '1002']) expect(at(`account=${name}`).scope?.account).toBe('b');
  });

  it('says that an account is not here, and shows no other for it', () => {
    expect(at('account=zzz')).toMatchObject({ scope: { account: 'zzz' }, unknown: { kind: 'account', name: 'zzz' } });
  });
});

it('a form over a page is that page', () => {
  expect(['/vpcs', '/vpcs/new', '/vpcs/vpc-1/edit', '/vpcs/vpc-1/subnets', '/'].map(pageOf)).toEqual([
    '/vpcs',
    '/vpcs',
    '/vpcs/vpc-1',
    '/vpcs/vpc-1/subnets',
    '/',
  ]);
});
