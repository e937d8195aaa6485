/** A page of another site, opened in the browser of someone who is signed in, can neither read nor change anything. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

/** A page of another origin: a small server on a port of its own. */
interface ForeignSite {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves one page at every path. `name` is how it is addressed: `localhost` is another site than the product's 127.0.0.1,
 * so no cookie goes along; another port of 127.0.0.1 is the same site, and only the checks of the server stand.
 */
function foreignSite(html: string, name: 'localhost' | '127.0.0.1'): Promise<ForeignSite> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://${name}:${port}`,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}

const create = JSON.stringify({ region: 'ap-guangzhou', params: { VpcName: 'stolen', CidrBlock: '10.66.0.0/16' } });

type Name = Parameters<typeof foreignSite>[1];

/** Opens the hostile page beside the signed-in one. */
async function visit(page: Page, name: Name, html: string, work: (hostile: Page) => Promise<void>): Promise<void> {
  const site = await foreignSite(html, name);
  const hostile = await page.context().newPage();
  try {
    await hostile.goto(site.url);
    await work(hostile);
  } finally {
    await hostile.close();
    await site.close();
  }
}

/** What the demo account holds, read past the product: by the simulator's own count. */
const countVpcs = async (
  state: Promise<{ accounts: readonly { regions: Readonly<Record<string, Readonly<Record<string, number>>>> }[] }>,
) => (await state).accounts[0]?.regions['ap-guangzhou']?.vpc;

test.beforeEach(async ({ page, watched }) => {
  watched.allow(400, 401, 403, 405, 415, 421);
  // Here the pages are meant to ask another origin, and to be told no.
  watched.allowError(/asked another origin|content policy|CORS|blocked|net::ERR|Refused|violates|Content Security Policy|frame/i);
  await page.goto('/vpcs');
  await expect(page.getByRole('table')).toBeVisible();
});

for (const name of ['localhost', '127.0.0.1'] as const) {
  test.describe(`from another port of ${name}`, () => {
    test('a form that posts by itself is refused', async ({ page, product, sim }) => {
      const before = await countVpcs(sim.state());
      for (const [action, type] of [
        ['/api/call/vpc/CreateVpc', 'text/plain'],
        ['/api/session', 'application/x-www-form-urlencoded'],
      ] as const) {
        const html = `<form method="post" enctype="${type}" action="${product.url}${action}">
          <input name='${create.replaceAll("'", '')}' value=""></form><button onclick="document.forms[0].submit()">go</button>`;
        await visit(page, name, html, async (hostile) => {
          const [response] = await Promise.all([
            hostile.waitForResponse((answer) => answer.url().startsWith(product.url)),
            hostile.getByRole('button').click(),
          ]);
          expect(response.status()).toBeGreaterThanOrEqual(400);
        });
      }
      expect(await countVpcs(sim.state())).toBe(before);
    });

    test('its scripts can neither call nor read', async ({ page, product, sim }) => {
      const before = await countVpcs(sim.state());
      await visit(page, name, '<h1>hostile</h1>', async (hostile) => {
        const told = await hostile.evaluate(
          async ({ url, body }) => {
            const attempt = (path: string, init: RequestInit): Promise<string> =>
              fetch(`${url}${path}`, { credentials: 'include', ...init }).then(
                async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`,
                (error: Error) => `failed ${error.message}`,
              );
            const json = { 'content-type': 'application/json', 'x-weft': '1' };
            return {
              plainly: await attempt('/api/call/vpc/CreateVpc', { method: 'POST', headers: json, body }),
              without: await attempt('/api/call/vpc/CreateVpc', {
                method: 'POST',
                mode: 'no-cors',
                headers: { 'content-type': 'text/plain' },
                body,
              }),
              read: await attempt('/api/console', { headers: { 'x-weft': '1' } }),
              opaque: await attempt('/api/console', { mode: 'no-cors' }),
              signOut: await attempt('/api/session', { method: 'DELETE', headers: { 'x-weft': '1' } }),
            };
          },
          { url: product.url, body: create },
        );
        expect(told.plainly).toMatch(/^failed/);
        expect(told.read).toMatch(/^failed/);
        expect(told.signOut).toMatch(/^failed/);
        // Opaque answers hold nothing; `Cross-Origin-Resource-Policy` may turn them into failures.
        for (const opaque of [told.without, told.opaque]) expect(opaque).toMatch(/^(?:opaque 0 $|failed)/);
      });
      expect(await countVpcs(sim.state())).toBe(before);
      await page.reload();
      await expect(page.getByRole('table')).toBeVisible(); // Still signed in: it could not sign anyone out.
    });

    test('it can neither frame the console nor load its answers as pictures or scripts', async ({ page, product }) => {
      const html = `<iframe src="${product.url}/vpcs"></iframe>
        <img src="${product.url}/api/console" onload="document.title='read'" onerror="document.title+=' img'">
        <script src="${product.url}/api/console" onload="document.title='read'" onerror="document.title+=' script'"></script>`;
      await visit(page, name, html, async (hostile) => {
        await expect(hostile).toHaveTitle(/img/);
        await expect(hostile).toHaveTitle(/script/);
        await expect(hostile).not.toHaveTitle(/read/);
        await expect(hostile.frameLocator('iframe').getByRole('navigation')).toHaveCount(0);
      });
    });

    test('it cannot reach the simulated cloud either', async ({ page, product, sim }) => {
      const before = await countVpcs(sim.state());
      await visit(page, name, '<h1>hostile</h1>', async (hostile) => {
        await hostile.evaluate(
          (url) => fetch(`${url}/_sim/reset`, { method: 'POST', mode: 'no-cors', body: '{"seed":"empty"}' }).catch(() => undefined),
          product.simulator,
        );
      });
      expect(before).toBeGreaterThan(0);
      expect(await countVpcs(sim.state())).toBe(before);
    });
  });
}
