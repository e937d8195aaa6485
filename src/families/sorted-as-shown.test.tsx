// @vitest-environment happy-dom
/** Every column of every list: pressed, its cells stand in the order of what they say. */
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { listedFamilies, loadFamily } from '../../catalogue/lazy.ts';
import { loadMessages } from '../i18n/index.ts';
import { goodRow } from '../kit/odd-rows.ts';
import { answerCalls, show } from '../kit/testing.tsx';
import { requireOperation } from '../lib/family.ts';
import { paths } from '../paths.ts';
import { families, loadPages } from './manifests.ts';

afterEach(cleanup);

const modules = await Promise.all(listedFamilies.map(async (family) => ({ family, module: await loadFamily(family) })));

/** Rows of every family, whose names stand in the opposite order of their ids. */
const rowsOf = ({ family, module }: (typeof modules)[number]) =>
  [1, 2, 3, 4, 5, 6].map((n) => {
    const row = goodRow(family, module, n);
    const { name } = module.data;
    return name === undefined ? row : { ...row, [name]: `name ${50 - n}` };
  });

const inAnswer = (path: string, value: unknown): Record<string, unknown> => {
  const [outer = '', inner] = path.split('.');
  return { [outer]: inner === undefined ? value : { [inner]: value } };
};

/**
 * Sorted by what their words stand for: the time that is left, how many there are before how many of them are down. A VPC of
 * an account that is not this console's, as these generated ones are, has its id alone.
 */
const byMeaning: Readonly<Record<string, readonly string[]>> = {
  peering: ['Answer within', 'Initiating VPC', 'Accepting VPC', 'Peer VPC'],
  'customer-gateway': ['VPN connections'],
};

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

it.each(modules.map(({ family }) => family))('the columns of %s', async (family) => {
  answerCalls((name) => {
    const known = modules.find(({ module }) => requireOperation(module, 'list').name === name);
    const paging = known && requireOperation(known.module, 'list').data.paging;
    return known && paging ? { ...inAnswer(paging.total, 6), ...inAnswer(paging.items, rowsOf(known)) } : {};
  });
  const entry = families.find((candidate) => candidate.family === family);
  if (!entry) throw new Error(`no pages for ${family}`);
  await loadMessages('kit', 'shell');
  const { Pages } = await loadPages(entry);
  await show(
    <Suspense>
      <Routes>
        <Route path={`/${entry.path}/*`} element={<Pages />} />
      </Routes>
    </Suspense>,
    paths.list(family, { region: 'ap-guangzhou' }),
  );
  await waitFor(() => expect(document.querySelectorAll('tbody tr[data-id]')).toHaveLength(6));
  const heads = [...document.querySelectorAll('table.resource-list thead th')];
  for (const [at, head] of heads.entries()) {
    const button = head.querySelector('button');
    if (!button || byMeaning[family]?.includes(button.textContent ?? '')) continue;
    await act(async () => fireEvent.click(button));
    await waitFor(() => expect(screen.getAllByRole('columnheader')[at]?.getAttribute('aria-sort')).toBe('ascending'));
    const cells = [...document.querySelectorAll('tbody tr[data-id]')].map((row) => row.children[at]?.textContent ?? '');
    // What has no value stands last.
    const told = cells.filter((text) => text !== '–' && text !== '');
    expect(told, `${family}: ${button.textContent}`).toEqual([...told].sort(collator.compare));
  }
});
