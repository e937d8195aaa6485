import { create } from 'zustand';
import { isLanguage, type Language } from '../../catalogue/languages.ts';

/** What a person chose, kept in this browser. Never a secret: anything a page can read, a hostile script could. */
export interface Preferences {
  readonly language: Language | null;
  readonly theme: 'system' | 'light' | 'dark';
  /** Account id → the region last looked at; '' is the default account. */
  readonly lastRegion: Readonly<Record<string, string>>;
  /** List name → the columns shown, in order. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** List name → rows a page. */
  readonly pageSizes: Readonly<Record<string, number>>;
  /** Whether the overview still shows the newcomer's first steps. */
  readonly firstSteps: boolean;
}

const storageKey = 'weft.preferences';

export const defaults: Preferences = { language: null, theme: 'system', lastRegion: {}, columns: {}, pageSizes: {}, firstSteps: true };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function recordOf<T>(value: unknown, ok: (item: unknown) => item is T): Record<string, T> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => ok(entry[1])));
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isCount = (value: unknown): value is number => Number.isInteger(value);

/** Preferences from stored text; whatever is missing, damaged or of an older shape falls back to its default. */
export function readPreferences(stored: string | null): Preferences {
  let found: unknown = null;
  try {
    found = JSON.parse(stored ?? 'null');
  } catch {
    // Damaged text counts as none.
  }
  if (!isRecord(found)) return defaults;
  return {
    language: isLanguage(found.language) ? found.language : null,
    theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : 'system',
    lastRegion: recordOf(found.lastRegion, isText),
    columns: recordOf(found.columns, isTexts),
    pageSizes: recordOf(found.pageSizes, isCount),
    firstSteps: found.firstSteps !== false,
  };
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null; // Storage may be forbidden: the console works without memory.
  }
}

export const usePreferences = create<Preferences>(() => readPreferences(stored()));

/** Changes and keeps some preferences. */
export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  try {
    localStorage.setItem(storageKey, JSON.stringify(usePreferences.getState()));
  } catch {
    // Full or forbidden storage: the choice holds until the page is closed.
  }
}

/** Remembers the region last looked at in an account. */
export const rememberRegion = (account: string | undefined, region: string): void =>
  prefer({ lastRegion: { ...usePreferences.getState().lastRegion, [account ?? '']: region } });

/** Remembers which columns a list shows. */
export const rememberColumns = (list: string, columns: readonly string[]): void =>
  prefer({ columns: { ...usePreferences.getState().columns, [list]: columns } });

/** Remembers how many rows a page of a list has. */
export const rememberPageSize = (list: string, size: number): void =>
  prefer({ pageSizes: { ...usePreferences.getState().pageSizes, [list]: size } });
