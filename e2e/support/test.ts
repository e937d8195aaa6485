/** What every browser test starts from: a product of its worker's own, a new world, a signed-in page under watch. */
import { type BrowserContextOptions, test as base, expect } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { type Sim, simAt, throttling } from './sim.ts';
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
  baseURL: ({ product }, use) => use(product.url),
  storageState: ({ session, signedIn }, use) => use(signedIn ? session : undefined),
  throttled: [false, { option: true }],
  sim: async ({ product, seed, throttled }, use) => {
    const sim = simAt(product.simulator, throttled ? throttling : []);
    await sim.reset(seed);
    await use(sim);
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

export { expect };
