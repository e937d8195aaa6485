import { useState } from 'react';
import type { TransitiveTrap } from '../../../network/routes/peerings.ts';
import { useT } from '../../i18n/index.ts';
import { Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { StatusIcon } from '../../ui/status.tsx';
import { JoinLink } from './pair.tsx';

const few = 8;

/** Pairs that people expect to talk through a third VPC, and that do not. Those whose routes try it come first. */
export function Traps({ network, traps }: { readonly network: Network; readonly traps: readonly TransitiveTrap[] }) {
  const t = useT();
  const [all, setAll] = useState(false);
  if (traps.length === 0) return null;
  const inOrder = traps.toSorted((a, b) => b.routes.length - a.routes.length);
  const shown = all ? inOrder : inOrder.slice(0, few);
  return (
    <Card flush title={t('peering.traps')}>
      <p className="px-4 pt-2 text-muted text-xs">{t('peering.trapsBody')}</p>
      <ul aria-label={t('peering.traps')} className="divide-y divide-line">
        {shown.map((trap) => (
          <li key={`${trap.from} ${trap.through} ${trap.to}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <StatusIcon meaning={trap.routes.length > 0 ? 'danger' : 'neutral'} />
            <span className="min-w-0 flex-1 basis-60">
              {t.node('peering.trap', {
                from: <Thing network={network} id={trap.from} />,
                through: <Thing network={network} id={trap.through} />,
                to: <Thing network={network} id={trap.to} />,
              })}
            </span>
            {trap.routes.map((route) => (
              <span key={`${route.routeTable} ${route.destination}`} className="text-danger">
                {t.node('peering.trapRoute', {
                  destination: <Code>{route.destination}</Code>,
                  table: <Thing network={network} id={route.routeTable} />,
                })}
              </span>
            ))}
            {trap.overlap ? (
              <span className="text-muted">{t('peering.trapOverlap')}</span>
            ) : (
              <JoinLink network={network} a={trap.from} b={trap.to} />
            )}
          </li>
        ))}
      </ul>
      {traps.length > few && !all && (
        <div className="px-2 py-1">
          <Button size="sm" variant="ghost" onClick={() => setAll(true)}>
            {t('peering.showAll', { n: traps.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
