/** Prefetches the first page's data while its code is on its way. What fails here is asked for again, and shown, by the page. */
import type { QueryClient } from '@tanstack/react-query';
import { loadFamily } from '../../catalogue/lazy.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { listOptions, oneOptions } from '../api/query.ts';
import { noteConsole } from '../api/run.ts';
import { manifestOf } from '../families/manifests.ts';
import { currentLanguage } from '../i18n/index.ts';
import { operation } from '../lib/family.ts';
import type { ConsoleInfo } from '../lib/scope.ts';
import { readPath } from '../paths.ts';
import { usePreferences } from '../stores/preferences.ts';
import { consoleQuery, scopeIn } from './use-console.ts';

/** The console's facts, where the page brought them with it: to whoever is signed in it does. */
export function takeFacts(client: QueryClient): void {
  const facts = document.getElementById('facts')?.textContent;
  if (facts) {
    const info = JSON.parse(facts) as ConsoleInfo;
    noteConsole(info);
    client.setQueryData(consoleQuery.queryKey, info);
  }
}

export async function prefetchData(client: QueryClient, { pathname, search }: Pick<Location, 'pathname' | 'search'>): Promise<void> {
  const console = client.fetchQuery(consoleQuery);
  const { family, id } = readPath(pathname);
  if (family === undefined || !manifestOf(family)) return void (await console);
  loadText(currentLanguage(), family).catch(() => undefined);
  const [info, module] = await Promise.all([console, loadFamily(family)]);
  const { scope, unknown } = scopeIn(new URLSearchParams(search), usePreferences.getState().lastRegion, info);
  // Nobody signed in: the shell leads to the sign-in page.
  if (!info || !scope || unknown || !operation(module, 'list')) return;
  if (id === undefined) await client.prefetchQuery(listOptions(scope, module, {}));
  else await client.prefetchQuery(oneOptions(scope, module, id));
}
