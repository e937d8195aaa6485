import { Link, useLocation } from 'react-router';
import { type PairState, pairStateOf } from '../../../network/routes/peering-pairs.ts';
import type { PeeringFact } from '../../../network/routes/peerings.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { PeeringPicture } from '../../maps/peering-picture.tsx';
import { listsIn, useListWords } from '../../network-model/list-words.ts';
import { calledIn, scopeOf, Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { type Meaning, Notice } from '../../ui/status.tsx';

const meanings: Readonly<Record<PairState, Meaning>> = {
  ready: 'good',
  routes: 'warning',
  oneWay: 'warning',
  noRoutes: 'danger',
  unknown: 'neutral',
  requested: 'pending',
  possible: 'neutral',
  overlap: 'danger',
};

interface PairProps {
  readonly network: Network;
  readonly fact: PeeringFact;
}

/** One pair of VPCs: how they stand to each other, and the form that changes it. */
export function Pair({ network, fact }: PairProps) {
  const t = useT();
  const formats = useFormats();
  const listWords = useListWords();
  const lists = listsIn(fact.unsure);
  const state = pairStateOf(fact);
  return (
    <Card title={t('peering.pairTitle')}>
      <div className="flex flex-col gap-3">
        <Notice meaning={meanings[state]} title={t(`peering.pair.${state}`)}>
          {t(`peering.pairBody.${state}`)}
          {lists.length > 0 && <p>{t('reachability.reason.lists', { lists: formats.list(lists.map(listWords)) })}</p>}
        </Notice>
        <PeeringPicture network={network} fact={fact} stacked />
        {fact.overlaps.length > 0 && (
          <p className="flex flex-wrap gap-x-3">
            {fact.overlaps.map(({ a, b }) => (
              <Code key={`${a} ${b}`}>{a === b ? a : `${a} / ${b}`}</Code>
            ))}
          </p>
        )}
        {fact.rivals.length > 0 && (
          <Notice meaning="warning" title={t('peering.rivals')}>
            <span className="flex flex-wrap gap-x-3">
              {fact.rivals.map((id) => (
                <Thing key={id} network={network} id={id} />
              ))}
            </span>
          </Notice>
        )}
        {fact.peering !== null && (
          <p>
            {t('peering.by')} <Thing network={network} id={fact.peering} full />
          </p>
        )}
        {fact.state === 'possible' && <JoinLink network={network} a={fact.a} b={fact.b} />}
      </div>
    </Card>
  );
}

/** To the form that joins two VPCs, filled in. */
export function JoinLink({ network, a, b }: { readonly network: Network; readonly a: string; readonly b: string }) {
  const t = useT();
  const here = useScope();
  const back = useBack();
  const peer = network.model.vpcs.find(({ id }) => id === b);
  const to = paths.create('peering', scopeOf(network, a, here), {
    vpcId: a,
    peerVpcId: b,
    peerUin: peer?.account,
    peerRegion: peer?.region,
  });
  return (
    <Link to={to} state={{ back }} className={buttonClass('secondary', 'sm')}>
      {t('peering.join', { a: calledIn(network, a), b: calledIn(network, b) })}
    </Link>
  );
}

/** Where a form comes back to: the matrix, with the same pair chosen. */
function useBack(): string {
  const { pathname, search } = useLocation();
  return `${pathname}${search}`;
}
