/** Accessibility as axe sees it. */
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

// The axe that @axe-core/playwright brings. That package itself opens a further page for each look, for frames that the console has not.
const axePackage = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const { source } = axePackage('axe-core') as { readonly source: string };

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

interface Axe {
  readonly run: (
    context: object,
    options: object,
  ) => Promise<{ readonly violations: readonly Violation[]; readonly passes: readonly object[] }>;
}

type Rules = { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };

const everything: Rules = { type: 'tag', values: tags };
/** What hangs on the colours of a theme, and nothing else does. */
const ofColours: Rules = { type: 'rule', values: ['color-contrast'] };

async function look(page: Page, part: string, rules: Rules, but: readonly string[] = []): Promise<{ passed: number; found: string[] }> {
  return page.evaluate(
    async ({ part, rules, but }) => {
      // A colour on its way from one theme to the other is neither.
      for (const animation of document.getAnimations()) if (animation.effect?.getTiming().iterations !== Infinity) animation.finish();
      // Rows and items of a list that are built of nothing but what an earlier one is built of: a colour or a size is found once.
      const again: Element[] = [];
      for (const list of document.querySelectorAll('tbody, ul, ol')) {
        const seen = new Set<string>();
        for (const item of list.children) {
          const parts = [item, ...item.querySelectorAll('*')].map((one) => `${one.tagName} ${one.getAttribute('class')} ${one.role}`);
          if (item.matches(':not(:focus-within)') && parts.every((each) => seen.has(each))) again.push(item);
          for (const each of parts) seen.add(each);
        }
      }
      for (const item of again) item.setAttribute('data-again', '');
      const { axe } = window as unknown as { readonly axe: Axe };
      const { violations, passes } = await axe.run(
        { include: [[part]], exclude: [['[data-again]']] },
        {
          runOnly: rules,
          // Experimental to axe, so no tag of ours brings it: who speaks to the page says what stands there.
          rules: {
            'label-content-name-mismatch': { enabled: rules.type === 'tag' },
            ...Object.fromEntries(but.map((id) => [id, { enabled: false }])),
          },
          resultTypes: ['violations'],
          iframes: false,
          performanceTimer: false,
        },
      );
      for (const item of again) item.removeAttribute('data-again');
      return {
        passed: passes.length,
        found: violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html.slice(0, 160)).join('\n    ')}`),
      };
    },
    { part, rules, but },
  );
}

/**
 * Nothing is found, by any rule, in the theme that is shown; nor by the rule of contrast in the other theme. `part` is looked
 * at alone: what is under an open dialog was looked at before. `colours` false: both themes were held to their contrast
 * already, in the other language. A finding does not end the test: the other views are looked at too.
 */
export async function clean(page: Page, where: string, part = 'html', colours = true): Promise<void> {
  // Into the page past its content policy, once a document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { found, passed } = await look(page, part, everything, colours ? [] : ofColours.values);
  expect(passed, `rules that axe had something to try on: ${where}`).toBeGreaterThan(5);
  expect.soft(found, where).toEqual([]);
  if (!colours) return;
  const shown = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  const other = shown === 'dark' ? 'light' : 'dark';
  await page.emulateMedia({ colorScheme: other });
  expect.soft((await look(page, part, ofColours)).found, `${where}, ${other}`).toEqual([]);
  await page.emulateMedia({ colorScheme: shown });
}
