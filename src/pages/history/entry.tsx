import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Family, type FamilyRef, families } from '../../../catalogue/define.ts';
import { toApiError } from '../../api/api-error.ts';
import { type EntryDetails, entryOptions } from '../../api/history.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { CallButton } from '../../kit/call-button.tsx';
import { ResourceLink } from '../../kit/entries/table.tsx';
import { nameOfEntry, outcomeOf, personOf } from '../../kit/entries/words.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useFamily } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Page } from '../../ui/page.tsx';
import { Card, EmptyState, KeyValue } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Status } from '../../ui/status.tsx';
import { ChangedFields } from './changes.tsx';
import { bodyOf, sentParams, textIn } from './details.ts';
import { Undo } from './undo.tsx';

/** One entry with all that is known of it. */
export function EntryPage({ id }: { readonly id: string }) {
  const t = useT();
  const scope = useScope();
  const { data, error, refetch, isPending } = useQuery(entryOptions(id));
  const back = (
    <Link to={paths.page('history', scope)} className={linkClass}>
      {t('history.back')}
    </Link>
  );
  if (isPending) return <Loading />;
  if (error && data === undefined)
    return (
      <Page>
        <ErrorPlace error={toApiError(error)} title={t('entries.failed')} onRetry={() => void refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title={t('history.noEntry')}>
        <EmptyState title={<Code>{id}</Code>} body={t('history.noEntryBody')} action={back} />
      </Page>
    );
  const family = families.find((one): one is Family => one === data.family);
  const title = nameOfEntry(t, data);
  return (
    <Page
      title={title}
      lead={back}
      actions={
        data.kind === 'write' &&
        family !== undefined && (
          <>
            <Undo entry={data} family={family} />
            <ShowCall entry={data} family={family} />
          </>
        )
      }
    >
      <Facts entry={data} />
      {data.kind === 'write' && <Parameters entry={data} />}
      {data.kind === 'write' && <ChangedFields entry={data} family={family} />}
    </Page>
  );
}

function Facts({ entry }: { readonly entry: EntryDetails }) {
  const t = useT();
  const formats = useFormats();
  const outcome = outcomeOf(t, entry);
  const ended = bodyOf(entry, 'late') ?? bodyOf(entry, 'outcome');
  const message = textIn(ended, 'message');
  const attempts = Number(ended?.attempts ?? 0);
  const at = new Date(entry.at);
  return (
    <Card>
      <KeyValue
        items={[
          {
            key: 'when',
            label: t('entries.when'),
            value: <time dateTime={at.toISOString()}>{`${formats.dateTime(at)} (${at.toISOString()})`}</time>,
          },
          { key: 'who', label: t('entries.who'), value: personOf(t, entry) },
          { key: 'outcome', label: t('entries.outcome'), value: outcome && <Status meaning={outcome.meaning}>{outcome.words}</Status> },
          { key: 'where', label: t('entries.where'), value: [entry.account, entry.region].filter(Boolean).join(' · ') },
          {
            key: 'about',
            label: t('entries.about'),
            value: entry.resources.length > 0 && (
              <span className="inline-flex flex-wrap gap-x-2">
                {entry.resources.map(({ id, family }) => (
                  <ResourceLink key={id} entry={entry} id={id} family={family} />
                ))}
              </span>
            ),
          },
          { key: 'requestId', label: t('entries.requestId'), value: entry.requestId && <Code copy>{entry.requestId}</Code> },
          { key: 'code', label: t('history.code'), value: entry.code && entry.code !== 'ok' && <Code>{entry.code}</Code> },
          { key: 'ms', label: t('entries.duration'), value: entry.ms !== null && t('history.milliseconds', { ms: entry.ms }) },
          { key: 'attempts', label: t('history.attempts'), value: attempts > 0 && String(attempts) },
          { key: 'reason', label: t('entries.reason'), value: entry.reason },
          { key: 'message', label: t('history.message'), value: message },
          { key: 'entry', label: t('history.entry'), value: <Code copy>{entry.id}</Code> },
        ].map((item) => ({ ...item, value: item.value === false ? null : item.value }))}
      />
    </Card>
  );
}

function Parameters({ entry }: { readonly entry: EntryDetails }) {
  const t = useT();
  return (
    <Card title={t('history.params')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={t('history.params')} tabIndex={0} className="overflow-x-auto rounded border border-line bg-canvas p-3">
        <pre className="text-xs leading-5">{JSON.stringify(sentParams(entry), null, 2)}</pre>
      </section>
      <p className="pt-2 text-muted text-xs">{t('history.masked')}</p>
    </Card>
  );
}

/** The call as it was sent, where the catalogue describes it. */
function ShowCall({ entry, family }: { readonly entry: EntryDetails; readonly family: Family }) {
  const { module } = useFamily<FamilyRef>(family);
  const name = `${entry.service}:${entry.action}`;
  const action = module.actions[name];
  return action ? <CallButton name={name} action={action} params={sentParams(entry)} requestId={entry.requestId} /> : null;
}
