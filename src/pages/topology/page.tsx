import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { usePlace } from '../../lib/place.ts';
import { Reading, Unread } from '../../network-model/reading.tsx';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import type { Scope } from './address.ts';
import { Browser } from './browser.tsx';
import { useLabels } from './labels.ts';
import { PathStrip } from './path-strip.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { Tools } from './tools.tsx';
import { useMapAddress } from './use-address.ts';
import { useTopology } from './use-topology.ts';

/** The network as a map of nested boxes, and the same as a tree. */
export function Topology() {
  const t = useT();
  const address = useMapAddress();
  const placed = useTopology(address);
  const labels = useLabels();
  const { network, topology, path } = placed;
  const { scope, path: asked } = address.state;
  return (
    <Page
      fill
      title={t('shell.topology')}
      beside={<Reading network={network} />}
      actions={
        <>
          <ScopeChoice scope={scope} placed={placed} labels={labels} onChoose={address.go} />
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
          onClose={() => address.go(scope.kind === 'accounts' ? { accounts: 'all' } : {})}
        />
      )}
      {topology.roots.length > 0 ? (
        <Browser placed={placed} address={address} labels={labels} />
      ) : network.complete ? (
        <Nothing scope={scope} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Nothing({ scope }: { readonly scope: Scope }) {
  const t = useT();
  const place = usePlace();
  const name = scope.kind === 'vpc' ? scope.vpc : scope.kind === 'near' ? scope.from : null;
  return name === null ? (
    <EmptyState
      title={t('topology.nothingTitle')}
      body={t('topology.nothingBody')}
      action={
        <Link to={paths.create('vpc', place)} className={buttonClass('primary')}>
          {t('topology.createVpc')}
        </Link>
      }
    />
  ) : (
    <EmptyState
      title={t('topology.goneTitle')}
      body={t('topology.goneBody', { name })}
      action={
        <Link to={paths.topology(place)} className={buttonClass('primary')}>
          {t('topology.leaveNear')}
        </Link>
      }
    />
  );
}
