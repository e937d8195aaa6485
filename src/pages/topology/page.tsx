import { Link } from 'react-router';
import { mostPairs } from '../../../network/maps/estate-overlaps.ts';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { AbsentRegions, Reading } from '../../network-model/reading.tsx';
import { mayHaveVpcs } from '../../network-model/unread-lists.ts';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { EstateMap } from './estate-map.tsx';
import { UnreadLanes } from './unread.tsx';
import { useEstate } from './use-estate.ts';
import { useEstateUrl } from './use-estate-url.ts';

/** The estate as a map: accounts and regions, their VPCs, and what joins them. */
export function Topology() {
  const t = useT();
  const scope = useScope();
  const { url, put } = useEstateUrl();
  const placed = useEstate(url);
  const { network, estate } = placed;
  const regions = new Set(estate.vpcs.map(({ region }) => region)).size;
  const accounts = new Set(estate.vpcs.map(({ account }) => account)).size;
  // Rows of a region that could not be listed are in none of the counts.
  const unlisted = network.refused.filter(({ kind }) => kind === 'vpcs').length;
  const pairs = estate.links.filter(({ kind }) => kind === 'overlap').length;
  return (
    <Page
      beside={
        <>
          {estate.vpcs.length > 0 && (
            <span className="text-muted">
              {t('topology.summary', { vpcs: estate.vpcs.length, regions, accounts })}
              {unlisted > 0 && ` · ${t('topology.vpcsUnknown', { n: unlisted })}`}
            </span>
          )}
          <Reading network={network} />
        </>
      }
    >
      <AbsentRegions network={network} />
      <UnreadLanes network={network} speech={placed.speech} />
      {pairs >= mostPairs && <p className="text-muted">{t('topology.pairsCut', { n: pairs })}</p>}
      {estate.vpcs.length > 0 ? (
        <EstateMap placed={placed} url={url} put={put} />
      ) : network.complete && mayHaveVpcs(network) ? null : network.complete ? (
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
        <Loading />
      )}
    </Page>
  );
}
