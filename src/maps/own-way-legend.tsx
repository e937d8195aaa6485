import type { Scene } from '../../network/maps/scene.ts';
import { useT } from '../i18n/index.ts';
import { SignSample } from './sign-sample.tsx';

/** What the globe in a subnet means, where the picture has one. */
export function OwnWayLegend({ scene }: { readonly scene: Pick<Scene, 'signs'> }) {
  const t = useT();
  if (!scene.signs.some((sign) => sign.kind === 'sign' && sign.name === 'public')) return null;
  return (
    <p className="mt-1 flex items-center gap-2 text-muted text-xs">
      <SignSample name="public" />
      {t('maps.legend.own')}
    </p>
  );
}
