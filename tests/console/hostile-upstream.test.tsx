// @vitest-environment happy-dom
/**
 * Every page and every form against an upstream that answers with every field, unknown values, nulls, empties, nothing, and
 * numbers at their limits: no page fails, none says what only a program would, and what nobody knows is shown as it came.
 */
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { MemoryRouter, type NavigateFunction, Route, Routes, useLocation, useNavigate } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import type { Dialect } from '../../catalogue/binding.ts';
import { type FamilyRef, isRead, refsOf, splitRef } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { findAction } from '../../catalogue/index.ts';
import { listedFamilies, loadFamily, todayOf } from '../../catalogue/lazy.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { encode, spelledIn } from '../../catalogue/wire.ts';
import { createClient } from '../../src/api/client.ts';
import { type Language, loadMessages, showLanguage, startLanguage } from '../../src/i18n/index.ts';
import kitWords from '../../src/kit/en.json' with { type: 'json' };
import { requireOperation, rowFields } from '../../src/lib/family.ts';
import { lazyPage } from '../../src/lib/part.tsx';
import { type ConsoleInfo, noteConsole, ScopeContext } from '../../src/lib/scope.ts';
import { onCaughtError } from '../../src/lib/unreadable.ts';
import { pagesInOrder } from '../../src/navigation.ts';
import { paths } from '../../src/paths.ts';
import { routeTree } from '../../src/route-tree.ts';
import { PageBoundary } from '../../src/shell/page-boundary.tsx';
import { hostileAnswer, idOfNth, type Oddity, oddities, unheardOf } from '../support/hostile-answers.ts';
import { strangeInCall } from '../support/todays-api.ts';

afterEach(cleanup);
afterEach(() => {
  const asked = [...strange];
  strange.clear();
  expect(asked, 'calls that today’s cloud would not take').toEqual([]);
});

const scope = { account: undefined, region: 'ap-guangzhou' };
const refs = (await Promise.all(listedFamilies.map(async (family) => refsOf((await loadFamily(family)).data)))).flat();

const pages = routeTree
  .filter(({ bare }) => !bare)
  .map(({ path, depth, load }) => ({ path: depth > 1 ? `/${path}/*` : `/${path}`, Page: lazyPage(load) }));

/** How many calls are on their way. */
let open = 0;

/** What was asked of an account of today that today's cloud would not take. */
const strange = new Set<string>();

function noteStrange(service: string, action: string, params: Readonly<Record<string, unknown>>): void {
  const data = findAction(`${service}:${action}`);
  if (!data) throw new Error(`a page asks for ${service}:${action}, which the catalogue does not have`);
  for (const what of strangeInCall(service, action, { ...spelledIn('today', data, encode(data, params)) })) strange.add(what);
}

/** What Weft's own server tells: it is trusted, but may have nothing to tell. */
const ownAnswers: Readonly<Record<string, object>> = { '/api/history': { entries: [], next: null }, '/api/sessions': { sessions: [] } };

function answerWith(info: ConsoleInfo, single: Oddity): void {
  globalThis.fetch = async (input, init) => {
    const [, service, action] = /\/api\/call\/([^/]+)\/([^/]+)$/.exec(String(input)) ?? [];
    if (action === undefined) return Response.json(ownAnswers[String(input)] ?? info);
    open += 1;
    try {
      const { region, params = {} } = JSON.parse(String(init?.body ?? '{}')) as { region?: string; params?: Record<string, unknown> };
      if (info.accounts[0]?.dialect === 'today') noteStrange(service ?? '', action, params);
      // No id is there twice, not even in two regions.
      return Response.json({ data: hostileAnswer(`${service}:${action}`, single, region === scope.region), requestId: 'r-1' });
    } finally {
      open -= 1;
    }
  };
}

/** Goes from page to page within one console. */
async function startConsole(
  dialect: Dialect,
  language: Language,
  single: Oddity,
): Promise<{ go: (url: string) => Promise<string>; again: (url: string) => Promise<string> }> {
  const info: ConsoleInfo = {
    mode: 'real',
    endpoints: {},
    accounts: [{ id: 'main', name: 'main', uin: '100', vendor: 'tencent', dialect }],
    defaultAccount: 'main',
    defaultRegion: 'ap-guangzhou',
    version: '1',
  };
  noteConsole(info);
  answerWith(info, single);
  await startLanguage('ui', 'shell', 'family', 'page', 'kit');
  await showLanguage(language);
  await loadMessages('kit', 'shell');
  const client = createClient();
  let navigate: NavigateFunction | undefined;
  function Here() {
    navigate = useNavigate();
    const { pathname, search } = useLocation();
    return (
      <PageBoundary resetKey={pathname}>
        <Suspense fallback={<i aria-busy="true" />}>
          <Routes>
            {pages.map(({ path, Page }) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
          </Routes>
          <output hidden>{pathname + search}</output>
        </Suspense>
      </PageBoundary>
    );
  }
  await act(async () => {
    render(
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={['/nowhere']}>
          <ScopeContext value={scope}>
            <Here />
          </ScopeContext>
        </MemoryRouter>
      </QueryClientProvider>,
      { onCaughtError },
    );
  });
  /** The page before stays until the next can be drawn. */
  const rest = (url: string): void => {
    if (wrong.test(document.body.textContent ?? '')) return;
    const [, asked, own] = url.split(/[/?]/);
    const [, family, id] = (document.querySelector('output[hidden]')?.textContent ?? '').split(/[/?]/);
    if (family !== asked || id !== own) throw new Error(`another page than ${url} is shown`);
    if (open > 0 || client.isFetching() > 0 || document.querySelector('[aria-busy="true"]')) throw new Error('not at rest');
  };
  return {
    // Everything that was read is asked for once more, as after half a minute.
    again: async (url) => {
      await act(async () => client.invalidateQueries({ refetchType: 'active' }));
      await waitFor(() => rest(url), { timeout: 15_000 });
      return document.body.textContent ?? '';
    },
    go: async (url) => {
      await act(async () => navigate?.(url));
      await waitFor(() => rest(url), { timeout: 15_000 });
      await act(async () => undefined);
      await waitFor(() => rest(url), { timeout: 15_000 });
      return document.body.textContent ?? '';
    },
  };
}

/** What only a program says, and the words of a page that failed. */
const wrong = /undefined|\bNaN\b|Invalid Date|\[object |Infinity|This page failed|此页面出错/;

/** The wrong words with what stands around them. */
const faultsIn = (url: string, text: string): string[] => {
  const at = wrong.exec(text)?.index;
  return at === undefined ? [] : [`${url}: …${text.slice(Math.max(0, at - 60), at + 60)}…`];
};

/** Tabs of one, where its properties do not open first. */
const propertiesOf: Partial<Record<FamilyRef, string>> = { 'route-table': 'properties', 'network-acl': 'properties' };

/** What the family's rows tell by a word of a set, which may grow any day. */
async function hasWords(ref: FamilyRef): Promise<boolean> {
  const { data } = requireOperation(await loadFamily(ref), 'list');
  return Object.values(rowFields(data)).some((field) => field.kind === 'choice' && typeof field.values[0] === 'string');
}

/** Whether the dialect can list it. */
async function isSpoken(ref: FamilyRef, dialect: Dialect): Promise<boolean> {
  const module = await loadFamily(ref);
  const today = await todayOf(module, dialect);
  return speechOf(today ? today(module) : module, dialect, requireOperation(module, 'list').name).kind !== 'lacks';
}

/** The family's pages: its list, one of each oddity, and its forms. */
async function pathsOf(ref: FamilyRef): Promise<string[]> {
  const { data } = await loadFamily(ref);
  const prefix = 'prefix' in data ? data.prefix : undefined;
  const one = (n: number): string => idOfNth(ref, n, prefix);
  const { list: _list, create, update, delete: _delete, ...others } = data.operations;
  const under = paths.detail(ref, one(1), scope).split('?')[0];
  return [
    paths.list(ref, scope, { size: 'all' }),
    ...oddities.map((_, n) => paths.detail(ref, one(n + 1), scope)),
    ...(create ? [paths.create(ref, scope)] : []),
    ...(update ? [paths.edit(ref, one(1), scope)] : []),
    ...Object.keys(others).map((name) => `${under}/do/${name}?region=${scope.region}`),
  ];
}

const walks = [
  { dialect: 'documents', language: 'en', single: 'strange' },
  { dialect: 'today', language: 'zh', single: 'limits' },
] as const;

/** For a machine that has much else to do: a family has some fifteen pages and forms. */
const patience = 180_000;

describe.each(walks)('an upstream of $dialect that answers anything, in $language', ({ dialect, language, single }) => {
  it.each(refs)(
    '%s: its list, its pages and its forms',
    async (ref) => {
      const { go, again } = await startConsole(dialect, language, single);
      const found: string[] = [];
      for (const url of await pathsOf(ref)) found.push(...faultsIn(url, await go(url)));
      for (const url of (await pathsOf(ref)).slice(0, 2)) {
        await go(url);
        found.push(...faultsIn(`${url}, read again`, await again(url)));
      }
      expect(found).toEqual([]);
      if (!(await isSpoken(ref, dialect))) return;
      const { data } = await loadFamily(ref);
      const one = idOfNth(ref, 1, 'prefix' in data ? data.prefix : undefined);
      await go(paths.list(ref, scope, { size: 'all' }));
      await waitFor(() => expect(document.querySelectorAll('tbody tr[data-id]').length).toBeGreaterThanOrEqual(oddities.length));
      const told = await go(paths.detail(ref, one, scope, propertiesOf[ref]));
      if (await hasWords(ref)) expect(told).toContain(unheardOf);
    },
    patience,
  );

  it.each(['strange', 'null', 'empty', 'bare'] as const)(
    'pages that are no family’s, single answers %s',
    async (odd) => {
      const { go, again } = await startConsole(dialect, language, odd);
      const found: string[] = [];
      for (const name of pagesInOrder) {
        const url = paths.page(name, scope);
        found.push(...faultsIn(name, await go(url)), ...faultsIn(`${name}, read again`, await again(url)));
      }
      expect(found).toEqual([]);
    },
    patience,
  );
});

/** The writes of the family that today's API has nothing for: the operation, its action, and why in words. */
async function goneToday(ref: FamilyRef): Promise<{ operation: string; title: string; why: string }[]> {
  const [plain, text] = await Promise.all([loadFamily(ref), loadText('en', splitRef(ref).family)]);
  const today = await todayOf(plain, 'today');
  const module = today ? today(plain) : plain;
  return Object.entries(module.data.operations).flatMap(([operation, [name = '']]) => {
    const data = module.actions[name];
    if (!data || isRead(data) || speechOf(module, 'today', name).kind !== 'lacks') return [];
    const words = text.actions[name];
    return [{ operation, title: words?.title ?? '', why: words?.gone ?? kitWords.notInDialect }];
  });
}

const gone = (await Promise.all(refs.map(async (ref) => ((await goneToday(ref)).length > 0 ? [ref] : [])))).flat();

describe('what today’s API has nothing for', () => {
  it('is there in some families', () => expect(gone.length).toBeGreaterThan(0));

  it.each(gone)(
    '%s: is disabled, or says why in the place of its form',
    async (ref) => {
      const { go } = await startConsole('today', 'en', 'strange');
      const { data } = await loadFamily(ref);
      const id = idOfNth(ref, 1, 'prefix' in data ? data.prefix : undefined);
      const under = paths.detail(ref, id, scope).split('?')[0];
      for (const { operation, title, why } of await goneToday(ref)) {
        if (operation === 'create') {
          const text = await go(paths.list(ref, scope));
          const buttons = [...document.querySelectorAll('button, a')].filter((one) => one.textContent?.trim() === title);
          expect(buttons.filter((one) => one.getAttribute('aria-disabled') !== 'true')).toEqual([]);
          expect(buttons.length > 0 || text.includes(why), `${ref} ${operation}`).toBe(true);
        }
        const url = operation === 'create' ? paths.create(ref, scope) : operation === 'update' ? paths.edit(ref, id, scope) : '';
        const text = await go(url || `${under}/do/${operation}?region=${scope.region}`);
        const form = document.querySelector('[role=dialog] [type=submit], dialog [type=submit]');
        expect(form, `${ref} ${operation}: a form that can be sent`).toBe(null);
        const panel = document.querySelector('[role=dialog], dialog');
        if (panel) expect(text, `${ref} ${operation}`).toContain(why);
      }
    },
    patience,
  );
});
