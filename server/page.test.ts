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
  expect(page?.(ask)).toContain('<link rel="modulepreload" crossorigin href="/assets/vpc.js"></head>');
  expect(page?.({ ...ask, acceptLanguage: 'zh-CN,zh;q=0.9,en;q=0.8' })).toContain('/assets/vpc-zh.js');
  expect(page?.({ ...ask, acceptLanguage: 'de,en;q=0.5' })).toContain('/assets/vpc.js');
});

it('names no file twice, and none for an address that it does not know', () => {
  const page = createPage(console());
  expect(page?.({ ...ask, path: '/' })?.match(/main\.js/g)).toHaveLength(1);
  expect(page?.({ ...ask, path: '/constructor' })).not.toContain('modulepreload');
});

it('tells the facts to those who may have them, and nothing in them can end the block', () => {
  const page = createPage(console());
  expect(page?.(ask)).not.toContain('id="facts"');
  const html = page?.({ ...ask, facts: JSON.stringify({ name: '</script><script>alert(1)</script>' }) }) ?? '';
  expect(html.match(/<script/g)).toHaveLength(2);
  const block = /id="facts">(.*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(block)).toEqual({ name: '</script><script>alert(1)</script>' });
});

it('is not there where the console has not been built', () => {
  expect(createPage(join(tmpdir(), 'weft-no-such-folder'))).toBeNull();
});
