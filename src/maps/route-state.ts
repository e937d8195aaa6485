/** How a route stands, in a word and as a line: never good where the way back is missing. */
import type { MapHop, WayState } from '../../network/maps/map-hop.ts';
import type { MapRoute } from '../../network/maps/vpc-tables.ts';
import { useT } from '../i18n/index.ts';
import type { Meaning } from '../ui/status.tsx';
import type { VpcSpeech } from './vpc-words.ts';

interface RouteState {
  readonly meaning: Meaning;
  readonly word: string;
  readonly line: WayState;
  /** What is wrong behind its hop; '' for nothing. */
  readonly trouble: string;
}

export function useRouteState({ words }: VpcSpeech): (route: MapRoute, hop: MapHop | null) => RouteState {
  const t = useT();
  return ({ fate }, hop) => {
    const troubled = hop?.kind === 'peering' ? hop.beyond.find(({ trouble }) => trouble !== null) : undefined;
    const trouble = troubled ? words.trouble(troubled) : '';
    if (fate === 'dead') return { meaning: 'danger', word: t('maps.dead'), line: 'dead', trouble };
    if (fate === 'unused') return { meaning: 'neutral', word: t('maps.unusedRoute'), line: 'unknown', trouble };
    if (fate === 'unknown') return { meaning: 'warning', word: t('maps.unknown'), line: 'unknown', trouble };
    if (troubled) return { meaning: 'warning', word: t('maps.oneWay'), line: troubled.state, trouble };
    return { meaning: 'good', word: t('maps.works'), line: 'good', trouble };
  };
}
