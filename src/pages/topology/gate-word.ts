/** How a gateway, peering or CCN of a VPC stands, in a word: by what is behind it, then by what leads to it. */
import type { MapBeyond, MapHop, WayState } from '../../../network/maps/map-hop.ts';
import { worstOf } from '../../../network/maps/way-states.ts';
import type { Translate } from '../../i18n/index.ts';
import type { VpcSpeech } from '../../maps/vpc-words.ts';

interface GateState {
  readonly state: WayState;
  readonly word: string;
}

const joining: ReadonlySet<MapHop['kind']> = new Set(['peering', 'ccn']);

/** What is wrong is wrong for want of a route alone. */
const isUnled = ({ trouble }: MapBeyond): boolean => trouble?.code === 'not-led' || trouble?.code === 'led-by-dead';

function troubleAt(t: Translate, { kind, beyond }: MapHop): GateState | null {
  const own = beyond.filter((one) => one.state !== 'good' && !isUnled(one));
  const state = worstOf(own.map((one) => one.state));
  const worst = own.find((one) => one.state === state);
  if (!worst) return null;
  if (worst.trouble?.code === 'state') return { state, word: t(`topology.dead.${worst.trouble.state}`) };
  return { state, word: t(joining.has(kind) ? `topology.state.${state}` : `topology.exitState.${state}`) };
}

export function gateState(t: Translate, heads: VpcSpeech['words']['heads'], hop: MapHop): GateState {
  const trouble = troubleAt(t, hop);
  if (trouble) return trouble;
  if (hop.led === 'unknown') return { state: 'unknown', word: t('topology.exitState.unknown') };
  if (hop.led !== 'led') return { state: 'missing', word: hop.led === 'lost' ? heads.lost : heads.led };
  // Of several things behind it, routes may lead to some alone.
  if (hop.beyond.length > 0 && hop.beyond.every(isUnled)) return { state: 'missing', word: t('topology.exitState.missing') };
  return { state: 'good', word: t(joining.has(hop.kind) ? 'topology.state.good' : 'topology.exitState.good') };
}
