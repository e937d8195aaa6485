/** How a route stands for the subnets of its table, in a word and as a line: never good where the way back is missing or not known. */
import type { WayState } from '../../network/maps/map-hop.ts';
import type { MapRoute } from '../../network/maps/vpc-tables.ts';
import type { Translate } from '../i18n/index.ts';
import type { Meaning } from '../ui/status.tsx';
import type { VpcSpeech } from './vpc-words.ts';

interface RouteState {
  readonly meaning: Meaning;
  readonly word: string;
  readonly line: WayState;
  /** What is wrong behind its hop; '' for nothing. */
  readonly trouble: string;
}

export function routeState({ fate, back }: MapRoute, { words }: Pick<VpcSpeech, 'words'>, t: Translate): RouteState {
  const trouble = words.trouble({ trouble: back });
  if (fate === 'dead') return { meaning: 'danger', word: t('maps.dead'), line: 'dead', trouble };
  if (fate === 'unused') return { meaning: 'neutral', word: t('maps.unusedRoute'), line: 'unknown', trouble };
  if (fate === 'unknown' || back?.code === 'not-known') return { meaning: 'warning', word: t('maps.unknown'), line: 'unknown', trouble };
  if (back) return { meaning: 'warning', word: t('maps.oneWay'), line: 'missing', trouble };
  return { meaning: 'good', word: t('maps.works'), line: 'good', trouble };
}
