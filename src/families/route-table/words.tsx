/** Routes, and why they act or not, in words. */
import { createContext, type ReactNode, use } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import type { RouteRemark } from '../../../network/routes/route-health.ts';
import type { EffectiveRoute } from '../../../network/routes/routes.ts';
import { type MessageKey, useT } from '../../i18n/index.ts';
import { RefLink } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { type Scope, ScopeContext, useScope } from '../../lib/scope.ts';
import { listsIn, useListWords } from '../../network-model/list-words.ts';
import { Code } from '../../ui/copy.tsx';
import { Status } from '../../ui/status.tsx';

/** The families that next hops are members of, where they are of one. */
const familyOfHop: Readonly<Record<string, Family>> = {
  NAT: 'nat-gateway',
  VPN: 'vpn-gateway',
  DIRECTCONNECT: 'direct-connect-gateway',
  PEERCONNECTION: 'peering',
  USER_CCN: 'ccn',
  CCN: 'ccn',
};

/** The word for a type of next hop. */
export function useTypeWord(): (type: string) => string {
  const { text } = useFamily('route-table');
  return (type) => valueText(text, 'vpc:DescribeRouteTables', 'RouteTableSet.RouteSet.GatewayType', type);
}

type Gateway = Pick<EffectiveRoute, 'type' | 'gateway'>;

/** A next hop: what it is, and which, with a link where it has a page. */
export function Hop({ route: { type, gateway } }: { readonly route: Gateway }) {
  const t = useT();
  const word = useTypeWord();
  if (type === 'LOCAL') return <span>{t('routeTable.localHop')}</span>;
  const family = familyOfHop[type];
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1.5">
      <span className="text-muted">{word(type)}</span> {family ? <RefLink family={family} id={gateway} /> : <Code>{gateway}</Code>}
    </span>
  );
}

/** Which family an id in a reason is of: its next hop's, as the route's type tells. */
const named = (route: Gateway, id: string): ReactNode => {
  const family = familyOfHop[route.type];
  return family && id === route.gateway ? <RefLink family={family} id={id} /> : <Code>{id}</Code>;
};

/** Why a route is not active. */
function Why({ route }: { readonly route: EffectiveRoute }) {
  const t = useT();
  const word = useTypeWord();
  const listWords = useListWords();
  const { reason } = route;
  if (!reason) return null;
  switch (reason.code) {
    case 'inside-local':
    case 'switched-off':
      return t(`routeTable.reason.${reason.code}`);
    case 'next-hop-gone':
    case 'next-hop-in-no-vpc':
    case 'gateway-without-public-address':
    case 'public-addresses-stopped':
    case 'no-vpn-policy':
      return t.node(`routeTable.reason.${reason.code}`, { id: named(route, reason.id) });
    case 'tunnel-down':
      return t.node('routeTable.reason.tunnel-down', { id: <RefLink family="vpn-connection" id={reason.id} /> });
    case 'next-hop-in-other-vpc':
      return t.node('routeTable.reason.next-hop-in-other-vpc', {
        id: named(route, reason.id),
        vpc: <RefLink family="vpc" id={reason.vpc} />,
      });
    case 'next-hop-not-active':
      return t.node('routeTable.reason.next-hop-not-active', {
        id: named(route, reason.id),
        state: t(`routeTable.gateway.${reason.state}` satisfies MessageKey),
      });
    case 'not-in-peer-vpc':
      return t.node('routeTable.reason.not-in-peer-vpc', { peering: <RefLink family="peering" id={reason.peering} /> });
    case 'not-in-ccn':
    case 'no-ccn-route':
    case 'ccn-routes-not-known':
      return t.node(`routeTable.reason.${reason.code}`, { id: named(route, reason.id) });
    case 'not-known':
      return t('routeTable.reason.not-known', { list: listWords(reason) });
    case 'state-not-known':
      return t.node('routeTable.reason.state-not-known', { id: named(route, reason.id), told: reason.told });
    case 'tunnel-not-known':
      return t.node('routeTable.reason.tunnel-not-known', { id: <RefLink family="vpn-connection" id={reason.id} /> });
    case 'ipv6-next-hop':
    case 'ipv6-not-told':
    case 'route-not-read':
      return t(`routeTable.reason.${reason.code}`);
    case 'not-modelled':
      return t('routeTable.reason.not-modelled', { type: word(reason.type) });
    default:
      return t('routeTable.reason.other', { code: reason.code });
  }
}

/** Where things of other regions and accounts stand; what is not in it stands here. */
export const OtherScopes = createContext<ReadonlyMap<string, Scope>>(new Map());

/** A link to something that may stand elsewhere: it leads, and asks, there. */
function FarLink({ family, id }: { readonly family: Family; readonly id: string }) {
  const here = useScope();
  return (
    <ScopeContext value={use(OtherScopes).get(id) ?? here}>
      <RefLink family={family} id={id} />
    </ScopeContext>
  );
}

function Remark({ remark, route }: { readonly remark: RouteRemark; readonly route: EffectiveRoute }) {
  const t = useT();
  const listWords = useListWords();
  switch (remark.code) {
    case 'no-return-route':
      return t.node('routeTable.remark.no-return-route', {
        vpc: <FarLink family="vpc" id={remark.vpc} />,
        tables: (
          <span className="inline-flex flex-wrap gap-x-2">
            {remark.routeTables.map((id) => (
              <FarLink key={id} family="route-table" id={id} />
            ))}
          </span>
        ),
      });
    case 'return-not-known':
      return t.node('routeTable.remark.return-not-known', {
        vpc: <FarLink family="vpc" id={remark.vpc} />,
        list: listsIn([remark.reason]).map(listWords).join(' '),
      });
    case 'partly-in-peer-vpc':
    case 'peer-not-in-model':
      return t.node(`routeTable.remark.${remark.code}`, { vpc: <FarLink family="vpc" id={remark.vpc} /> });
    case 'partly-in-ccn':
      return t.node('routeTable.remark.partly-in-ccn', { id: <RefLink family="ccn" id={remark.id} /> });
    case 'private-through-nat':
      return t.node('routeTable.remark.private-through-nat', { destination: <Code>{route.destination}</Code> });
    default:
      return t('routeTable.remark.same-destination');
  }
}

/** Whether packets take a route: an unused one is never matched, a dead one loses what it matches. */
export function RouteState({ route }: { readonly route: EffectiveRoute }) {
  const t = useT();
  if (route.reason?.code === 'switched-off') return <Status meaning="neutral">{t('routeTable.off')}</Status>;
  if (route.reason?.code === 'inside-local') return <Status meaning="neutral">{t('routeTable.unused')}</Status>;
  if (route.status === 'dead') return <Status meaning="danger">{t('routeTable.dead')}</Status>;
  if (route.status === 'unknown') return <Status meaning="warning">{t('routeTable.unknown')}</Status>;
  return <Status meaning={route.remarks.length > 0 ? 'warning' : 'good'}>{t('routeTable.active')}</Status>;
}

/** What is to be said of a route besides its state; nothing of one that simply works. */
export function RouteWords({ route }: { readonly route: EffectiveRoute }) {
  if (!route.reason && route.remarks.length === 0) return null;
  return (
    <span className="flex flex-col text-muted">
      {route.reason && (
        <span>
          <Why route={route} />
        </span>
      )}
      {route.remarks.map((remark) => (
        <span key={remark.code}>
          <Remark remark={remark} route={route} />
        </span>
      ))}
    </span>
  );
}
