import { loadMessages } from '../../i18n/index.ts';

/** A part of the pages with the texts about rules: asked for at once, so that no form that is open waits for words. */
export async function withRuleWords<T>(part: Promise<T>): Promise<T> {
  const [module] = await Promise.all([part, loadMessages('rules')]);
  return module;
}
