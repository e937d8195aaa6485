/** What a page costs to load: at most 195.2 kB of scripts and styles on a first visit to a list, at most 25.8 kB more for another family. */
import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';
import { listedFamilies } from '../../catalogue/lazy.ts';
import { familiesInOrder } from '../../src/navigation.ts';
import { segments } from '../../src/paths.ts';
import { expect, test } from '../support/test.ts';

const kB = 1_000;
/**
 * Lists: what they were before families said all of themselves; the heaviest is of VPN connections (195.1 kB), which ask what leads into each.
 * Pages without a list bring more at once: a form with all its checks, or, for the quotas, what the catalogue says of every family
 * that they count (206.9 kB). A further family: the same above the databases, which bring 25.3 kB.
 */
const limits = { list: 195.2 * kB, other: 207 * kB, next: 25.8 * kB };

const pages = familiesInOrder.map((family) => segments[family]);
const lists = new Set(listedFamilies.map((family): string => segments[family]));

/** Resolves when nothing is under way and nothing has been loaded while the page had nothing to do: twice over, for what the first leads to. */
async function idle(page: Page, underWay: ReadonlySet<Request>): Promise<void> {
  const loaded = (): Promise<number> =>
    page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(performance.getEntriesByType('resource').length))));
  await expect(async () => {
    const before = await loaded();
    expect(underWay.size).toBe(0);
    expect(await loaded()).toBe(before);
  }).toPass();
}

/** The scripts and styles that a visit asks for, gzipped. */
async function weigh(page: Page, visit: () => Promise<unknown>): Promise<number> {
  const files: Request[] = [];
  const underWay = new Set<Request>();
  const begin = (request: Request): void => {
    underWay.add(request);
    if (/\.(?:js|css)$/.test(new URL(request.url()).pathname)) files.push(request);
  };
  const end = (request: Request): void => void underWay.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  await visit();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveCount(1);
  await idle(page, underWay);
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  const sizes = files.map(async (file) => gzipSync((await (await file.response())?.body()) ?? '').length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const tooHeavy = (weights: ReadonlyMap<string, number>, limit: number): string[] =>
  [...weights].filter(([, size]) => size > limit).map(([path, size]) => `/${path}: ${(size / kB).toFixed(1)} kB`);

test('a first visit to any family loads no more than it should, and a further family little more', async ({
  browser,
  product,
  session,
}) => {
  test.slow();
  const visitor = { baseURL: product.url, ...(session ? { storageState: session } : {}) };
  const first = new Map<string, number>();
  const next = new Map<string, number>();
  for (const path of pages) {
    const context = await browser.newContext(visitor);
    const page = await context.newPage();
    first.set(path, await weigh(page, () => page.goto(`/${path}?region=ap-guangzhou`)));
    await context.close();
  }
  const context = await browser.newContext(visitor);
  const page = await context.newPage();
  await weigh(page, () => page.goto('/vpcs?region=ap-guangzhou'));
  for (const path of pages.filter((other) => other !== segments.vpc)) {
    next.set(path, await weigh(page, () => page.getByRole('navigation').locator(`a[href^="/${path}?"]`).first().click()));
  }
  await context.close();
  test.info().annotations.push({ type: 'weights', description: JSON.stringify({ first: [...first], next: [...next] }) });
  expect.soft(tooHeavy(new Map([...first].filter(([path]) => lists.has(path))), limits.list)).toEqual([]);
  expect.soft(tooHeavy(first, limits.other)).toEqual([]);
  expect.soft(tooHeavy(next, limits.next)).toEqual([]);
});
