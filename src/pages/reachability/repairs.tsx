/** What would take the stops away, each with a link to the form that does it, already filled. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { Reason } from '../../../network/model/reasons.ts';
import type { Repair } from '../../../network/paths/path.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { listsIn, useListWords } from '../../network-model/list-words.ts';
import { serviceText } from '../../network-model/paths/hop-words.tsx';
import { scopeOf, Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { paths, type UrlScope } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { StatusIcon } from '../../ui/status.tsx';

interface RepairsProps {
  readonly network: Network;
  readonly model: NetworkModel;
  readonly repairs: readonly Repair[];
  /** What was not read and could bring others. */
  readonly unsure: readonly Reason[];
}

export function Repairs({ network, model, repairs, unsure }: RepairsProps) {
  const formats = useFormats();
  const listWords = useListWords();
  const lists = listsIn(unsure);
  const t = useT();
  const here = useScope();
  if (repairs.length === 0 && lists.length === 0) return null;
  return (
    <Card flush title={t('reachability.repairs')}>
      {repairs.length > 0 && <p className="px-4 pt-2 text-muted text-xs">{t('reachability.repairsWhat')}</p>}
      {lists.length > 0 && (
        <p className="flex items-start gap-2.5 px-4 py-2">
          <StatusIcon meaning="warning" className="mt-0.5" />
          {t('reachability.repairsUnsure', { lists: formats.list(lists.map(listWords)) })}
        </p>
      )}
      <ul aria-label={t('reachability.repairs')} className="divide-y divide-line">
        {repairs.map((repair) => (
          <li key={JSON.stringify(repair)} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
            <span className="min-w-0 flex-1 basis-72">
              <Words network={network} repair={repair} />
            </span>
            <Link to={formOf(repair, model, (id) => scopeOf(network, id, here))} className={buttonClass('secondary', 'sm')}>
              {t(`reachability.repair.do.${repair.kind}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The form, with everything filled in that the repair tells. */
export function formOf(repair: Repair, model: NetworkModel, at: (id: string) => UrlScope): string {
  switch (repair.kind) {
    case 'add-policy': {
      const { securityGroup, direction, before, protocol, port, cidr } = repair;
      const rule = { way: direction, add: 'ACCEPT', protocol, port, cidr, before: before ?? undefined };
      return paths.detail('security-group', securityGroup, at(securityGroup), 'rules', rule);
    }
    case 'add-acl-rule': {
      const { networkAcl, direction, before, protocol, port, cidr } = repair;
      const rule = { ruleDirection: direction === 'ingress' ? 1 : 0, ipProtocol: protocol, portRange: port, cidrIp: cidr };
      return paths.verb('network-acl', networkAcl, 'replaceEntries', at(networkAcl), { ...rule, before: before ?? undefined });
    }
    case 'add-route':
      return paths.verb('route-table', repair.routeTable, 'createRoutes', at(repair.routeTable), {
        DestinationCidrBlock: repair.destination,
        GatewayType: repair.type,
        GatewayId: repair.gateway,
      });
    case 'replace-route':
      return paths.verb('route-table', repair.routeTable, 'replaceRoutes', at(repair.routeTable), {
        RouteId: repair.instead.row?.id,
        GatewayType: repair.type,
        GatewayId: repair.gateway,
      });
    case 'remove-route':
      return paths.verb('route-table', repair.routeTable, 'deleteRoutes', at(repair.routeTable), { RouteId: repair.route.row?.id });
    case 'accept-peering':
    case 'revive-peering':
      return paths.detail('peering', repair.peering, at(repair.peering));
    case 'create-peering': {
      const [vpcId, peerVpcId] = repair.vpcs;
      const peer = model.vpcs.find(({ id }) => id === peerVpcId);
      return paths.create('peering', at(vpcId), { vpcId, peerVpcId, peerUin: peer?.account, peerRegion: peer?.region });
    }
    case 'bind-eip':
      return paths.form('eip', 'associate', at(repair.interface), {
        NetworkInterfaceId: repair.interface,
        PrivateIpAddress: repair.privateAddress,
      });
  }
}

function Words({ network, repair }: { readonly network: Network; readonly repair: Repair }) {
  const t = useT();
  const thing = (id: string): ReactNode => <Thing network={network} id={id} />;
  switch (repair.kind) {
    case 'add-policy':
    case 'add-acl-rule':
      return (
        <>
          {t.node(`reachability.repair.${repair.kind}`, {
            service: <Code>{serviceText(repair.protocol, repair.port, t('reachability.allPackets'))}</Code>,
            direction: t(`reachability.${repair.direction}`),
            peer: <Code>{repair.cidr}</Code>,
            id: thing(repair.kind === 'add-policy' ? repair.securityGroup : repair.networkAcl),
          })}{' '}
          {repair.before !== null && <span className="text-muted">{t('reachability.repair.before', { n: repair.before + 1 })}</span>}
        </>
      );
    case 'add-route':
    case 'replace-route':
      return t.node(`reachability.repair.${repair.kind}`, {
        destination: <Code>{repair.destination}</Code>,
        hop: thing(repair.gateway),
        id: thing(repair.routeTable),
      });
    case 'remove-route':
      return t.node('reachability.repair.remove-route', {
        destination: <Code>{repair.route.destination}</Code>,
        id: thing(repair.routeTable),
      });
    case 'accept-peering':
    case 'revive-peering':
      return t.node(`reachability.repair.${repair.kind}`, { id: thing(repair.peering) });
    case 'create-peering':
      return t.node('reachability.repair.create-peering', { a: thing(repair.vpcs[0]), b: thing(repair.vpcs[1]) });
    case 'bind-eip':
      return t.node('reachability.repair.bind-eip', { address: <Code>{repair.privateAddress}</Code>, id: thing(repair.interface) });
  }
}
