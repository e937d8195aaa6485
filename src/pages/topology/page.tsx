import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { Reading, Unread } from '../../network-model/reading.tsx';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Browser } from './browser.tsx';
import { useLabels } from './labels.ts';
import { PathStrip } from './path-strip.tsx';
import { SubjectChoice } from './subject-choice.tsx';
import { Tools } from './tools.tsx';
import type { MapSubject } from './url-state.ts';
import { useTopology } from './use-topology.ts';
import { useUrlState } from './use-url-state.ts';

/** The network as a map of nested boxes, and the same as a tree. */
export function Topology() {
  const t = useT();
  const urlState = useUrlState();
  const placed = useTopology(urlState);
  const labels = useLabels();
  const { network, topology, path } = placed;
  const { subject, path: asked } = urlState.state;
  return (
    <Page
      fill
      title={t('page.topology')}
      beside={<Reading network={network} />}
      actions={
        <>
          <SubjectChoice subject={subject} placed={placed} labels={labels} onChoose={urlState.go} />
          <Tools placed={placed} labels={labels} />
        </>
      }
    >
      <Unread network={network} />
      {asked && path && (
        <PathStrip
          asked={asked}
          path={path}
          complete={network.complete}
          labels={labels}
          onClose={() => urlState.go(subject.kind === 'accounts' ? { accounts: 'all' } : {})}
        />
      )}
      {topology.roots.length > 0 ? (
        <Browser placed={placed} urlState={urlState} labels={labels} />
      ) : network.complete ? (
        <Nothing subject={subject} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Nothing({ subject }: { readonly subject: MapSubject }) {
  const t = useT();
  const scope = useScope();
  const name = subject.kind === 'vpc' ? subject.vpc : subject.kind === 'near' ? subject.from : null;
  return name === null ? (
    <EmptyState
      title={t('topology.nothingTitle')}
      body={t('topology.nothingBody')}
      action={
        <Link to={paths.create('vpc', scope)} className={buttonClass('primary')}>
          {t('topology.createVpc')}
        </Link>
      }
    />
  ) : (
    <EmptyState
      title={t('topology.goneTitle')}
      body={t('topology.goneBody', { name })}
      action={
        <Link to={paths.page('topology', scope)} className={buttonClass('primary')}>
          {t('topology.leaveNear')}
        </Link>
      }
    />
  );
}
