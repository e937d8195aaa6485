import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { offeredBy } from './define.ts';
import { speechOf } from './dialects.ts';
import { familyModules } from './index.ts';
import { languageNames } from './languages.ts';
import { realCloudPage } from './real-cloud.ts';
import { loadText } from './text/load.ts';

it('is told in a page that is fresh: npm run real-cloud', async () => {
  const page = readFileSync(fileURLToPath(new URL('../docs/real-cloud.md', import.meta.url)), 'utf8');
  expect(page).toBe(await realCloudPage());
});

it('says of every operation that today’s API lacks why, in every language', async () => {
  const told: string[] = [];
  const silent: string[] = [];
  for (const module of familyModules) {
    for (const language of languageNames) {
      const { actions } = await loadText(language, module.data.family);
      for (const [name = ''] of offeredBy(module.data)) {
        if (speechOf(module, 'today', name).kind !== 'lacks') continue;
        (actions[name]?.gone ? told : silent).push(`${language} ${name}`);
      }
    }
  }
  expect(silent).toEqual([]);
  expect(told.length).toBeGreaterThan(0);
});
