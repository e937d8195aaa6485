import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { realCloudPage } from './real-cloud.ts';

it('is told in a page that is fresh: npm run real-cloud', () => {
  const page = readFileSync(fileURLToPath(new URL('../docs/real-cloud.md', import.meta.url)), 'utf8');
  expect(page).toBe(realCloudPage());
});
