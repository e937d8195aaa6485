// @vitest-environment happy-dom
/** Every list page and every page of one, with every odd row that the family's shape allows. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { type FamilyRef, refsOf, splitRef } from '../../catalogue/define.ts';
import { type FamilyModule, listedFamilies, loadFamily } from '../../catalogue/lazy.ts';
import { loadMessages } from '../i18n/index.ts';
import { goodRow, type OddRow, oddRows } from '../kit/odd-rows.ts';
import { answerCalls, show } from '../kit/testing.tsx';
import { idOf, nameOf, requireOperation } from '../lib/family.ts';
import { paths } from '../paths.ts';
import { PageBoundary } from '../shell/page-boundary.tsx';
import { families, loadPages } from './manifests.ts';

afterEach(cleanup);

const refs = (await Promise.all(listedFamilies.map(async (family) => refsOf((await loadFamily(family)).data)))).flat();
const scope = { region: 'ap-guangzhou' };

/** Where the properties do not open first. */
const propertiesOf: Partial<Record<FamilyRef, string>> = { 'route-table': 'properties', 'network-acl': 'properties' };

/** The list's answer, page by page, with these rows in the place where the action has them; whatever else is asked for has none. */
function cloudOf(module: FamilyModule, rows: readonly unknown[]): void {
  const { name, data } = requireOperation(module, 'list');
  const { paging } = data;
  const items = paging?.items ?? Object.keys(data.results)[0] ?? '';
  const [outer = '', inner] = items.split('.');
  const total = paging?.total ?? '';
  answerCalls((asked, params) => {
    if (asked !== name) return {};
    const told = JSON.stringify(params);
    // Asked for one, the cloud answers with that one.
    const one = rows.filter((row) => told.includes(`"${idOf(module, (row ?? {}) as never)}"`));
    const given = one.length > 0 ? one : rows;
    const offset = Number(paging ? (params[paging.offset] ?? 0) : 0);
    const page = given.slice(offset, offset + (paging?.max ?? given.length));
    return inner === undefined
      ? { [outer]: page, [total]: given.length }
      : { [outer]: { [inner]: page, [total.split('.')[1] ?? '']: given.length } };
  });
}

async function open(ref: FamilyRef, path: string): Promise<void> {
  const { family } = splitRef(ref);
  const entry = families.find((candidate) => candidate.family === family);
  if (!entry) throw new Error(`no pages for ${family}`);
  await Promise.all([loadMessages('kit', 'shell'), ...listedFamilies.map(loadFamily)]);
  const { Pages } = await loadPages(entry);
  await show(
    <PageBoundary resetKey="">
      <Suspense fallback="suspended">
        <Routes>
          <Route path={`/${entry.path}/*`} element={<Pages />} />
        </Routes>
      </Suspense>
    </PageBoundary>,
    path,
  );
}

const failed = (): boolean => screen.queryByText(/This page failed/) !== null;

describe.each(refs)('%s', (ref) => {
  it('lists good rows beside every odd one', async () => {
    const module = await loadFamily(ref);
    const good = [goodRow(ref, module, 1), goodRow(ref, module, 2)];
    const odd = oddRows(ref, module);
    cloudOf(module, [good[0], ...odd.map(({ row }) => row), null, 'text', {}, good[1]]);
    await open(ref, paths.list(ref, scope, { size: 'all' }));
    await waitFor(() => expect(document.querySelectorAll('tbody tr[data-id]').length).toBe(odd.length + 5));
    expect(failed()).toBe(false);
    const rowOf = (id: string): HTMLElement => {
      const found = document.querySelector<HTMLElement>(`tr[data-id="${id}"]`);
      if (!found) throw new Error(`no row ${id}`);
      return found;
    };
    const marked = (id: string): boolean => within(rowOf(id)).queryAllByText(/Could not be read/).length > 0;
    for (const row of good) expect(marked(idOf(module, row)), nameOf(module, row)).toBe(false);
    const wrong = odd.filter(({ row, good: fine }) => marked(idOf(module, row)) === fine);
    expect(wrong.map(({ what }) => what)).toEqual([]);
  });

  it('shows the page of each', async () => {
    const module = await loadFamily(ref);
    const odd = oddRows(ref, module);
    for (const { what, row, good } of sampleOf(odd)) {
      cloudOf(module, [row]);
      await open(ref, paths.detail(ref, idOf(module, row), scope, what === 'unknown fields' ? propertiesOf[ref] : undefined));
      await waitFor(() => expect(screen.queryAllByRole('heading', { level: 1 }).length, what).toBe(1));
      await waitFor(() => expect(screen.queryByText('Loading'), what).toBeNull());
      await act(async () => undefined);
      expect(failed(), what).toBe(false);
      expect(screen.queryByText('This row could not be read whole') !== null, what).toBe(!good);
      if (what === 'unknown fields') expect(screen.getByText('SomethingNew'), what).toBeTruthy();
      cleanup();
    }
  });
});

/**
 * Pages cost more than rows. Every row that must read as a good one meets the family's own page; the others meet one page of
 * the kit, so one of each way of being odd is enough.
 */
function sampleOf(odd: readonly OddRow[]): readonly OddRow[] {
  const ways = new Set<string>();
  return odd.filter(({ what, good }) => {
    const way = what.split(': ')[1] ?? '';
    if (!good && ways.has(way)) return false;
    if (!good) ways.add(way);
    return true;
  });
}
