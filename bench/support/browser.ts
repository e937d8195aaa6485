/** Chromium for measurements: pages that note in their own clock when things became visible. */
import { type Browser, type BrowserContextOptions, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumFlags } from '../../e2e/support/flags.ts';
import { type Product, startProduct } from '../../e2e/support/product.ts';

export interface Bench {
  readonly product: Product;
  readonly browser: Browser;
  /**
   * A signed-in page with an empty cache, its context and its connection to the browser's tools. `fresh`: in a window that the
   * browser has only begun to open, which takes it 0.1 s of both cores; else the window is there before it is handed out.
   */
  readonly page: (fresh?: 'fresh') => Promise<{ page: Page; tools: CDPSession; close: () => Promise<void> }>;
  readonly close: () => Promise<void>;
}

/** How long a window takes to open, in ms, with room to spare. */
const openedAfter = 800;

/** Starts the product without a limit of calls, and a browser. */
export async function startBench(): Promise<Bench> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('No Chromium was found or could be installed. Name one: CHROMIUM_PATH=/path/to/chromium');
  const product = await startProduct({ env: { WEFT_RATE: '0' } });
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const options: BrowserContextOptions = { baseURL: product.url, viewport: { width: 1440, height: 900 }, locale: 'en-US' };
  const first = await browser.newContext(options);
  const signIn = await first.newPage();
  await signIn.goto(product.signInLink);
  await signIn.getByRole('navigation').first().waitFor();
  const { cookies } = await first.storageState();
  await first.close();
  return {
    product,
    browser,
    page: async (fresh) => {
      const context = await browser.newContext({ ...options, storageState: { cookies, origins: [] } });
      const page = await context.newPage();
      if (!fresh) await page.waitForTimeout(openedAfter);
      return { page, tools: await context.newCDPSession(page), close: () => context.close() };
    },
    close: async () => {
      await browser.close();
      await product.stop();
    },
  };
}

/** Milliseconds of the page's clock (from the start of its navigation) when an element was there and its frame had been produced. */
export const shownAt = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector(wanted)) requestAnimationFrame(() => resolve(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
    selector,
  );

/** A press, and the milliseconds until an element was there and its frame had been produced. */
export const pressUntil = (page: Page, press: string, wanted: string): Promise<number> =>
  page.evaluate(
    ({ press, wanted }) =>
      new Promise<number>((resolve, reject) => {
        const target = document.querySelector<HTMLElement>(press);
        if (!target) {
          reject(new Error(`nothing to press: ${press}`));
          return;
        }
        const began = performance.now();
        target.click();
        const look = (): void => {
          if (document.querySelector(wanted)) requestAnimationFrame(() => resolve(performance.now() - began));
          else requestAnimationFrame(look);
        };
        look();
      }),
    { press, wanted },
  );
