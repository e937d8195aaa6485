/** Texts by language and area, each file loaded when it is first needed. */
import { defaultLanguage } from '../../catalogue/languages.ts';
import { loadOnce } from '../../catalogue/load-once.ts';

export type Messages = Readonly<Record<string, string>>;

/** By path: `../families/flow-log/en.json` holds the English texts of the area `flowLog`. */
export type TextFiles = Readonly<Record<string, () => Promise<Messages>>>;

interface TextStore {
  /** Rejects where there is no such area, or its file cannot be had; it may be asked again then. */
  load(language: string, area: string): Promise<Messages>;
  /** What is loaded already. */
  peek(language: string, area: string): Messages | undefined;
  /** The areas that are loaded, in whatever language. */
  areas(): Set<string>;
}

/** The language of a file: its name. */
export const languageOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

/** The area of a file: its folder's name in camel case. */
export const areaOfText = (path: string): string =>
  (path.split('/').at(-2) ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `incomplete` says by language which areas lack texts: the English ones then come along. */
export function createTexts(files: TextFiles, incomplete: Readonly<Record<string, readonly string[]>>): TextStore {
  const loaders = new Map(Object.entries(files).map(([path, loader]) => [`${languageOf(path)}/${areaOfText(path)}`, loader]));
  const loaded = new Map<string, Messages>();

  const load = loadOnce(async (language: string, area: string): Promise<Messages> => {
    const loader = loaders.get(`${language}/${area}`);
    if (!loader && language === defaultLanguage) throw new Error(`No texts for "${area}"`);
    const isComplete = language === defaultLanguage || !incomplete[language]?.includes(area);
    const [own, english] = await Promise.all([loader?.(), isComplete ? undefined : load(defaultLanguage, area)]);
    const messages = { ...english, ...own };
    loaded.set(`${language}/${area}`, messages);
    return messages;
  });

  return {
    load,
    peek: (language, area) => loaded.get(`${language}/${area}`),
    areas: () => new Set([...loaded.keys()].map((key) => key.slice(key.indexOf('/') + 1))),
  };
}
