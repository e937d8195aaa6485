import type { WayState } from '../../network/maps/map-hop.ts';
import { useT } from '../i18n/index.ts';
import { LineSample } from './line-sample.tsx';

const usual: readonly WayState[] = ['good', 'missing', 'asked', 'dead', 'unknown'];

/** What the patterns of the lines mean. */
export function Legend({ states = usual }: { readonly states?: readonly WayState[] }) {
  const t = useT();
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
