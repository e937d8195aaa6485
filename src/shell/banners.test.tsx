// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { showLanguage } from '../i18n/index.ts';
import { show } from '../kit/testing.tsx';
import { type ConsoleInfo, noteConsole, type SourceProblem } from '../lib/scope.ts';
import { Banners } from './banners.tsx';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

const reason = 'the profile "ops" names a role; give this server its credentials or leave the profile out';
const half: SourceProblem = { source: '~/.tencentcloud/credentials', reason: 'secretKey is missing', kind: 'half', detail: '' };
const role: SourceProblem = { source: '~/.tccli/ops.credential', reason, kind: 'other-identity', detail: 'role-arn' };
const later: SourceProblem = { source: 'ENV', reason: 'something that only a later server knows', kind: 'of-tomorrow', detail: 'x' };

const withProblems = (sourceProblems: readonly SourceProblem[]): ConsoleInfo => ({
  mode: 'real',
  endpoints: {},
  accounts: [],
  defaultAccount: 'a',
  defaultRegion: 'ap-guangzhou',
  version: '1',
  sourceProblems,
});

const banners = (info: ConsoleInfo) => {
  noteConsole(info);
  return show(<Banners />);
};

afterEach(async () => {
  cleanup();
  await showLanguage('en');
});

it.each([
  { language: 'en', messages: en, title: '3 sources of accounts could not be used' },
  { language: 'zh', messages: zh, title: '有 3 个账号来源无法使用' },
] as const)('says which sources of accounts could not be used, and why, in $language', async ({ language, messages, title }) => {
  await banners(withProblems([half, role, later]));
  await act(() => showLanguage(language));
  const region = screen.getByRole('region', { name: messages.banners });
  expect(within(region).getByText(title)).toBeTruthy();
  const items = within(region).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual([
    `${half.source} ${messages['source.half']}${half.reason}`,
    `${role.source} ${messages['source.other-identity']} (role-arn)${reason}`,
    // Of a sort that is not known here, the server's own words are all there is.
    `${later.source} ${later.reason}`,
  ]);
});

it('says nothing where every source could be used', async () => {
  await banners(withProblems([]));
  expect(screen.queryByRole('region')).toBeNull();
});

it.each([
  { language: 'en', title: 'The keys of an account cannot be used' },
  { language: 'zh', title: '有 1 个账号的密钥无法使用' },
] as const)('says which account cannot sign, and why, in $language', async ({ language, title }) => {
  const trouble = { code: 'AuthFailure.SecretIdNotFound', reason: 'The SecretId is not found.' };
  const ops = {
    id: 'tccli-ops',
    name: 'ops',
    uin: null,
    vendor: 'tencent',
    dialect: 'today',
    source: '~/.tccli/ops.credential',
    trouble,
  } as const;
  const fine = { id: 'env', name: 'env', uin: '1', vendor: 'tencent', dialect: 'today' } as const;
  await banners({ ...withProblems([]), accounts: [fine, ops] });
  await act(() => showLanguage(language));
  expect(screen.getByText(title)).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    `ops ${trouble.code}${ops.source}${trouble.reason}`,
  ]);
});
