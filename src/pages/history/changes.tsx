import type { Family, FamilyRef } from '../../../catalogue/define.ts';
import type { EntryDetails, Observation } from '../../api/history.ts';
import { useT } from '../../i18n/index.ts';
import { RawValue } from '../../kit/raw-value.tsx';
import { useFamily } from '../../kit/words.ts';
import { Card } from '../../ui/parts.tsx';
import { changedFields, observedFacts } from './details.ts';

type Row = Readonly<Record<string, unknown>>;

/** How the resource looked before and after, field by field. */
export function ChangedFields({ entry, family }: { readonly entry: EntryDetails; readonly family: Family | undefined }) {
  const t = useT();
  const [before, after] = [observedFacts(entry, 'before'), observedFacts(entry, 'after')];
  const title = after?.kind === 'read' && !before ? t('history.isThere') : t('history.changes');
  return (
    <Card title={title}>
      <Compared before={before} after={after} family={family} />
    </Card>
  );
}

interface ComparedProps {
  readonly before: Observation | null;
  readonly after: Observation | null;
  readonly family: Family | undefined;
}

function Compared({ before, after, family }: ComparedProps) {
  const t = useT();
  const unread = [before, after].find((one): one is Extract<Observation, { kind: 'not-read' }> => one?.kind === 'not-read');
  if (before?.kind !== 'read' && after?.kind !== 'read') {
    return <p className="text-muted">{unread ? t('history.notRead', { why: unread.why }) : t('history.notReadYet')}</p>;
  }
  const rows = pairsOf(before?.kind === 'read' ? before.rows : [], after?.kind === 'read' ? after.rows : []);
  const gone = before?.kind === 'read' && before.rows.length > 0 && after?.kind === 'read' && after.rows.length === 0;
  const differing = rows.filter(([one, other]) => changedFields(one, other).length > 0);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {gone && <p>{t('history.gone')}</p>}
      {unread && <p className="text-muted">{t('history.notRead', { why: unread.why })}</p>}
      {differing.length === 0 && <p className="text-muted">{t('history.same')}</p>}
      {differing.map(([one, other], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of an entry never change their places
        <FieldTable key={at} before={one} after={other} family={family} />
      ))}
    </div>
  );
}

/** Rows that are one resource: those that share an id. */
function pairsOf(before: readonly Row[], after: readonly Row[]): [Row, Row][] {
  const idOf = (row: Row): string => String(Object.entries(row).find(([name]) => /Id$/.test(name))?.[1] ?? '');
  const others = new Map(after.map((row) => [idOf(row), row]));
  const known = new Set(before.map(idOf));
  return [
    ...before.map((row): [Row, Row] => [row, others.get(idOf(row)) ?? {}]),
    ...after.filter((row) => !known.has(idOf(row))).map((row): [Row, Row] => [{}, row]),
  ];
}

interface FieldTableProps {
  readonly before: Row;
  readonly after: Row;
  readonly family: Family | undefined;
}

function FieldTable({ before, after, family }: FieldTableProps) {
  const t = useT();
  return (
    <div className="table-scroll">
      <table className="grid-table stack-narrow">
        <caption className="sr-only">{t('history.changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history.field')}</th>
            <th scope="col">{t('history.before')}</th>
            <th scope="col">{t('history.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changedFields(before, after).map(({ field, before: old, after: now }) => (
            <tr key={field}>
              <th scope="row">{family ? <FieldName family={family} field={field} /> : field}</th>
              <td className="max-w-96 whitespace-normal break-words">
                <RawValue value={old} />
              </td>
              <td className="max-w-96 whitespace-normal break-words">
                <RawValue value={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldName({ family, field }: { readonly family: Family; readonly field: string }) {
  const { label } = useFamily<FamilyRef>(family);
  return <span title={field}>{label(field)}</span>;
}
