import type { WayState } from '../../network/maps/vpc-hops.ts';
import { useT } from '../i18n/index.ts';
import { drawn } from './scene-view.tsx';
import { lineShapes } from './shapes.ts';

type LegendState = Exclude<WayState, 'unknown'>;
const usual: readonly LegendState[] = ['good', 'missing', 'asked', 'dead'];

/** What the patterns of the lines mean. */
export function Legend({ states = usual }: { readonly states?: readonly LegendState[] }) {
  const t = useT();
  return (
    <ul aria-label={t('maps.legend')} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {states.map((state) => (
        <li key={state} className="flex items-center gap-2">
          <svg aria-hidden="true" width={32} height={8}>
            {lineShapes(
              {
                points: [
                  { x: 0, y: 4 },
                  { x: 32, y: 4 },
                ],
                state,
                start: 'none',
                end: 'none',
              },
              state,
              1.75,
              {},
            ).map(drawn)}
          </svg>
          {t(`maps.legend.${state}`)}
        </li>
      ))}
    </ul>
  );
}
