import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { usePlace } from '../../lib/place.ts';
import { Reading, Unread } from '../../network-model/reading.tsx';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Browser } from './browser.tsx';
import { useLabels } from './labels.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { Tools } from './tools.tsx';
import { type Scope, scopeIn, useOpenness, useTopology } from './use-topology.ts';

/** The network as a map of nested boxes, and the same as a tree. */
export function Topology() {
  const t = useT();
  const [params] = useSearchParams();
  const scope = useMemo(() => scopeIn(params), [params]);
  const openness = useOpenness();
  const placed = useTopology(scope, openness);
  const labels = useLabels();
  const { network, topology } = placed;
  return (
    <Page
      fill
      title={t('shell.topology')}
      beside={<Reading network={network} />}
      actions={
        <>
          <ScopeChoice scope={scope} placed={placed} labels={labels} />
          <Tools placed={placed} openness={openness} labels={labels} />
        </>
      }
    >
      <Unread network={network} />
      {topology.roots.length > 0 ? (
        <Browser placed={placed} openness={openness} labels={labels} scope={JSON.stringify(scope)} />
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
