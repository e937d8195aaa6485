/** The families that can be called, and how each is brought: its words for the list, its actions for a call. */
import { withAdditions } from '../../../catalogue/additions.ts';
import { type Family, families } from '../../../catalogue/define.ts';
import { loaders, todayLoaders } from '../../../catalogue/families/loaders.ts';
import type { Language } from '../../../catalogue/languages.ts';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { loadOnce } from '../../../catalogue/load-once.ts';
import { withToday } from '../../../catalogue/module.ts';
import { tagAdditions } from '../../../catalogue/tags.ts';
import { loadText } from '../../../catalogue/text/load.ts';

/** A family's actions, those of today among them. */
export const loadActions = loadOnce(async (family: Family): Promise<FamilyModule> => {
  const [plain, today] = await Promise.all([loaders[family](), todayLoaders[family]?.()]);
  const module = today ? withToday(plain, today) : plain;
  return withAdditions(module, module.additions ?? {}, tagAdditions(module));
});

interface ListedAction {
  /** "vpc:CreateSubnet" */
  readonly name: string;
  readonly title: string;
}

interface ListedFamily {
  readonly family: Family;
  readonly title: string;
  readonly actions: readonly ListedAction[];
}

/** Every action by its name and title, from the words alone: what each takes and returns is not loaded for a list. */
export const loadList = loadOnce(
  (language: Language): Promise<readonly ListedFamily[]> =>
    Promise.all(
      families.map(async (family): Promise<ListedFamily> => {
        const text = await loadText(language, family);
        return { family, title: text.many, actions: Object.entries(text.actions).map(([name, { title }]) => ({ name, title })) };
      }),
    ),
);

/** The families with those of their actions whose name, title or family has every word of the text. */
export function matching(list: readonly ListedFamily[], text: string): readonly ListedFamily[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return list.flatMap((family) => {
    const actions = family.actions.filter(({ name, title }) => {
      const own = `${name} ${title} ${family.title} ${family.family}`.toLowerCase();
      return words.every((word) => own.includes(word));
    });
    return actions.length > 0 ? [{ ...family, actions }] : [];
  });
}
