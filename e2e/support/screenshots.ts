/** Takes the pictures of docs/images, or those named. A program, run by scripts/screenshots.mjs. */
import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { paths } from '../../src/paths.ts';
import { eniOf, rowLike } from './ask.ts';
import { chromiumFlags } from './flags.ts';
import { startProduct } from './product.ts';
import { type Language, texts } from './texts.ts';

const folder = 'docs/images';
/** Names of pictures that are wanted; all of them where none is named. */
const wanted = process.argv.slice(2);
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;

interface Picture {
  readonly name: string;
  readonly path: string | ((page: Page) => Promise<string>);
  /** What must stand there: a table, unless it says otherwise. */
  readonly shows?: string;
  readonly prepare?: (page: Page, language: Language) => Promise<void>;
}

const scope = { region: 'ap-guangzhou' } as const;

const openFirst = async (page: Page): Promise<void> => {
  await page.getByRole('main').getByRole('table').getByRole('link', { name: 'production', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'production' }).waitFor();
};

const pictures: readonly Picture[] = [
  { name: 'overview', path: '/' },
  { name: 'vpcs', path: '/vpcs?region=ap-guangzhou' },
  { name: 'vpc', path: '/vpcs?region=ap-guangzhou', prepare: openFirst },
  { name: 'subnets', path: '/subnets?region=ap-guangzhou&sort=CidrBlock' },
  {
    name: 'subnet-form',
    path: '/vpcs?region=ap-guangzhou',
    prepare: async (page, language) => {
      const id = await page.getByRole('main').getByRole('link', { name: 'staging', exact: true }).getAttribute('href');
      await page.goto(`/subnets/new?region=ap-guangzhou&VpcId=${id?.match(/vpc-\w+/)?.[0]}`);
      await page.getByRole('dialog').getByRole('button', { name: texts[language].ui.cancel, exact: true }).waitFor();
    },
  },
  {
    name: 'blocked',
    path: '/vpcs?region=ap-guangzhou',
    prepare: async (page, language) => {
      const label = texts[language].kit.actionsFor.replace('{name}', 'dmz');
      await page.getByRole('button', { name: label, exact: true }).click();
      await page.getByRole('menuitem', { name: texts[language].kit.delete, exact: true }).click();
      await page.getByRole('alertdialog').getByRole('link').first().waitFor();
    },
  },
  {
    name: 'rules',
    path: async (page) => {
      const { SecurityGroupId } = await rowLike(page, 'securityGroup', { SecurityGroupName: 'web' });
      return paths.detail('security-group', String(SecurityGroupId), scope, 'rules');
    },
    shows: 'tr[data-row]',
  },
  {
    name: 'routes',
    path: async (page) => {
      const { VpcId } = await rowLike(page, 'vpc', { VpcName: 'production' });
      const { RouteTableId } = await rowLike(page, 'routeTable', { VpcId, Main: true });
      return paths.detail('route-table', String(RouteTableId), scope);
    },
  },
  {
    name: 'reachability',
    path: async (page) => {
      const [from, to] = [await eniOf(page, 'production', 'web-a'), await eniOf(page, 'dmz', 'edge-a')];
      return paths.page('reachability', scope, { from, to, protocol: 'TCP', port: 443 });
    },
    shows: 'main [role=img]',
  },
  { name: 'topology', path: '/topology?region=ap-guangzhou', shows: 'svg [data-key], main article' },
  { name: 'peerings', path: '/peerings?region=ap-guangzhou&view=matrix' },
];

interface View {
  readonly size: keyof typeof sizes;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  /** Some of the pictures; all of them when left out. */
  readonly only?: readonly string[];
}

const few = ['vpcs', 'subnet-form'];

const looks: readonly View[] = [
  { size: 'wide', theme: 'light', language: 'en' },
  { size: 'wide', theme: 'dark', language: 'en', only: [...few, 'topology'] },
  { size: 'wide', theme: 'light', language: 'zh', only: few },
  { size: 'narrow', theme: 'light', language: 'en', only: few },
  { size: 'narrow', theme: 'dark', language: 'zh', only: ['overview', 'topology', 'reachability', ...few] },
];

async function take(browser: Browser, link: string, look: View): Promise<void> {
  const context = await browser.newContext({
    baseURL: new URL(link).origin,
    viewport: sizes[look.size],
    colorScheme: look.theme,
    locale: texts[look.language].locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    isMobile: look.size === 'narrow',
    hasTouch: look.size === 'narrow',
  });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('main').getByRole('table').first().waitFor();
  for (const { name, path, shows = 'main table', prepare } of pictures) {
    if ((look.only && !look.only.includes(name)) || (wanted.length > 0 && !wanted.includes(name))) continue;
    await page.goto(typeof path === 'string' ? path : await path(page));
    await page.locator(shows).first().waitFor();
    // Pages about the whole network count what they have read until they have all of it.
    await page.locator('main h1 ~ span [role=status]:not(:empty)').first().waitFor({ state: 'detached' });
    await page.locator('main .spin').first().waitFor({ state: 'detached' });
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await prepare?.(page, look.language);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await page.evaluate(() => document.fonts.ready);
    const file = `${folder}/${name}-${look.size}-${look.theme}-${look.language}.png`;
    await page.screenshot({ path: file, animations: 'disabled' });
    console.log(file);
  }
  await context.close();
}

mkdirSync(folder, { recursive: true });
const product = await startProduct();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '', args: [...chromiumFlags] });
try {
  for (const look of looks) await take(browser, product.signInLink, look);
} finally {
  await browser.close();
  await product.stop();
}
