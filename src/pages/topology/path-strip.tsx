import { X } from 'lucide-react';
import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { buttonClass, IconButton } from '../../ui/button.tsx';
import type { PathOnMap } from './path.ts';
import type { AskedPath } from './use-estate-url.ts';

interface PathStripProps {
  readonly asked: AskedPath;
  readonly path: PathOnMap;
  /** All has been read: what is not found is not there. */
  readonly complete: boolean;
  readonly nameOf: (key: string) => string;
  readonly onClose: () => void;
}

/** Which path is lit, in words, and the way to what decides along it. */
export function EstatePathStrip({ asked, path, complete, nameOf, onClose }: PathStripProps) {
  const t = useT();
  const scope = useScope();
  const bare = (token = ''): string => token.split('@')[0] ?? '';
  const [from, to] = [bare(asked.through[0]), bare(asked.through.at(-1))];
  const last = path.last === null ? from : nameOf(path.last);
  return (
    <section aria-label={t('topology.path')} className="flex items-center gap-x-3 rounded border border-line bg-surface py-1 pr-1 pl-3">
      <p className="min-w-0 flex-1">
        <span className="font-medium">{t('topology.path')}</span>{' '}
        <span className="text-muted">
          <bdi>{path.keys.map(nameOf).join(' → ')}</bdi>
          {path.result === 'ends' && <> {t('topology.pathEnds', { name: last })}</>}
          {path.result === 'not-known' && <> {t('topology.pathNotKnown', { name: last })}</>}
          {path.lostAt !== null && <> {t('topology.pathLost', { name: nameOf(path.lostAt) })}</>}
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
