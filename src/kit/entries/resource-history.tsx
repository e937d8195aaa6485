/** The history of one resource: what was done to it through this console, and what named it. */
import type { HistoryEntry } from '../../api/history.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { EntryList } from './entry-list.tsx';
import { personOf } from './words.ts';

export function ResourceHistory({ id }: { readonly id: string }) {
  const t = useT();
  const formats = useFormats();
  const lastChanged = (entries: readonly HistoryEntry[]): string => {
    const last = entries.find(({ outcome, resources }) => outcome === 'done' && resources.some((one) => one.id === id && one.own));
    if (!last) return t('entries.neverChanged');
    return t('entries.lastChanged', { when: formats.dateTime(new Date(last.at)), who: personOf(t, last) });
  };
  return <EntryList filters={{ resource: id }} caption={t('entries.ofResource')} of={id} lead={lastChanged} />;
}
