// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFamily, todayOf } from '../../catalogue/lazy.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { families } from '../families/manifests.ts';
import { currentT, startLanguage } from '../i18n/index.ts';
import type { ConsoleInfo, Scope } from '../lib/scope.ts';
import { commandsFor, createsOf, matchingCommands } from './command-list.ts';

beforeAll(() => startLanguage('ui', 'shell', 'family', 'page'));

const scope: Scope = { account: undefined, region: 'ap-guangzhou' };
const info: ConsoleInfo = {
  mode: 'demo',
  endpoints: {},
  accounts: [
    { id: 'a', name: 'Lanting Retail', uin: '1001', vendor: 'tencent', dialect: 'documents' },
    { id: 'b', name: 'Shunda Logistics', uin: '1002', vendor: 'tencent', dialect: 'documents' },
  ],
  defaultAccount: 'a',
  defaultRegion: 'ap-guangzhou',
  version: '1',
};
const resources = [
  { family: 'vpc', id: 'vpc-2ari9m7h', name: 'prod core', scope: { region: 'ap-guangzhou' } },
  { family: 'subnet', id: 'subnet-0a1b2c3d', name: '', scope: { region: 'ap-beijing' } },
] as const;

const creates = [{ family: 'subnet', title: 'Create subnet' }] as const;

function found(text: string): string[] {
  const t = currentT();
  return matchingCommands(commandsFor({ t, scope, info, resources, creates }), text, { t, scope }).map((command) => command.to);
}

describe('the forms that make something', () => {
  it('are offered where the account’s API has what they take', async () => {
    const [plain, words] = [await loadFamily('nat-gateway'), await loadText('en', 'nat-gateway')];
    const offered = [{ family: 'nat-gateway', title: words.actions['vpc2017:CreateNatGateway']?.title }];
    expect(createsOf([plain], [words], 'documents')).toEqual(offered);
    expect(createsOf([plain], [words], 'today')).toEqual([]);
    const spoken = (await todayOf(plain, 'today'))?.(plain) ?? plain;
    expect(createsOf([spoken], [words], 'today')).toEqual(offered);
  });
});

describe('the command palette', () => {
  it('offers the pages, and nothing else, before anything is typed', () => {
    const offered = found(' ');
    const ofFamilies = families.map(({ path }) => `/${path}?region=ap-guangzhou`);
    expect(offered[0]).toBe('/?region=ap-guangzhou');
    expect(offered.slice(-families.length)).toEqual(ofFamilies);
    // Before them the pages that are no family's: no resource, region or account.
    for (const to of offered) expect(to).toMatch(/^\/[a-z-]*\?region=ap-guangzhou$/);
    expect(new Set(offered).size).toBe(offered.length);
  });

  it('finds resources by words of their name and by their id', () => {
    expect(found('core prod')).toContain('/vpcs/vpc-2ari9m7h?region=ap-guangzhou');
    expect(found('0a1b2c')).toContain('/subnets/subnet-0a1b2c3d?region=ap-beijing');
    // Before the lists that could be searched for it.
    expect(found('prod')[0]).toBe('/vpcs/vpc-2ari9m7h?region=ap-guangzhou');
  });

  it('opens an id that no list has brought', () => {
    expect(found('vpc-zzzzzzzz')[0]).toBe('/vpcs/vpc-zzzzzzzz?region=ap-guangzhou');
    expect(found('vpc-2ari9m7h').filter((to) => to.startsWith('/vpcs/vpc-'))).toHaveLength(1);
  });

  it('leads to the lists searched for the text', () => {
    const searched = found('10.0.0.0/16');
    expect(searched.shift()).toBe('/addresses?region=ap-guangzhou&q=10.0.0.0%2F16');
    expect(searched.slice(0, 2)).toEqual(['/vpcs?region=ap-guangzhou&q=10.0.0.0%2F16', '/subnets?region=ap-guangzhou&q=10.0.0.0%2F16']);
    // Pages of a single action have nothing to search.
    for (const path of ['/quotas', '/cdb', '/gaap', '/cdn']) expect(searched.some((to) => to.startsWith(path))).toBe(false);
  });

  it('finds an address in the address space, and the form that makes something by its name', () => {
    expect(found('10.0.3.7')[0]).toBe('/addresses?region=ap-guangzhou&q=10.0.3.7');
    expect(found('10.0.3')[0]).not.toMatch(/^\/addresses/);
    expect(found('create sub')[0]).toBe('/subnets/new?region=ap-guangzhou');
  });

  it('finds regions by either name, and accounts; the default account needs no name in the URL', () => {
    expect(found('上海金融')).toContain('/?region=ap-shanghai-fsi');
    expect(found('shanghai finance')).toContain('/?region=ap-shanghai-fsi');
    expect(found('shunda')).toContain('/?account=b&region=ap-guangzhou');
    expect(found('lanting')).toContain('/?region=ap-guangzhou');
  });
});
