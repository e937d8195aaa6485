/** The families that can be called, and how each is brought: its words for the list, its actions for a call. */
import { withAdditions } from '../../../catalogue/additions.ts';
import { type Family, families } from '../../../catalogue/define.ts';
import { loaders, todayLoaders } from '../../../catalogue/families/loaders.ts';
import type { Language } from '../../../catalogue/languages.ts';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { loadOnce } from '../../../catalogue/load-once.ts';
import { withToday } from '../../../catalogue/module.ts';
import { isService, services } from '../../../catalogue/services.ts';
import { tagAdditions } from '../../../catalogue/tags.ts';
import { loadText } from '../../../catalogue/text/load.ts';

/** Actions of today that no family describes: their data comes with the explorer alone. */
export const loadUndescribed = loadOnce(() => import('../../../catalogue/undescribed.ts'));

/** A family's actions, those of today among them. */
export const loadActions = loadOnce(async (family: Family): Promise<FamilyModule> => {
  const [plain, today, { withFurther }] = await Promise.all([
    loaders[family](),
    todayLoaders[family]?.(),
    import('../../../catalogue/further.ts'),
  ]);
  const module = today ? withToday(plain, today) : plain;
  const spoken = withAdditions(module, module.additions ?? {}, tagAdditions(module));
  return {
    ...spoken,
    actions: Object.fromEntries(Object.entries(spoken.actions).map(([name, data]) => [name, withFurther(name, data)])),
  };
});

interface ListedAction {
  /** "vpc:CreateSubnet" */
  readonly name: string;
  readonly title: string;
}

interface ListedFamily {
  /** Null: actions that no family describes. */
  readonly family: Family | null;
  /** Empty: the page's own word for them. */
  readonly title: string;
  readonly actions: readonly ListedAction[];
}

/** Every action by its name and title, from the words alone: what each takes and returns is not loaded for a list. */
export const loadList = loadOnce(async (language: Language): Promise<readonly ListedFamily[]> => {
  const [{ undescribedNames }, ...listed] = await Promise.all([
    loadUndescribed(),
    ...families.map(async (family): Promise<ListedFamily> => {
      const text = await loadText(language, family);
      return { family, title: text.many, actions: Object.entries(text.actions).map(([name, { title }]) => ({ name, title })) };
    }),
  ]);
  const known = new Set(listed.flatMap(({ actions }) => actions.map(({ name }) => name)));
  // They have no words of ours: the API's own name says it in every language.
  const actions = undescribedNames.filter((name) => !known.has(name)).map((name) => ({ name, title: name.slice(name.indexOf(':') + 1) }));
  return [...listed, { family: null, title: '', actions }];
});

/** Where an action comes from: the documents, or the API of today, which has nearly all of the documents' 3.0 too. */
export type ActionSourceFilter = 'all' | 'documents' | 'today';

/** Name → the sources that have the action. What each action is, is loaded for this alone. */
export const loadSources = loadOnce(async (): Promise<ReadonlyMap<string, readonly ActionSourceFilter[]>> => {
  const [{ undescribedNames }, ...modules] = await Promise.all([loadUndescribed(), ...families.map(loadActions)]);
  return new Map([
    ...undescribedNames.map((name) => [name, ['today' as const]] as const),
    ...modules.flatMap(({ actions }) =>
      Object.entries(actions).map(([name, { source }]) => {
        const [service = ''] = name.split(':');
        const isDocumented = source !== 'today';
        const isOfToday = isService(service) && services[service].protocol === 'api3';
        return [name, [...(isDocumented ? ['documents' as const] : []), ...(isOfToday ? ['today' as const] : [])]] as const;
      }),
    ),
  ]);
});

/** The families with those of their actions that the source has. */
export const fromSource = (
  list: readonly ListedFamily[],
  sources: ReadonlyMap<string, readonly ActionSourceFilter[]> | null,
  source: ActionSourceFilter,
): readonly ListedFamily[] =>
  sources === null
    ? list
    : list.flatMap((family) => {
        const actions = family.actions.filter(({ name }) => sources.get(name)?.includes(source));
        return actions.length > 0 ? [{ ...family, actions }] : [];
      });

/** The families with those of their actions whose name, title or family has every word of the text. */
export function matchingFamilies(list: readonly ListedFamily[], text: string): readonly ListedFamily[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return list.flatMap((family) => {
    const actions = family.actions.filter(({ name, title }) => {
      const own = `${name} ${title} ${family.title} ${family.family ?? ''}`.toLowerCase();
      return words.every((word) => own.includes(word));
    });
    return actions.length > 0 ? [{ ...family, actions }] : [];
  });
}
