import { describe, expect, it } from 'vitest';
import { families } from '../catalogue/define.ts';
import { paths, readPath, returnPath, sectionPath, segments } from './paths.ts';

const scope = { account: 'lanting', region: 'ap-guangzhou' };

describe('the console’s URLs', () => {
  it('are these', () => {
    expect({
      overview: paths.overview({}),
      overviewInPlace: paths.overview(scope),
      list: paths.list('vpc', scope),
      listSearched: paths.list('subnet', scope, { q: '10.0 & 兰亭', page: 2, sort: undefined }),
      detail: paths.detail('vpc', 'vpc-2ari9m7h', { region: 'ap-beijing' }),
      tab: paths.detail('vpc', 'vpc-2ari9m7h', scope, 'subnets'),
      oddId: paths.detail('vpc', 'a/b?c#d', {}),
      create: paths.create('subnet', scope, { VpcId: 'vpc-2ari9m7h' }),
      edit: paths.edit('subnet', 'subnet-0ab12cd3', scope),
      signIn: paths.signIn(),
      signInFromHome: paths.signIn('/'),
      signInFrom: paths.signIn('/vpcs?region=ap-beijing'),
    }).toMatchInlineSnapshot(`
      {
        "create": "/subnets/new?account=lanting&region=ap-guangzhou&VpcId=vpc-2ari9m7h",
        "detail": "/vpcs/vpc-2ari9m7h?region=ap-beijing",
        "edit": "/subnets/subnet-0ab12cd3/edit?account=lanting&region=ap-guangzhou",
        "list": "/vpcs?account=lanting&region=ap-guangzhou",
        "listSearched": "/subnets?account=lanting&region=ap-guangzhou&q=10.0+%26+%E5%85%B0%E4%BA%AD&page=2",
        "oddId": "/vpcs/a%2Fb%3Fc%23d",
        "overview": "/",
        "overviewInPlace": "/?account=lanting&region=ap-guangzhou",
        "signIn": "/sign-in",
        "signInFrom": "/sign-in?from=%2Fvpcs%3Fregion%3Dap-beijing",
        "signInFromHome": "/sign-in",
        "tab": "/vpcs/vpc-2ari9m7h/subnets?account=lanting&region=ap-guangzhou",
      }
    `);
  });

  it('give every family a section of its own', () => {
    const all = families.map((family) => segments[family]);
    expect(new Set(all).size).toBe(families.length);
    for (const name of all) expect(name).toMatch(/^[a-z-]+$/);
  });
});

describe('reading a path', () => {
  it('names the family, the id and the tab', () => {
    expect(readPath('/')).toEqual({});
    expect(readPath('/vpcs')).toEqual({ family: 'vpc' });
    expect(readPath('/vpcs/new')).toEqual({ family: 'vpc' });
    expect(readPath('/vpcs/vpc-1/edit')).toEqual({ family: 'vpc', id: 'vpc-1' });
    expect(readPath('/vpcs/vpc-1/subnets')).toEqual({ family: 'vpc', id: 'vpc-1', tab: 'subnets' });
    expect(readPath('/nowhere/x')).toEqual({});
    expect(readPath('/vpcs/%E0%A4%A')).toEqual({ family: 'vpc', id: '%E0%A4%A' });
  });

  it('stays in the section when the account or region changes', () => {
    expect(sectionPath('/vpcs/vpc-1/subnets', { region: 'ap-seoul' })).toBe('/vpcs?region=ap-seoul');
    expect(sectionPath('/explorer/vpc/DescribeVpcs', { region: 'ap-seoul' })).toBe('/explorer/vpc/DescribeVpcs?region=ap-seoul');
    expect(sectionPath('/', { account: 'b', region: 'ap-seoul' })).toBe('/?account=b&region=ap-seoul');
  });
});

describe('where signing in leads back to', () => {
  it('is a page of this console', () => {
    expect(returnPath('/vpcs/vpc-1?region=ap-beijing')).toBe('/vpcs/vpc-1?region=ap-beijing');
  });

  it.each([
    null,
    '',
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '/sign-in',
    '/a\n//evil.test',
    '/\t/evil.test',
    'vpcs',
  ])('is never %j', (from) => {
    expect(returnPath(from)).toBe('/');
  });
});
