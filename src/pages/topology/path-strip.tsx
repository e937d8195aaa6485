import { X } from 'lucide-react';
import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { buttonClass, IconButton } from '../../ui/button.tsx';
import type { Labels } from './labels.ts';
import type { PathOnMap } from './path.ts';
import type { AskedPath } from './url-state.ts';

interface PathStripProps {
  readonly asked: AskedPath;
  readonly path: PathOnMap;
  /** All has been read: what is not found is not there. */
  readonly complete: boolean;
  readonly labels: Labels;
  readonly onClose: () => void;
}

/** Which path is drawn, in words, and the way to what decides along it. */
export function PathStrip({ asked, path, complete, labels, onClose }: PathStripProps) {
  const t = useT();
  const scope = useScope();
  const [from, to] = [asked.through[0] ?? '', asked.through.at(-1) ?? ''];
  // A peering has a box on each of its sides; interfaces are often all called alike.
  const names = path.nodes
    .filter(({ id }, at, all) => at === 0 || id === '' || id !== all[at - 1]?.id)
    .map((node) => (node.kind === 'interface' ? `${labels.of(node).title} ${node.detail.split(' ')[0]}` : labels.of(node).title));
  const stops = path.unreached.size > 0;
  return (
    <section aria-label={t('topology.path')} className="flex items-center gap-x-3 rounded border border-line bg-surface py-1 pr-1 pl-3">
      <p className="min-w-0 flex-1">
        <span className="font-medium">{t('topology.path')}</span>{' '}
        <span className="text-muted">
          <bdi>{names.join(' → ')}</bdi>
          {stops && <> {t('topology.pathStops')}</>}
          {complete && path.missing.length > 0 && <> {t('topology.pathMissing', { names: path.missing.join(', ') })}</>}
        </span>
      </p>
      <Link to={paths.page('reachability', scope, { from, to, ...asked.ask })} className={buttonClass('secondary', 'sm')}>
        {t('topology.pathWhy')}
      </Link>
      <IconButton size="sm" label={t('topology.pathClose')} icon={<X aria-hidden="true" className="size-3.5" />} onClick={onClose} />
    </section>
  );
}
