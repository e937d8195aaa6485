import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { caseIn, pathKinds, pathQueryOf } from '../../network-model/paths/asked.ts';
import { askedIn } from '../../network-model/paths/question.ts';
import { useAnswer } from '../../network-model/paths/use-answer.ts';
import { Reading, Unread } from '../../network-model/reading.tsx';
import { useNetwork } from '../../network-model/use-network.ts';
import { Page } from '../../ui/page.tsx';
import { Card, EmptyState } from '../../ui/parts.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { Path } from './path.tsx';
import { Question } from './question.tsx';
import { Repairs } from './repairs.tsx';
import { Cases, VerdictBanner } from './verdict.tsx';

/** Whether one end reaches the other, there and back. */
export function Reachability() {
  const t = useT();
  const network = useNetwork(pathKinds);
  const [search, setSearch] = useSearchParams();
  const asked = useMemo(() => askedIn(search), [search]);
  const { model } = network;
  const query = useMemo(() => pathQueryOf(asked, model), [asked, model]);
  const { answer, model: whole, waiting, failed } = useAnswer(network, query);
  const put = (change: Readonly<Record<string, string>>): void =>
    setSearch(
      () => {
        // The address itself: what this rendering knows of it may be older.
        const next = new URLSearchParams(window.location.search);
        for (const [name, value] of Object.entries(change)) {
          // An emptied port is not the usual one again.
          if (value === '' && name !== 'port') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const cases = answer?.cases ?? [];
  const { at, one } = answer ? caseIn(answer, search) : { at: 0, one: null };
  return (
    <Page lead={t('reachability.lead')} actions={<Reading network={network} />}>
      <Card>
        <Question network={network} asked={asked} onChange={(change) => put({ ...change, case: '' })} />
      </Card>
      <Unread network={{ ...network, model: whole, complete: network.complete && !waiting }} />
      {failed !== null && <Notice meaning="danger" title={t('reachability.failed', { message: failed })} />}
      {answer && one && (
        <>
          <VerdictBanner network={network} model={whole} answer={answer} />
          <Cases network={network} cases={cases} chosen={at} onChoose={(next) => put({ case: String(next) })} />
          <Repairs network={network} model={whole} repairs={one.repairs} unsure={one.repairsUnsure} />
          {one.forward.length > 0 && <Path key={JSON.stringify([asked, at])} network={network} model={whole} one={one} asked={asked} />}
        </>
      )}
      {!answer && query && failed === null && (
        <p className="flex items-center gap-2 px-4 text-muted">
          <Spinner />
          {waiting ? t('reachability.rules') : t('reachability.reading', network.progress)}
        </p>
      )}
      {!query && <EmptyState title={t('reachability.startTitle')} body={t('reachability.startBody')} />}
    </Page>
  );
}
