import { expect, test } from 'vitest';
import { languageNames } from '../../catalogue/languages.ts';
import { listedFamilies, loadFamily } from '../../catalogue/lazy.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { operation } from '../lib/family.ts';

/** Operations that menus offer under a name of their own: what came of them is a sentence, not their title. */
const verbs = [
  'accept',
  'acceptBetweenRegions',
  'reject',
  'rejectBetweenRegions',
  'enable',
  'enableBetweenRegions',
  'deleteBetweenRegions',
  'attach',
  'detach',
  'migrate',
  'assignAddresses',
  'unassignAddresses',
  'migrateAddress',
  'bindAddresses',
  'unbindAddresses',
  'disassociate',
  'renew',
  'resize',
  'reset',
];

test('what a verb has done is said as done, in every language, never by the name of its button', async () => {
  const missing: string[] = [];
  let seen = 0;
  for (const family of listedFamilies) {
    const module = await loadFamily(family);
    for (const language of languageNames) {
      const { actions } = await loadText(language, family);
      for (const verb of verbs) {
        const name = operation(module, verb)?.name;
        if (name === undefined) continue;
        seen += 1;
        const done = actions[name]?.done ?? '';
        const asDone = language === 'zh' ? done.startsWith('已') : !done.includes(actions[name]?.title ?? '');
        if (!done.includes('{what}') || !asDone) missing.push(`${language} ${name}`);
      }
    }
  }
  expect(missing).toEqual([]);
  expect(seen).toBeGreaterThanOrEqual(verbs.length * languageNames.length);
});
