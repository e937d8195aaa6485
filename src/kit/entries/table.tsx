/** Entries of the history as a table: what was done, when, by whom, with what outcome. */
import { Link } from 'react-router';
import { type Family, families } from '../../../catalogue/define.ts';
import { listedFamilies } from '../../../catalogue/lazy.ts';
import type { HistoryEntry } from '../../api/history.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { cx } from '../../ui/cx.ts';
import { Status } from '../../ui/status.tsx';
import { nameOfEntry, outcomeOf, personOf } from './words.ts';

interface EntryTableProps {
  readonly entries: readonly HistoryEntry[];
  /** What the table is called. */
  readonly caption: string;
  /** The resource on whose page it stands: it is not named again. */
  readonly of?: string;
}

/** Resources that a row names. */
const mostNamed = 3;

export function EntryTable({ entries, caption, of }: EntryTableProps) {
  const t = useT();
  return (
    <div className="table-scroll">
      <table className="grid-table stack-narrow">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {(['when', 'what', 'about', 'outcome', 'who', 'where'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`entries.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} of={of} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EntryRow({ entry, of }: { readonly entry: HistoryEntry; readonly of: string | undefined }) {
  const t = useT();
  const formats = useFormats();
  const scope = useScope();
  const outcome = outcomeOf(t, entry);
  const named = entry.resources.filter(({ id }) => id !== of);
  return (
    <tr>
      <td>
        <time dateTime={new Date(entry.at).toISOString()}>{formats.dateTime(new Date(entry.at))}</time>
      </td>
      <th scope="row">
        <Link to={paths.entry(entry.id, scope)} className={cx(linkClass, entry.kind === 'write' && 'font-mono')}>
          {nameOfEntry(t, entry)}
        </Link>
      </th>
      <td>
        <span className="inline-flex flex-wrap gap-x-2">
          {named.slice(0, mostNamed).map(({ id, family }) => (
            <ResourceLink key={id} entry={entry} id={id} family={family} />
          ))}
          {named.length > mostNamed && <span className="text-muted">+{named.length - mostNamed}</span>}
        </span>
      </td>
      <td>{outcome && <Status meaning={outcome.meaning}>{outcome.words}</Status>}</td>
      <td className="max-w-60 truncate">{personOf(t, entry)}</td>
      <td>{[entry.account, entry.region].filter(Boolean).join(' · ')}</td>
    </tr>
  );
}

/** Leads to where the resource was when the entry was written, whatever account and region are shown now. */
export function ResourceLink({ entry, id, family }: { readonly entry: HistoryEntry; readonly id: string; readonly family: string | null }) {
  const known = families.find((one): one is Family => one === family);
  if (known === undefined || !listedFamilies.includes(known)) return <Code>{id}</Code>;
  const place = { account: entry.account ?? undefined, region: entry.region ?? undefined };
  return (
    <Link to={paths.detail(known, id, place)} className={cx(linkClass, 'font-mono')}>
      {id}
    </Link>
  );
}
