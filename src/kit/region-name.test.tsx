// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Language, showLanguage, startLanguage } from '../i18n/index.ts';
import { RegionName } from './region-name.tsx';

vi.mock('../../catalogue/text/region-names.ts', () => ({
  namesOfRegions: {
    'ap-guangzhou': { en: 'Guangzhou', zh: '广州', pl: 'Kanton' },
    'eu-frankfurt': { en: 'Frankfurt', zh: '法兰克福', pl: 'Frankfurt' },
    'xx-same': { en: 'Same', zh: 'Same', pl: 'Same' },
  },
}));
vi.mock('../../catalogue/text/languages.ts', () => ({
  languages: {
    en: { name: 'English', tag: 'en' },
    zh: { name: '简体中文', tag: 'zh-CN' },
    pl: { name: 'Polski', tag: 'pl' },
  },
}));

beforeAll(() => startLanguage());
afterEach(cleanup);

describe('the name of a region', () => {
  it.each([
    ['en', 'ap-guangzhou', 'Guangzhou <span lang="zh-CN">广州</span>'],
    ['zh', 'ap-guangzhou', '广州 <span lang="en">Guangzhou</span>'],
    ['pl', 'ap-guangzhou', 'Kanton <span lang="en">Guangzhou</span>'],
    ['pl', 'eu-frankfurt', 'Frankfurt <span lang="zh-CN">法兰克福</span>'],
    ['pl', 'xx-same', 'Same'],
    ['pl', 'ap-nowhere', 'ap-nowhere'],
  ])('in %s of %s is the language’s own, another beside it where that differs', async (language, id, shown) => {
    await showLanguage(language as Language);
    const { container } = render(<RegionName id={id} />);
    expect(container.innerHTML).toBe(shown);
  });
});
