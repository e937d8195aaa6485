import { ArrowLeftRight } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import { Link } from 'react-router';
import { regionName } from '../../../catalogue/regions.ts';
import { useLanguage, useT, withTexts } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { part } from '../../lib/part.tsx';
import { ScopeContext, useConsole } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card, KeyValue } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';
import { type CarryState, PeeringState } from './carried-state.tsx';
import { type TrafficFacts, useCarried } from './carries.tsx';
import { Expiry } from './columns.tsx';
import { states } from './expiry.ts';
import { PicturePlace } from './picture-place.tsx';
import { SideLink } from './side-link.tsx';
import { accountKey, type Peering, type Side, type Sides, useSides } from './sides.ts';

// The picture brings the maps: it is loaded after the properties.
const PeeringCard = part(async () => (await withTexts(import('./picture.tsx'), 'maps')).PeeringCard);

export const usePeeringDetail: UseDetail<'peering'> = ({ row, standard }) => {
  const t = useT();
  const sides = useSides(useMemo(() => (row ? [row] : []), [row]));
  const carried = useCarried();
  const picture = row && (
    <Suspense fallback={<PicturePlace />}>
      <PeeringCard row={row} network={carried.network} />
    </Suspense>
  );
  return exactly({
    primary: row?.state === states.asked ? 'accept' : row?.state === states.expired ? 'enable' : 'edit',
    marks: row && (
      <>
        <PeeringState row={row} carried={carried} />
        <OnMap side={sides.from(row).scope ? sides.from(row) : sides.to(row)} peering={row.peeringConnectionId} />
      </>
    ),
    tabs: [
      standard.properties((peering) =>
        exactly({
          above: (
            <>
              <StateNotice row={peering} sides={sides} />
              <CarriedNotice row={peering} carried={carried} />
              {picture}
              <Ends row={peering} sides={sides} />
            </>
          ),
          // The ends stand above. Two VPCs is what any peering joins.
          without: [
            ...(['unVpcId', 'unPeerVpcId', 'uin', 'peerUin', 'sourceRegion', 'destinationRegion'] as const),
            ...(peering.type === 1 ? (['type'] as const) : []),
          ],
          draw: peering.bandwidth === 0 ? { bandwidth: <span className="text-muted">{t('peering.noLimit')}</span> } : {},
          more: [
            { key: 'reach', label: t('peering.reach'), value: t(`peering.reach.${sides.reach(peering)}`) },
            ...(peering.state === states.asked || peering.state === states.expired
              ? [{ key: 'expiry', label: t('peering.answerBy'), value: <Expiry row={peering} /> }]
              : []),
          ],
        }),
      ),
      { path: 'routes', label: t('peering.routes'), content: picture },
    ],
  });
};

/** The peering on the map of the VPC that asked for it; of the other, where only that stands in an account of this console. */
function OnMap({ side, peering }: { readonly side: Side; readonly peering: string }) {
  return (
    side.scope && (
      <ScopeContext value={side.scope}>
        <MapLink vpc={side.vpcId} at={`hop:PEERCONNECTION:${peering}`} />
      </ScopeContext>
    )
  );
}

/** What the state asks for, and of whom. */
function StateNotice({ row, sides }: { readonly row: Peering; readonly sides: Sides }) {
  const t = useT();
  const info = useConsole();
  const receiver = sides.to(row);
  if (row.state === states.expired) return <Notice meaning="warning" title={t('peering.expiredBody')} />;
  if (row.state === states.rejected) return <Notice meaning="danger" title={t('peering.rejectedBody')} />;
  if (row.state === states.gone) return <Notice meaning="danger" title={t('peering.goneBody')} />;
  if (row.state !== states.asked) return null;
  if (receiver.mine) return <Notice meaning="pending" title={t('peering.waitsForMe')} />;
  const { account, scope } = receiver;
  return (
    <Notice
      meaning="pending"
      title={t('peering.waitsFor', { account: account?.name ?? `UIN ${row.peerUin}` })}
      actions={
        info &&
        account &&
        scope && (
          <Link
            className={buttonClass('secondary', 'sm')}
            to={paths.detail('peering', row.peeringConnectionId, { account: accountKey(info, account), region: scope.region })}
          >
            {t('peering.openThere')}
          </Link>
        )
      }
    />
  );
}

const lacking: readonly (CarryState | null)[] = ['part', 'one-way', 'nothing'];

/** A connected peering that does not carry what it should: how many routes there are. The picture below has what adds more. */
function CarriedNotice({ row, carried }: { readonly row: Peering; readonly carried: TrafficFacts }) {
  const t = useT();
  const found = carried.of(row);
  const fact = carried.fact(row);
  if (!fact || !lacking.includes(found)) return null;
  const ends = fact.a === row.unVpcId ? { here: fact.routes.a, there: fact.routes.b } : { here: fact.routes.b, there: fact.routes.a };
  return (
    <Notice meaning={found === 'nothing' ? 'danger' : 'warning'} title={t(`peering.carries.${found as 'part' | 'one-way' | 'nothing'}`)}>
      {t('peering.carriesNotice', ends)}
    </Notice>
  );
}

/** Both VPCs beside each other. */
function Ends({ row, sides }: { readonly row: Peering; readonly sides: Sides }) {
  const t = useT();
  return (
    <div className="grid items-stretch gap-4 lg:grid-cols-[1fr_auto_1fr]">
      <End title={t('peering.initiator')} side={sides.from(row)} />
      <ArrowLeftRight aria-hidden="true" className="hidden size-5 self-center text-muted lg:block" />
      <End title={t('peering.receiver')} side={sides.to(row)} />
    </div>
  );
}

function End({ title, side }: { readonly title: string; readonly side: Side }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Card title={title}>
      <KeyValue
        columns={1}
        items={[
          {
            key: 'vpc',
            label: t('peering.vpc'),
            value: (
              <>
                <SideLink side={side} bare />
                {side.vpc?.VpcName && (
                  <Code muted copy>
                    {side.vpcId}
                  </Code>
                )}
              </>
            ),
          },
          { key: 'range', label: t('peering.range'), value: side.vpc && <Code copy>{side.vpc.CidrBlock}</Code> },
          { key: 'region', label: t('peering.region'), value: side.region && regionName(side.region, language) },
          {
            key: 'account',
            label: t('peering.account'),
            value: (
              <>
                {side.account && <bdi>{side.account.name}</bdi>}
                <Code muted copy>
                  {side.uin}
                </Code>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
