import type { WayState } from '../../network/maps/map-hop.ts';
import type { Scene } from '../../network/maps/scene.ts';
import { useT } from '../i18n/index.ts';
import { LineSample } from './line-sample.tsx';

const inOrder: readonly WayState[] = ['good', 'missing', 'asked', 'expired', 'overlap', 'dead', 'unknown'];

/** The states that a picture's lines are in, in the order of the legend. */
export function legendStates({ lines }: Pick<Scene, 'lines'>): readonly WayState[] {
  const states = new Set(lines.map(({ state }) => state));
  return inOrder.filter((state) => states.has(state));
}

/** What the patterns of the lines mean. */
export function Legend({ states }: { readonly states: readonly WayState[] }) {
  const t = useT();
  if (states.length === 0) return null;
  return (
    <ul aria-label={t('maps.legend')} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {states.map((state) => (
        <li key={state} className="flex items-center gap-2">
          <LineSample state={state} width={32} />
          {t(`maps.legend.${state}`)}
        </li>
      ))}
    </ul>
  );
}
