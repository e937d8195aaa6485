import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { vpcMapOf, withGaps } from '../../network/maps/vpc-map.ts';
import { useT, withTexts } from '../i18n/index.ts';
import { part } from '../lib/part.tsx';
import { pathKinds } from '../network-model/paths/asked.ts';
import { Reading, Unread } from '../network-model/reading.tsx';
import { aclsOfSubnets, type SourceKind } from '../network-model/sources.ts';
import { useNatRules, type WithNatRules } from '../network-model/use-nat-rules.ts';
import { type Network, useNetwork, useNetworkAround } from '../network-model/use-network.ts';
import { EmptyState } from '../ui/parts.tsx';
import { Loading } from '../ui/spinner.tsx';
import { MapBody } from './map-body.tsx';

// The engine that follows a packet is loaded where one is followed.
const TracedMap = part(async () => (await withTexts(import('./traced-map.tsx'), 'reachability')).TracedMap);

const kinds: readonly SourceKind[] = [
  ...(['subnets', aclsOfSubnets, 'routeTables', 'interfaces', 'peerings', 'natGateways', 'vpnGateways', 'vpnConnections'] as const),
  ...(['directConnectGateways', 'eips'] as const),
];

/** The model with what the VPC's own NAT gateways translate. */
function useNatRulesOf({ model, known, scopes }: Network, vpc: string): Pick<WithNatRules, 'model' | 'again' | 'rereading'> {
  const own = useMemo(() => ({ ...model, natGateways: model.natGateways.filter((gateway) => gateway.vpc === vpc) }), [model, vpc]);
  const { model: rules, complete, again, rereading } = useNatRules(own, known, scopes);
  const whole = useMemo(
    () => (complete ? { ...model, natPorts: rules.natPorts, natSources: rules.natSources, gaps: rules.gaps } : model),
    [model, rules, complete],
  );
  return { model: whole, again, rereading };
}

/** The map of a VPC: where each of its subnets can send, what is wrong on the way, and the way of a packet that the URL asks for. */
export function VpcMapTab({ vpc }: { readonly vpc: string }) {
  const [search] = useSearchParams();
  const isTraced = Boolean(search.get('from') && search.get('to'));
  return isTraced ? <TracedTab vpc={vpc} /> : <PlainTab vpc={vpc} />;
}

/** A packet may come from anywhere: all networks are read. */
const TracedTab = ({ vpc }: { readonly vpc: string }) => <MapOf vpc={vpc} network={useNetwork(pathKinds)} isTraced />;

const PlainTab = ({ vpc }: { readonly vpc: string }) => <MapOf vpc={vpc} network={useNetworkAround(vpc, kinds)} isTraced={false} />;

interface MapOfProps {
  readonly vpc: string;
  readonly network: Network;
  readonly isTraced: boolean;
}

function MapOf({ vpc, network, isTraced }: MapOfProps) {
  const t = useT();
  const { complete } = network;
  const { model, again, rereading } = useNatRulesOf(network, vpc);
  const whole = useMemo(() => vpcMapOf(model, vpc), [model, vpc]);
  // While lists are on their way nothing of them is missing yet.
  const map = useMemo(() => (whole && complete ? withGaps(whole) : whole), [whole, complete]);
  const all: Network = {
    ...network,
    refreshing: network.refreshing || rereading,
    refresh: () => {
      network.refresh();
      again();
    },
  };
  if (!map) {
    if (!complete) return <Loading />;
    return (
      <div className="flex flex-col gap-3">
        <Unread network={network} />
        <EmptyState title={t('maps.noSuch')} action={<Reading network={network} />} />
      </div>
    );
  }
  if (!complete && map.tables.length === 0) return <Loading />;
  return (
    <div className="flex flex-col gap-3">
      <Unread network={{ ...all, model }} />
      {isTraced ? <TracedMap map={map} network={all} /> : <MapBody map={map} network={all} />}
    </div>
  );
}
