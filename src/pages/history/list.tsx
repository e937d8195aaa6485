import { Download } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Family, families } from '../../../catalogue/define.ts';
import { toApiError } from '../../api/api-error.ts';
import { type HistoryEntry, type HistoryFilters, readWholeHistory } from '../../api/history.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { EntryList } from '../../kit/entries/entry-list.tsx';
import { nameOfEntry, outcomeNames, outcomeOf, outcomeWord, personOf } from '../../kit/entries/words.ts';
import { download } from '../../lib/download.ts';
import { toCsv, toJson } from '../../lib/export.ts';
import { useScope } from '../../lib/scope.ts';
import { useTyped } from '../../lib/use-typed.ts';
import { familiesInOrder } from '../../navigation.ts';
import { toast } from '../../stores/toasts.ts';
import { IconButton } from '../../ui/button.tsx';
import { type Option, Select } from '../../ui/choice.tsx';
import { SearchInput, TextInput } from '../../ui/input.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';

/** Their names in the URL: those of account and region are the scope's. */
const names = ['q', 'outcome', 'family', 'place', 'from', 'until'] as const;
type FilterName = (typeof names)[number];

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The start of a day of the reader's, or its last millisecond, in ms of the epoch. */
const dayOf = (text: string, end: boolean): number | undefined =>
  isDay(text) ? new Date(`${text}T${end ? '23:59:59.999' : '00:00:00'}`).getTime() : undefined;

function useFilters() {
  const [search, setSearch] = useSearchParams();
  const scope = useScope();
  const read = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Readonly<Record<FilterName, string>>;
  const put = (name: FilterName, value: string): void =>
    setSearch(
      () => {
        // The address itself: what this rendering knows of it may be older.
        const next = new URLSearchParams(window.location.search);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const { q, outcome, family, place, from, until } = read;
  const filters = useMemo((): HistoryFilters => {
    const all = {
      text: q.trim().slice(0, 200) || undefined,
      outcome: outcome || undefined,
      family: family || undefined,
      from: dayOf(from, false),
      to: dayOf(until, true),
      ...(place === 'here' ? { account: scope.account, region: scope.region } : {}),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }, [q, outcome, family, place, from, until, scope.account, scope.region]);
  return { read, put, filters };
}

/** Every entry, narrowed by what the URL says. */
export function HistoryList() {
  const t = useT();
  const { read, put, filters } = useFilters();
  const [text, type] = useTyped(read.q, (next) => put('q', next));
  return (
    <Page lead={t('history.lead')}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput label={t('history.search')} value={text} onChange={type} className="min-w-48 max-w-96 flex-1" />
        <Filters read={read} put={put} />
      </div>
      <EntryList filters={useDeferredValue(filters)} caption={t('page.history')} beside={<Export filters={filters} />} />
    </Page>
  );
}

interface FiltersProps {
  readonly read: Readonly<Record<FilterName, string>>;
  readonly put: (name: FilterName, value: string) => void;
}

/** Choices cannot be empty, and an absent filter is. */
const all = 'all';

function Filters({ read, put }: FiltersProps) {
  const t = useT();
  const choice = (name: FilterName, every: string, options: readonly Option[]) => ({
    value: read[name] || all,
    options: [{ value: all, label: every }, ...options],
    onChange: (value: string) => put(name, value === all ? '' : value),
  });
  const outcomes = outcomeNames.map((name) => ({ value: name, label: outcomeWord(t, name) }));
  const kinds = familiesInOrder.filter(isFamily).map((name) => ({ value: name, label: t(`family.${name}`) }));
  const places = [{ value: 'here', label: t('history.here') }];
  return (
    <>
      <Select aria-label={t('history.outcome')} className="max-w-40" {...choice('outcome', t('history.anyOutcome'), outcomes)} />
      <Select aria-label={t('history.family')} className="max-w-48" {...choice('family', t('history.anyFamily'), kinds)} />
      <Select aria-label={t('history.place')} className="max-w-56" {...choice('place', t('history.everywhere'), places)} />
      {(['from', 'until'] as const).map((name) => (
        <span key={name} className="flex items-center gap-2">
          <span aria-hidden="true" className="text-muted">
            {t(`history.${name}`)}
          </span>
          <TextInput
            type="date"
            aria-label={t(`history.${name}`)}
            className="max-w-36"
            value={read[name]}
            onChange={(value) => put(name, value)}
          />
        </span>
      ))}
    </>
  );
}

const isFamily = (name: string): name is Family => families.some((family) => family === name);

/** All that fits the filters, not only what is shown. */
function Export({ filters }: { readonly filters: HistoryFilters }) {
  const t = useT();
  const exportAs = async (kind: 'csv' | 'json'): Promise<void> => {
    try {
      const entries = await readWholeHistory(filters);
      if (kind === 'csv') download('history.csv', 'text/csv', toCsv(entries, csvColumns(t)));
      else download('history.json', 'application/json', toJson(entries));
    } catch (error) {
      const { code } = toApiError(error);
      toast({ meaning: 'danger', title: t('history.exportFailed'), detail: code });
    }
  };
  return (
    <Menu
      label={t('history.export')}
      items={[
        { key: 'csv', label: t('history.exportCsv'), onSelect: () => void exportAs('csv') },
        { key: 'json', label: t('history.exportJson'), onSelect: () => void exportAs('json') },
      ]}
      trigger={(trigger) => (
        <IconButton {...trigger} label={t('history.export')} icon={<Download aria-hidden="true" className="size-4" />} />
      )}
    />
  );
}

const csvColumns = (t: Translate) => [
  { header: t('history.csv.when'), value: ({ at }: HistoryEntry) => new Date(at).toISOString() },
  { header: t('history.csv.person'), value: (entry: HistoryEntry) => personOf(t, entry) },
  { header: t('history.csv.action'), value: (entry: HistoryEntry) => nameOfEntry(t, entry) },
  { header: t('history.csv.account'), value: ({ account }: HistoryEntry) => account ?? '' },
  { header: t('history.csv.region'), value: ({ region }: HistoryEntry) => region ?? '' },
  { header: t('history.csv.resources'), value: ({ resources }: HistoryEntry) => resources.map(({ id }) => id).join(' ') },
  { header: t('history.csv.outcome'), value: (entry: HistoryEntry) => outcomeOf(t, entry)?.words ?? '' },
  { header: t('history.csv.code'), value: ({ code }: HistoryEntry) => code ?? '' },
  { header: t('history.csv.requestId'), value: ({ requestId }: HistoryEntry) => requestId ?? '' },
  { header: t('history.csv.ms'), value: ({ ms }: HistoryEntry) => ms ?? '' },
  { header: t('history.csv.reason'), value: ({ reason }: HistoryEntry) => reason ?? '' },
  { header: t('history.csv.id'), value: ({ id }: HistoryEntry) => id },
];
