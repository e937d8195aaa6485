/** Which drafts of rules were left in this browser: light, for it is looked at on every page. */
import { useSyncExternalStore } from 'react';
import { familyOfId } from '../../catalogue/ids.ts';
import { isRegion } from '../../catalogue/regions.ts';
import { paths } from '../paths.ts';

/** Where a draft is left, and whose rules it changes. */
export interface DraftMark {
  /** undefined: the default account. */
  readonly account: string | undefined;
  readonly region: string;
  readonly id: string;
  /** As it was called when the draft was left; the id where it had no name. */
  readonly name: string;
}

const start = 'weft.rules|draft|';

export const draftKey = (scope: { readonly account?: string | undefined; readonly region: string }, id: string): string =>
  [`${start}${scope.account ?? ''}`, scope.region, id].join('|');

function nameIn(text: string | null): string | null {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    return typeof found === 'object' && found !== null && 'name' in found && typeof found.name === 'string' ? found.name : null;
  } catch {
    return null; // Damaged: the editor says so when it is opened.
  }
}

/** Every draft in the storage, by region and name. Empty where storage is forbidden. */
function draftsIn(storage: Storage): readonly DraftMark[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) => key.startsWith(start));
  return keys
    .flatMap((key): DraftMark[] => {
      const [account = '', region = '', id = ''] = key.slice(start.length).split('|');
      return id === '' ? [] : [{ account: account || undefined, region, id, name: nameIn(storage.getItem(key)) || id }];
    })
    .sort((a, b) => a.region.localeCompare(b.region) || a.name.localeCompare(b.name));
}

/** To the editor where a draft was left; null where its id is of no family that has one. */
export function pathOfDraft({ account, region, id }: DraftMark): string | null {
  const family = familyOfId(id);
  return family && isRegion(region) ? paths.detail(family, id, { account, region }, 'rules') : null;
}

let known: readonly DraftMark[] | null = null;
const listeners = new Set<() => void>();

/** To be called after a draft was kept or thrown away in this tab; other tabs tell by themselves. */
export function draftsChanged(): void {
  known = null;
  for (const listener of listeners) listener();
}

function read(): readonly DraftMark[] {
  if (known === null) {
    try {
      known = draftsIn(localStorage);
    } catch {
      known = []; // Forbidden storage keeps no drafts.
    }
  }
  return known;
}

function subscribe(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === null || key.startsWith(start)) draftsChanged();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

/** The drafts that were left, of every account and region. */
export const useDrafts = (): readonly DraftMark[] => useSyncExternalStore(subscribe, read);
