import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import type { EdgeKind, NodeState } from './node.ts';
import { edgeKinds, lineStyle } from './styles.ts';

const rows: readonly { readonly kind: EdgeKind; readonly state: NodeState }[] = [
  ...edgeKinds.map((kind) => ({ kind, state: 'good' as const })),
  { kind: 'vpn', state: 'pending' },
  { kind: 'peering', state: 'partial' },
  { kind: 'nat', state: 'idle' },
  { kind: 'nat', state: 'unsure' },
  { kind: 'route', state: 'down' },
];

/** What the lines mean, on request. */
export function Legend() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div className="absolute bottom-2 left-2 flex max-w-52 flex-col items-start rounded border border-line bg-raised">
      {open && (
        <ul className="px-3 pt-2">
          {rows.map(({ kind, state }) => {
            const look = lineStyle(kind, state);
            return (
              <li key={`${kind} ${state}`} className="flex items-center gap-2 text-xs">
                <svg aria-hidden="true" width="32" height="8">
                  <path d="M0 4h32" stroke={`var(--${look.stroke})`} strokeWidth={look.width} strokeDasharray={look.dash} />
                </svg>
                {state === 'good' ? t(`topology.line.${kind}`) : t(`topology.state.${state}`)}
              </li>
            );
          })}
        </ul>
      )}
      <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('topology.legend')}
      </Button>
    </div>
  );
}
