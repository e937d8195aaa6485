/** The picture of one peering over the list: the URL names it. */
import { type ReactNode, Suspense } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { useList } from '../../api/query.ts';
import { useT, withTexts } from '../../i18n/index.ts';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PicturePlace } from './picture-place.tsx';

// The picture brings the network engine and the maps, which the list does without.
const PeeringPart = part(async () => (await withTexts(import('./picture.tsx'), 'maps')).PeeringPart);

const asked = 'picture';

/** Opens the picture of a peering: over the list, with what the list shows left as it is. */
export function PictureLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const t = useT();
  const scope = useScope();
  const { pathname, search } = useLocation();
  const list = paths.list('peering', scope, {});
  const [path = '', own = ''] = list.split('?');
  const query = new URLSearchParams(pathname === path ? search : own);
  query.set(asked, id);
  return (
    <Link to={`${path}?${query}`} title={t('peering.showPicture')} className="min-w-0 hover:underline">
      {children}
    </Link>
  );
}

export function ShownPicture() {
  const t = useT();
  const scope = useScope();
  const [search, setSearch] = useSearchParams();
  const id = search.get(asked);
  const { rows, complete } = useList(scope, 'peering');
  const row = rows.find(({ peeringConnectionId }) => peeringConnectionId === id);
  if (id === null || (!row && !complete)) return null;
  const close = (): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete(asked);
      return next;
    });
  return (
    <Dialog title={row ? <bdi>{row.peeringConnectionName || id}</bdi> : id} size="lg" onClose={close}>
      {row ? (
        <div className="flex flex-col gap-3">
          <Suspense fallback={<PicturePlace />}>
            <PeeringPart row={row} />
          </Suspense>
          <Link to={paths.detail('peering', id, scope)} className={linkClass}>
            {t('peering.openPage')}
          </Link>
        </div>
      ) : (
        <p>{t('peering.noneOfId')}</p>
      )}
    </Dialog>
  );
}
