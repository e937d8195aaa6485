import { ArrowRight } from 'lucide-react';
import { type RouteChange, routeChanges } from '../../../network/routes/route-changes.ts';
import type { EffectiveRoute } from '../../../network/routes/routes.ts';
import { useT } from '../../i18n/index.ts';
import { Code } from '../../ui/copy.tsx';
import { Notice } from '../../ui/status.tsx';
import { Hop } from './words.tsx';

interface ChangesProps {
  readonly before: readonly EffectiveRoute[];
  readonly after: readonly EffectiveRoute[];
  /** Said under the title: whom it concerns. */
  readonly whom: string;
}

/** Which traffic goes another way after a change, told before it is sent. */
export function Changes({ before, after, whom }: ChangesProps) {
  const t = useT();
  const changes = routeChanges(before, after);
  const harms = changes.some(({ before: was, after: will }) => was?.status === 'active' && will?.status !== 'active');
  if (changes.length === 0) return <Notice meaning="neutral" title={t('routeTable.changes.none')} />;
  return (
    <Notice meaning={harms ? 'warning' : 'neutral'} title={t('routeTable.changes.title')}>
      <p>{whom}</p>
      <ul className="mt-1 flex flex-col gap-2">
        {changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: derived anew from what is entered, in the order of the addresses
          <Change key={index} change={change} />
        ))}
      </ul>
    </Notice>
  );
}

function Change({ change }: { readonly change: RouteChange }) {
  const t = useT();
  // One block says more than the route it was cut from.
  const [block, ...more] = change.blocks;
  const whole = change.whole || more.length === 0;
  const destination = <Code>{(whole ? block : change.destination) ?? change.destination}</Code>;
  return (
    <li className="flex flex-col">
      <span>{whole ? destination : t.node('routeTable.changes.partly', { destination })}</span>
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="text-muted">{t('routeTable.changes.now')}</span> <Way route={change.before} />
        <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
        <span className="text-muted">{t('routeTable.changes.then')}</span> <Way route={change.after} />
      </span>
    </li>
  );
}

/** Where a route leads, and whether it does. */
export function Way({ route }: { readonly route: EffectiveRoute | null }) {
  const t = useT();
  if (!route) return <span>{t('routeTable.changes.noRoute')}</span>;
  const hop = <Hop route={route} />;
  if (route.status === 'active') return hop;
  return <span>{t.node(route.status === 'dead' ? 'routeTable.changes.dead' : 'routeTable.changes.unknown', { hop })}</span>;
}
