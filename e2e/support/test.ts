/** What every browser test starts from: a product of its worker's own, a new world, a signed-in page under watch. */
import { type BrowserContextOptions, test as base, type Page } from '@playwright/test';
import { expect } from './expect.ts';
import { type Product, startProduct } from './product.ts';
import { type Sim, simAt, throttlingFaults } from './sim.ts';
import { type Watch, watch } from './watch.ts';

interface WorkerFixtures {
  /** The running product. It lives as long as the worker. */
  product: Product;
  /** Cookies of a session that was opened through the printed link. */
  session: BrowserContextOptions['storageState'];
}

export interface TestOptions {
  /** True in the project "throttled": the cloud is slow and refuses every third call. */
  throttled: boolean;
}

interface TestFixtures extends TestOptions {
  /** Which world the test begins in. */
  seed: 'demo' | 'empty';
  /** False: the test's pages have no session. */
  signedIn: boolean;
  /** Whose pages the test opens: the demo's first company, which speaks the documents' API, or the one that speaks today's. */
  company: 'retail' | 'games';
  sim: Sim;
  watched: Watch;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: 'worker' },
  ],
  session: [
    async ({ product, browser }, use) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(product.signInLink);
      await page.getByRole('navigation').first().waitFor();
      const state = await context.storageState();
      await context.close();
      await use({ cookies: state.cookies, origins: [] });
    },
    { scope: 'worker' },
  ],
  seed: ['demo', { option: true }],
  signedIn: [true, { option: true }],
  company: ['retail', { option: true }],
  baseURL: ({ product }, use) => use(product.url),
  storageState: ({ session, signedIn }, use) => use(signedIn ? session : undefined),
  throttled: [false, { option: true }],
  sim: async ({ product, seed, throttled }, use) => {
    const sim = simAt(product.simulator, throttled ? throttlingFaults : []);
    await sim.reset(seed);
    await use(sim);
  },
  page: async ({ page, sim, company }, use) => {
    if (company === 'games') staysIn(page, (await sim.accounts()).find(({ dialect }) => dialect === 'today')?.uin ?? '');
    await use(page);
  },
  watched: [
    // The world is made first: no page may see the last test's.
    async ({ context, product, sim }, use) => {
      expect(sim).toBeDefined();
      const watched = await watch(context, product.url);
      await use(watched);
      expect(watched.problems(), 'what the pages did that they should not').toEqual([]);
    },
    { auto: true },
  ],
});

/** Every URL that the test opens names the account; the links of pages carry it on. */
function staysIn(page: Page, account: string): void {
  const goto = page.goto.bind(page);
  page.goto = (url, options) => {
    const named = new URL(url, 'http://weft');
    if (!named.searchParams.has('account')) named.searchParams.set('account', account);
    return goto(`${named.pathname}${named.search}${named.hash}`, options);
  };
}

export { expect };
