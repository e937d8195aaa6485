import { describe, expect, it } from 'vitest';
import type { ConsoleInfo } from '../lib/place.ts';
import { pageOf } from './scroll.ts';
import { placeIn } from './use-console.ts';

const info: ConsoleInfo = { mode: 'demo', endpoints: {}, accounts: [], defaultAccount: 'a', defaultRegion: 'ap-beijing', version: '1' };
const at = (search: string, last: Record<string, string> = {}, facts: ConsoleInfo | null = info) =>
  placeIn(new URLSearchParams(search), last, facts);

describe('the place of a page', () => {
  it('is what the URL says', () => {
    expect(at('account=b&region=ap-seoul', { b: 'ap-mumbai' })).toEqual({
      place: { account: 'b', region: 'ap-seoul' },
      unknownRegion: null,
    });
  });

  it('is else the region last used in that account, else the server’s default', () => {
    expect(at('account=b', { b: 'ap-mumbai', '': 'ap-seoul' }).place?.region).toBe('ap-mumbai');
    expect(at('', { b: 'ap-mumbai', '': 'ap-seoul' }).place).toEqual({ account: undefined, region: 'ap-seoul' });
    expect(at('').place?.region).toBe('ap-beijing');
  });

  it('is not known before the server has told its default', () => {
    expect(at('', {}, null).place).toBeNull();
    expect(at('region=ap-seoul', {}, null).place?.region).toBe('ap-seoul');
  });

  it('passes over regions that do not exist, and names the one that was asked for', () => {
    expect(at('region=mars', { '': 'ap-nowhere' })).toEqual({ place: { account: undefined, region: 'ap-beijing' }, unknownRegion: 'mars' });
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
