/** What leads out of a VPC, one by one, on the map of the estate: gateways, peerings and CCNs, and what is lost when one goes. */
import { useMemo } from 'react';
import type { EstateLink, EstateVpc } from '../../../network/maps/estate.ts';
import type { MapHop } from '../../../network/maps/map-hop.ts';
import { type VpcMap, vpcMapOf } from '../../../network/maps/vpc-map.ts';
import { useT } from '../../i18n/index.ts';
import { Lost } from '../../maps/lost.tsx';
import { FactList, MapPanel } from '../../maps/panel.tsx';
import { HopVerbs } from '../../maps/vpc-verbs.tsx';
import { useVpcWords } from '../../maps/vpc-words.ts';
import { calledIn } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Badge } from '../../ui/status.tsx';
import { type GateKey, gateKey } from './gate-key.ts';
import { gateState } from './gate-word.ts';
import { meanings } from './list.tsx';
import type { EstateChange } from './use-estate-url.ts';

interface GateProps {
  readonly network: Network;
  readonly put: (change: EstateChange) => void;
}

const useMap = ({ model }: Network, vpc: string): VpcMap | null => useMemo(() => vpcMapOf(model, vpc), [model, vpc]);

function GateList({ map, network, put }: GateProps & { readonly map: VpcMap }) {
  const t = useT();
  const { names, words } = useVpcWords(map, network);
  // What goes out by its own address goes with no gateway.
  const hops = map.hops.filter(({ kind }) => kind !== 'own' && kind !== 'unread');
  if (hops.length === 0) return null;
  const gates = hops.map((hop) => ({ hop, ...gateState(t, words.heads, hop) }));
  return (
    <section className="min-w-0">
      <h3 className="text-muted text-xs">{t('topology.gates', { n: hops.length })}</h3>
      <ul>
        {gates.map(({ hop, state, word }) => (
          <li key={hop.key}>
            <button
              type="button"
              className="flex w-full items-baseline justify-between gap-2 rounded px-1 py-1 text-start hover:bg-hover"
              onClick={() => put({ at: gateKey({ vpc: map.id, hop: hop.key }) })}
            >
              <span className="min-w-0 break-words text-accent">
                {names.title(hop)} <span className="text-muted text-xs">{names.kind(hop)}</span>
              </span>
              <Badge meaning={meanings[state]}>{word}</Badge>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The gateways, peerings and CCNs of a VPC; each opens its panel. */
export function Gates({ network, vpc, put }: GateProps & { readonly vpc: EstateVpc }) {
  const map = useMap(network, vpc.id);
  return map && <GateList map={map} network={network} put={put} />;
}

interface LostAtProps {
  readonly network: Network;
  readonly map: VpcMap;
  readonly hop: MapHop;
}

function LostAt({ network, map, hop }: LostAtProps) {
  const speech = useVpcWords(map, network);
  return <Lost map={map} hop={hop} speech={speech} />;
}

function GateFacts({ network, map, hop, put }: GateProps & LostAtProps) {
  const t = useT();
  const speech = useVpcWords(map, network);
  return (
    <>
      <FactList
        facts={[
          [
            t('maps.id'),
            <Code key="id" copy>
              {hop.id}
            </Code>,
          ],
          [t('maps.csv.kind'), speech.names.kind(hop)],
        ]}
      />
      <section>
        <h3 className="text-muted text-xs">{t('maps.lost')}</h3>
        <Lost map={map} hop={hop} speech={speech} />
      </section>
      <div>
        <Button size="sm" onClick={() => put({ at: `vpc:${map.id}` })}>
          {t('topology.gateOf', { name: map.name || map.id })}
        </Button>
      </div>
    </>
  );
}

/** What one gateway is, and which subnets lose which destinations when it goes. */
export function GatePanel({ network, gate, put, onClose }: GateProps & { readonly gate: GateKey; readonly onClose: () => void }) {
  const map = useMap(network, gate.vpc);
  const hop = map?.hops.find(({ key }) => key === gate.hop);
  if (!map || !hop) return null;
  return (
    <MapPanel
      title={network.known.has(hop.id) ? calledIn(network, hop.id) : hop.name || hop.id}
      actions={<HopVerbs map={map} network={network} hop={hop} />}
      onClose={onClose}
    >
      <GateFacts network={network} map={map} hop={hop} put={put} />
    </MapPanel>
  );
}

function LostOfEnd({ network, vpc, id }: { readonly network: Network; readonly vpc: string; readonly id: string }) {
  const t = useT();
  const map = useMap(network, vpc);
  const hop = map?.hops.find((one) => one.id === id);
  if (!map || !hop) return null;
  return (
    <section>
      <h3 className="text-muted text-xs">{t('topology.lostAt', { name: map.name || map.id })}</h3>
      <LostAt network={network} map={map} hop={hop} />
    </section>
  );
}

/** What each of the VPCs loses when what joins them goes. */
export function LostWith({ network, links }: { readonly network: Network; readonly links: readonly EstateLink[] }) {
  const ends = new Set(links.flatMap((link) => link.ends.flatMap((end) => (end.startsWith('vpc:') ? [`${end.slice(4)} ${link.id}`] : []))));
  return [...ends].map((end) => {
    const [vpc = '', id = ''] = end.split(' ');
    return <LostOfEnd key={end} network={network} vpc={vpc} id={id} />;
  });
}
