import { ArrowRight, Check, CircleHelp, Clock3, Plus, Route, Unplug, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NetworkModel } from '../../../network/model/model.ts';
import { type PairState, pairStateOf, vpcPairKey } from '../../../network/routes/peering-pairs.ts';
import type { PeeringFact } from '../../../network/routes/peerings.ts';
import { useT } from '../../i18n/index.ts';
import { ScopeWords } from '../../network-model/scope-words.tsx';
import { calledIn, Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { cx } from '../../ui/cx.ts';

const icon = 'size-4';

/** Each state has a shape of its own: colour only helps. */
const marks: Readonly<Record<PairState, { readonly shape: ReactNode; readonly look: string }>> = {
  ready: { shape: <Check aria-hidden="true" className={icon} />, look: 'bg-good-soft text-good' },
  noRoutes: { shape: <Unplug aria-hidden="true" className={icon} />, look: 'bg-danger-soft text-danger' },
  oneWay: { shape: <ArrowRight aria-hidden="true" className={icon} />, look: 'bg-warning-soft text-warning' },
  unknown: { shape: <CircleHelp aria-hidden="true" className={icon} />, look: 'text-muted' },
  routes: { shape: <Route aria-hidden="true" className={icon} />, look: 'bg-warning-soft text-warning' },
  requested: { shape: <Clock3 aria-hidden="true" className={icon} />, look: 'bg-pending-soft text-pending' },
  possible: { shape: <Plus aria-hidden="true" className={icon} />, look: 'text-muted' },
  overlap: { shape: <X aria-hidden="true" className={icon} />, look: 'bg-danger-soft text-danger' },
};

const statesInOrder: readonly PairState[] = ['ready', 'routes', 'oneWay', 'noRoutes', 'requested', 'possible', 'overlap', 'unknown'];

/** What the marks mean, and how many pairs have each. */
export function MatrixLegend({ counts }: { readonly counts: Readonly<Record<PairState, number>> }) {
  const t = useT();
  return (
    <ul aria-label={t('peering.legend')} className="flex flex-wrap gap-x-4 gap-y-1">
      {statesInOrder.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <span className={cx('inline-flex size-6 items-center justify-center rounded', marks[state].look)}>{marks[state].shape}</span>
          {t(`peering.pair.${state}`)} <span className="text-muted">{counts[state]}</span>
        </li>
      ))}
    </ul>
  );
}

interface MatrixTableProps {
  readonly network: Network;
  readonly vpcs: NetworkModel['vpcs'];
  readonly pairs: ReadonlyMap<string, PeeringFact>;
  readonly chosen: PeeringFact | undefined;
  readonly onChoose: (a: string, b: string) => void;
}

export function MatrixTable({ network, vpcs, pairs, chosen, onChoose }: MatrixTableProps) {
  const t = useT();
  const selected = chosen && vpcPairKey(chosen.a, chosen.b);
  return (
    <section
      aria-label={t('peering.matrixTitle')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-w-0 overflow-auto rounded-md border border-line bg-surface"
    >
      <table aria-label={t('peering.matrixTitle')} className="border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 bg-surface px-3 text-left font-normal text-muted">
              {t('peering.vpc')}
            </th>
            {vpcs.map(({ id }) => (
              <th key={id} scope="col" className="h-36 w-8 p-0 align-bottom font-normal">
                <span
                  className="inline-block max-h-34 overflow-hidden text-ellipsis whitespace-nowrap pb-1 [text-orientation:sideways] [transform:rotate(180deg)] [writing-mode:vertical-rl]"
                  title={calledIn(network, id)}
                >
                  <bdi>{calledIn(network, id)}</bdi>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vpcs.map(({ id, cidr }) => (
            <tr key={id}>
              <th
                scope="row"
                className="sticky left-0 z-10 h-8 whitespace-nowrap border-line border-t bg-surface px-3 text-left font-normal"
              >
                <span className="flex max-w-60 items-baseline gap-2 max-sm:max-w-28" title={`${calledIn(network, id)} ${cidr}`}>
                  <span className="max-w-44 flex-none truncate max-sm:max-w-28">
                    <Thing network={network} id={id} />
                  </span>
                  <span className="min-w-0 truncate max-sm:hidden">
                    <ScopeWords small network={network} id={id} />
                  </span>
                </span>
              </th>
              {vpcs.map((other) => (
                <td key={other.id} className="border-line border-t p-0.5 text-center">
                  {other.id === id ? (
                    <span aria-hidden="true" className="block size-7 rounded bg-canvas" />
                  ) : (
                    <Cell
                      fact={pairs.get(vpcPairKey(id, other.id))}
                      names={`${calledIn(network, id)} – ${calledIn(network, other.id)}`}
                      chosen={selected === vpcPairKey(id, other.id)}
                      onChoose={() => onChoose(id, other.id)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly fact: PeeringFact | undefined;
  readonly names: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Cell({ fact, names, chosen, onChoose }: CellProps) {
  const t = useT();
  if (!fact) return null;
  const state = pairStateOf(fact);
  const words = `${names}: ${t(`peering.pair.${state}`)}`;
  return (
    <button
      type="button"
      aria-label={words}
      title={words}
      aria-pressed={chosen}
      onClick={onChoose}
      className={cx(
        'on-paper quick inline-flex size-7 items-center justify-center rounded hover:bg-hover aria-pressed:outline-2 aria-pressed:outline-accent',
        marks[state].look,
      )}
    >
      {marks[state].shape}
    </button>
  );
}
