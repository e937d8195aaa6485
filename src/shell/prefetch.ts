/** Prefetches the first page's data while its code is on its way. What fails here is asked for again, and shown, by the page. */
import type { QueryClient } from '@tanstack/react-query';
import { splitRef } from '../../catalogue/define.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { listOptions, oneOptions } from '../api/query.ts';
import { currentLanguage } from '../i18n/index.ts';
import { operation, refOf } from '../lib/family.ts';
import { type ConsoleInfo, noteConsole } from '../lib/scope.ts';
import { type EarlyRead, routeAt } from '../route-tree.ts';
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
  const { route, rest } = routeAt(pathname);
  await Promise.all([console, ...(route?.reads(rest) ?? []).map((read) => prefetchRead(client, console, read, search))]);
}

async function prefetchRead(client: QueryClient, console: Promise<ConsoleInfo | null>, { family, id }: EarlyRead, search: string) {
  loadText(currentLanguage(), splitRef(family).family).catch(() => undefined);
  const [info, plain] = await Promise.all([console, loadFamily(family)]);
  // Ids of every variant stand directly under the family.
  const module = id === undefined ? plain : await loadFamily(refOf(plain, id));
  const { scope, unknown } = scopeIn(new URLSearchParams(search), usePreferences.getState().lastRegion, info);
  // Nobody signed in: the shell leads to the sign-in page.
  if (!info || !scope || unknown || !operation(module, 'list')) return;
  if (id === undefined) await client.prefetchQuery(listOptions(scope, module, {}));
  else await client.prefetchQuery(oneOptions(scope, module, id));
}
