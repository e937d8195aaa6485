// @vitest-environment happy-dom
/** The properties of the fullest resource of every family of the demo's account of today, as a person reads them. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { type FamilyRef, refsOf } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { listedFamilies, loadFamily, todayOf } from '../../catalogue/lazy.ts';
import { createClient } from '../../src/api/client.ts';
import { runOperation } from '../../src/api/run.ts';
import { loadMessages, startLanguage } from '../../src/i18n/index.ts';
import { type AnyRow, idOf, requireOperation } from '../../src/lib/family.ts';
import { lazyPage } from '../../src/lib/part.tsx';
import { rowsOf } from '../../src/lib/rows.ts';
import { ScopeContext } from '../../src/lib/scope.ts';
import { paths } from '../../src/paths.ts';
import { routeTree } from '../../src/route-tree.ts';
import { behindToday } from './support.tsx';

afterEach(cleanup);

const scope = { account: undefined, region: 'ap-guangzhou' };

const pages = routeTree
  .filter(({ bare }) => !bare)
  .map(({ path, depth, load }) => ({ path: depth > 1 ? `/${path}/*` : `/${path}`, Page: lazyPage(load) }));

/** Tabs of one, where its properties do not open first. */
const tabOf = (ref: FamilyRef) => (ref === 'route-table' || ref === 'network-acl' ? 'properties' : undefined);

/** Those whose rows tell most; of ACLs all, which are of two kinds. */
async function idsOf(ref: FamilyRef): Promise<string[]> {
  const plain = await loadFamily(ref);
  const today = await todayOf(plain, 'today');
  const module = today ? today(plain) : plain;
  const { name, data } = requireOperation(module, 'list');
  if (speechOf(module, 'today', name).kind === 'lacks') return [];
  const rows = rowsOf(data, (await runOperation(scope, module, name, {})).data).rows as readonly AnyRow[];
  const fullest = rows.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  return (ref === 'network-acl' ? fullest : fullest.slice(0, 1)).map((row) => idOf(module, row));
}

/** The page's text once `what` is there and the page at rest. */
async function shown(url: string, what: string): Promise<string> {
  cleanup();
  const client = createClient();
  await act(async () => {
    render(
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[url]}>
          <ScopeContext value={scope}>
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
  await waitFor(
    () => {
      if (client.isFetching() > 0 || document.querySelector('[aria-busy="true"]')) throw new Error('not at rest');
      expect(document.querySelector(what), url).not.toBe(null);
    },
    { timeout: 20_000 },
  );
  return document.body.textContent ?? '';
}

/** The text of a property by its name in the API. */
const told = (name: string): string | null | undefined => document.querySelector(`dt[title="${name}"]`)?.nextElementSibling?.textContent;

it('tells lists of structures in words, and what was not told as that', async () => {
  await behindToday();
  await startLanguage('ui', 'shell', 'family', 'page', 'kit');
  await loadMessages('kit', 'shell');
  const refs = (await Promise.all(listedFamilies.map(async (family) => refsOf((await loadFamily(family)).data)))).flat();
  const unread: Partial<Record<FamilyRef, string | null | undefined>> = {};
  for (const ref of refs) {
    for (const id of await idsOf(ref)) {
      const text = await shown(paths.detail(ref, id, scope, tabOf(ref)), 'dl');
      const at = text.search(/[[{]["{]/);
      expect(at < 0 ? '' : `${ref}: ${text.slice(Math.max(0, at - 60), at + 60)}`).toBe('');
      if (ref === 'vpc') unread[ref] = told('AssistantCidrSet');
      if (ref === 'direct-connect-gateway') unread[ref] = told('snatNum');
      if (ref === 'network-acl' && told('networkAclType')?.includes('both ends')) unread[ref] = told('networkAclEntrySet');
    }
  }
  expect(unread).toEqual({
    vpc: expect.stringMatching(/^172\.30\.0\.0\/20/),
    'direct-connect-gateway': expect.stringContaining('not told'),
    'network-acl': 'On the first tab, each by itself',
  });
}, 180_000);

it('makes a network ACL of five parts by the form’s own choice of the kind', async () => {
  await behindToday();
  await startLanguage('ui', 'shell', 'family', 'page', 'kit');
  await loadMessages('kit', 'shell');
  const text = await shown(paths.create('network-acl', scope), 'dialog [type=submit], [role=dialog] [type=submit]');
  expect(text).toContain('Kind of rules');
  expect(text).toContain('Protocol, both ports, both ends');
  const plain = await loadFamily('network-acl');
  const [vpcId = ''] = await idsOf('vpc');
  const name = 'five-of-my-own';
  await runOperation(scope, plain, 'vpc2017:CreateNetworkAcl', { vpcId, networkAclName: name, networkAclType: 'QUINTUPLE' });
  const { data } = await runOperation(scope, plain, 'vpc2017:DescribeNetworkAcl', {});
  expect(data.data).toContainEqual(expect.objectContaining({ networkAclName: name, networkAclType: 'QUINTUPLE' }));
}, 180_000);
