/** What tests of the whole console share: the simulated cloud through the real proxy, and a form as a person meets it. */
import { request } from 'node:http';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { expect, onTestFinished } from 'vitest';
import { type FamilyRef, splitRef } from '../../catalogue/define.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import { bearer, startWeft, type TestServer } from '../../server/test/kit.ts';
import { startSimulator } from '../../simulator/main.ts';
import { createClient } from '../../src/api/client.ts';
import { families, loadPages } from '../../src/families/manifests.ts';
import { show } from '../../src/kit/testing.tsx';
import { type AnyRow, idOf, type Params, requireOperation } from '../../src/lib/family.ts';
import { lazyPage } from '../../src/lib/part.tsx';
import { rowsOf } from '../../src/lib/rows.ts';
import { noteConsole, type Scope, ScopeContext } from '../../src/lib/scope.ts';
import { routeTree } from '../../src/route-tree.ts';

// Pages load their parts while the machine has much else to do.
configure({ asyncUtilTimeout: 10_000 });

export const scope = { region: 'ap-guangzhou' } as const;
let weft: TestServer;
/** `sent`: what the console has sent. `refuse`: an action that the cloud refuses to answer. */
export const cloud: { sent: { readonly name: string; readonly params: Params }[]; refuse: string } = { sent: [], refuse: '' };

/** A demo world behind the real proxy, and the console's calls sent there. Before each test. */
export async function behind(): Promise<() => Promise<unknown>> {
  const simulator = await startSimulator({ seed: 'demo' });
  const [account] = simulator.accounts;
  // The forms under test are of both generations, which today's accounts do not have.
  const env = { TENCENTCLOUD_SECRET_ID: account?.secretId, TENCENTCLOUD_SECRET_KEY: account?.secretKey, WEFT_DIALECT: 'documents' };
  weft = await startWeft({ cloud: simulator.url, env });
  cloud.sent = [];
  cloud.refuse = '';
  globalThis.fetch = async (input, init) => {
    const name = String(input)
      .replace(/^.*\/api\/call\//, '')
      .replace('/', ':');
    if (typeof init?.body === 'string') cloud.sent.push({ name, params: JSON.parse(init.body).params });
    if (name === cloud.refuse) return Response.json({ error: { code: 'InternalError', message: 'no' } }, { status: 422 });
    return sendThrough(`${weft.url}${String(input)}`, String(init?.method ?? 'GET'), init?.body);
  };
  return () => simulator.close();
}

/** The browser's own request, by a token in the place of a session. */
export const sendThrough = (url: string, method: string, body: unknown): Promise<Response> =>
  new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: bearer, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (piece: string) => {
        text += piece;
      });
      incoming.on('end', () => resolve(new Response(text === '' ? null : text, { status: incoming.statusCode ?? 0 })));
    });
    outgoing.on('error', reject);
    outgoing.end(typeof body === 'string' ? body : undefined);
  });

/** What somebody else does meanwhile. */
export async function theirs(name: string, params: Params): Promise<AnyRow> {
  const answer = await weft.call(name, params as Record<string, unknown>);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
  return answer.json().data ?? {};
}

export async function rowsNow(ref: FamilyRef, where: Params = {}): Promise<readonly AnyRow[]> {
  const list = requireOperation(await loadFamily(ref), 'list');
  const page = list.data.paging ? { [list.data.paging.offset]: 0, [list.data.paging.limit]: list.data.paging.max } : {};
  return rowsOf(list.data, await theirs(list.name, { ...where, ...page })).rows as readonly AnyRow[];
}

export async function rowNow(ref: FamilyRef, id: string): Promise<AnyRow> {
  const module = await loadFamily(ref);
  const row = (await rowsNow(ref)).find((one) => idOf(module, one) === id);
  if (!row) throw new Error(`there is no ${id}`);
  return row;
}

/** The form of an address, as a person meets it. */
export async function open(ref: FamilyRef, at: string): Promise<void> {
  const entry = families.find(({ family }) => family === splitRef(ref).family);
  if (!entry) throw new Error(`no pages of ${ref}`);
  const { Pages } = await loadPages(entry);
  await show(
    <Routes>
      <Route path={`/${entry.path}/*`} element={<Pages />} />
    </Routes>,
    at,
  );
  await screen.findByRole('dialog');
}

/** A field, once what the form hangs on has come. */
export const field = (label: string) => waitFor(() => box(label));

export const panel = () => within(screen.getByRole('dialog'));
export const box = (label: string): HTMLInputElement => panel().getByLabelText(label);
export const type = (label: string, value: string): void => void fireEvent.change(box(label), { target: { value } });
export const press = (name: string): void => void fireEvent.click(panel().getByRole('button', { name }));
export const submit = (): HTMLElement => {
  const found = panel()
    .getAllByRole('button')
    .find((button) => button.getAttribute('type') === 'submit');
  if (!found) throw new Error('the form has no button');
  return found;
};
const stopped = 'Somebody else changed this meanwhile; nothing was written';
/** The form says so, and shows this text in it. */
export async function isStopped(...told: string[]): Promise<void> {
  const section = await screen.findByRole('region', { name: stopped });
  for (const text of told) expect(section.textContent).toContain(text);
}
export const dialogIsGone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
/** What was decided stands once the question is gone: whoever saves before saves the form as it was. */
export async function goOn(): Promise<void> {
  press('Go on with this');
  await waitFor(() => expect(screen.queryByRole('region', { name: stopped })).toBe(null));
}
export const choose = (version: string): void => void fireEvent.click(panel().getByRole('radio', { name: new RegExp(version) }));

/** The parameters of the console's own calls of an action. */
export const sends = (name: string): readonly Params[] => cloud.sent.filter((one) => one.name === name).map(({ params }) => params);

export const regionsOfToday = ['ap-guangzhou', 'ap-shanghai'];

/** The demo's account of today behind the real proxy; `sent` are the actions that were called. */
export async function behindToday(): Promise<{ readonly sent: readonly string[] }> {
  const simulator = await startSimulator({ seed: 'demo', randomSeed: 7 });
  onTestFinished(() => simulator.close());
  const account = simulator.accounts.find(({ dialect }) => dialect === 'today');
  const weft = await startWeft({
    cloud: simulator.url,
    env: { TENCENTCLOUD_SECRET_ID: account?.secretId, TENCENTCLOUD_SECRET_KEY: account?.secretKey, WEFT_DIALECT: 'today' },
  });
  const sent: string[] = [];
  globalThis.fetch = (input, init) => {
    sent.push(String(input).replace(/^.*\/api\/call\//, ''));
    return sendThrough(`${weft.url}${String(input)}`, String(init?.method ?? 'GET'), init?.body);
  };
  noteConsole({
    mode: 'real',
    endpoints: {},
    accounts: [{ id: 'main', name: 'main', uin: account?.uin ?? null, vendor: 'tencent', dialect: 'today', regions: regionsOfToday }],
    defaultAccount: 'main',
    defaultRegion: 'ap-guangzhou',
    version: '1',
  });
  return { sent };
}

const pages = routeTree
  .filter(({ bare }) => !bare)
  .map(({ path, depth, load }) => ({ path: depth > 1 ? `/${path}/*` : `/${path}`, Page: lazyPage(load) }));

/** A page of the console in the place of the one before. @returns whether it has nothing left to wait for. */
export async function openPage(url: string, place: Scope): Promise<() => boolean> {
  cleanup();
  const client = createClient();
  await act(async () => {
    render(
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[url]}>
          <ScopeContext value={place}>
            <Suspense fallback={<i aria-busy="true" />}>
              <Routes>
                {pages.map(({ path, Page }) => (
                  <Route key={path} path={path} element={<Page />} />
                ))}
              </Routes>
            </Suspense>
          </ScopeContext>
        </MemoryRouter>
      </QueryClientProvider>,
    );
  });
  return () => client.isFetching() === 0 && document.querySelector('[aria-busy="true"]') === null;
}
