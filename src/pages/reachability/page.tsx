import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PathQuery } from '../../../network/paths/path.ts';
import { useT } from '../../i18n/index.ts';
import { Reading, Unread } from '../../network-model/reading.tsx';
import type { SourceKind } from '../../network-model/sources.ts';
import { useNetwork } from '../../network-model/use-network.ts';
import { Page } from '../../ui/page.tsx';
import { Card, EmptyState } from '../../ui/parts.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { endOf } from './ends.ts';
import { Path } from './path.tsx';
import { Question } from './question.tsx';
import { Repairs } from './repairs.tsx';
import { askedIn, hasPorts, portOf } from './url-query.ts';
import { useAnswer } from './use-answer.ts';
import { Cases, VerdictBanner } from './verdict.tsx';

/** Everything that a path can hang on. */
const kinds: readonly SourceKind[] = [
  'subnets',
  'subnetAcls',
  'routeTables',
  'interfaces',
  'securityGroups',
  'networkAcls',
  'peerings',
  'natGateways',
  'vpnGateways',
  'vpnConnections',
  'directConnectGateways',
  'eips',
  'addressTemplates',
  'addressTemplateGroups',
  'serviceTemplates',
  'serviceTemplateGroups',
];

/** Whether one end reaches the other, there and back. */
export function Reachability() {
  const t = useT();
  const network = useNetwork(kinds);
  const [search, setSearch] = useSearchParams();
  const asked = useMemo(() => askedIn(search), [search]);
  const { model } = network;
  const query = useMemo((): PathQuery | null => {
    const [from, to, port] = [endOf(asked.from, model), endOf(asked.to, model), portOf(asked.port)];
    if (!from || !to || (hasPorts(asked.protocol) && port === null)) return null;
    return { from, to, protocol: asked.protocol, ...(hasPorts(asked.protocol) && port !== null ? { port } : {}) };
  }, [asked, model]);
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
  const wanted = Number(search.get('case') ?? -1);
  const own = cases.findIndex((one) => one.forward === answer?.forward && one.return === answer?.return);
  const at = cases[wanted] ? wanted : Math.max(0, own);
  const one = cases[at] ?? answer;
  return (
    <Page lead={t('reachability.lead')} actions={<Reading network={network} />}>
      <Card>
        <Question network={network} asked={asked} onChange={(change) => put({ ...change, case: '' })} />
      </Card>
      <Unread network={network} />
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
