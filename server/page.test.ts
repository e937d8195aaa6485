import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPage } from './page.ts';

function console(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-page-'));
  writeFileSync(join(folder, 'index.html'), '<head><script src="/assets/main.js"></script></head><body></body>');
  const files = { '': { en: ['/assets/main.js', '/assets/overview.js'] }, vpcs: { en: ['/assets/vpc.js'], zh: ['/assets/vpc-zh.js'] } };
  writeFileSync(join(folder, '.first-files.json'), JSON.stringify(files));
  return folder;
}

const ask = { path: '/vpcs/vpc-1?x', acceptLanguage: 'en', facts: null };

it('names the files that the address needs first, in the language of who asks', () => {
  const page = createPage(console());
  expect(page?.render(ask)).toContain('<link rel="modulepreload" crossorigin href="/assets/vpc.js"></head>');
  expect(page?.render({ ...ask, acceptLanguage: 'zh-CN,zh;q=0.9,en;q=0.8' })).toContain('/assets/vpc-zh.js');
  expect(page?.render({ ...ask, acceptLanguage: 'de,en;q=0.5' })).toContain('/assets/vpc.js');
});

it('names no file twice, and none for an address that it does not know', () => {
  const page = createPage(console());
  expect(page?.render({ ...ask, path: '/' })?.match(/main\.js/g)).toHaveLength(1);
  expect(page?.render({ ...ask, path: '/constructor' })).not.toContain('modulepreload');
});

it('tells the facts to those who may have them, and nothing in them can end the block', () => {
  const page = createPage(console());
  expect(page?.render(ask)).not.toContain('id="facts"');
  const html = page?.render({ ...ask, facts: JSON.stringify({ name: '</script><script>alert(1)</script>' }) }) ?? '';
  expect(html.match(/<script/g)).toHaveLength(2);
  const block = /id="facts">(.*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(block)).toEqual({ name: '</script><script>alert(1)</script>' });
});

it('is not there where the console has not been built', () => {
  expect(createPage(join(tmpdir(), 'weft-no-such-folder'))).toBeNull();
});

it('knows which paths are pages at all, however they end', () => {
  const folder = console();
  expect(createPage(folder)?.has('/anything')).toBe(true);
  writeFileSync(join(folder, '.pages.json'), JSON.stringify({ '': 0, vpcs: 5, topology: 1 }));
  const page = createPage(folder);
  const has = (path: string): boolean => page?.has(path) ?? false;
  expect(['/', '/vpcs', '/vpcs/', '/vpcs/vpc-1/subnets', '/topology', '/topology/'].map(has)).toEqual(Array(6).fill(true));
  expect(['/metrics', '/healthz/', '/readyz', '/VPCS', '/topology/x', '/constructor', '/vpcs/1/2/3/4/5/6'].map(has)).toEqual(
    Array(7).fill(false),
  );
});
