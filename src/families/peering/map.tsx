import { Link } from 'react-router';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { PeeringFact } from '../../../network/routes/peerings.ts';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { ScopeWords } from '../../network-model/scope-words.tsx';
import { calledIn, scopeOf } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/parts.tsx';
import { layOut, type PeeringLine } from './map-layout.ts';
import { type PairState, pairKey } from './matrix.ts';

interface PeeringMapProps {
  readonly network: Network;
  readonly vpcs: NetworkModel['vpcs'];
  readonly facts: readonly PeeringFact[];
  readonly chosen: PeeringFact | undefined;
  readonly onChoose: (a: string, b: string) => void;
}

/** Dashes besides colours: a broken line is a peering that carries not everything, dots one that is only asked for. */
const strokes: Readonly<Record<PairState, { readonly className: string; readonly dash?: string }>> = {
  ready: { className: 'stroke-good' },
  routes: { className: 'stroke-warning', dash: '8 4' },
  oneWay: { className: 'stroke-warning', dash: '8 4 2 4' },
  noRoutes: { className: 'stroke-danger', dash: '2 6' },
  unknown: { className: 'stroke-muted', dash: '1 3' },
  requested: { className: 'stroke-pending', dash: '2 4' },
  possible: { className: 'stroke-line' },
  overlap: { className: 'stroke-danger' },
};

/** VPCs by account and region, and the peerings between them. The matrix says the same to those who cannot see lines. */
export function PeeringMap({ network, vpcs, facts, chosen, onChoose }: PeeringMapProps) {
  const t = useT();
  const here = useScope();
  const layout = layOut(vpcs, facts);
  const selected = chosen && pairKey(chosen.a, chosen.b);
  return (
    <Card title={t('peering.map')} flush>
      <section
        aria-label={t('peering.map')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-auto p-2"
      >
        <div className="relative" style={{ width: layout.width, height: layout.height }}>
          <svg aria-hidden="true" width={layout.width} height={layout.height} className="absolute inset-0" fill="none">
            {layout.lines.map((line) => (
              <Edge key={line.key} line={line} chosen={line.key === selected} onChoose={() => onChoose(line.fact.a, line.fact.b)} />
            ))}
          </svg>
          {layout.columns.map(({ x, vpc }) => (
            <p key={vpc.id} className="absolute truncate" style={{ left: x, top: 8, width: layout.box.width }}>
              <ScopeWords small network={network} id={vpc.id} />
            </p>
          ))}
          {layout.vpcs.map(({ vpc, x, y }) => (
            <Link
              key={vpc.id}
              to={paths.detail('vpc', vpc.id, scopeOf(network, vpc.id, here))}
              title={`${calledIn(network, vpc.id)} ${vpc.cidr}`}
              className="quick absolute flex flex-col justify-center overflow-hidden rounded border border-strong bg-surface px-2 text-xs leading-4 hover:bg-hover"
              style={{ left: x, top: y, width: layout.box.width, height: layout.box.height }}
            >
              <bdi className="truncate font-medium">{calledIn(network, vpc.id)}</bdi>
              <code className="truncate text-muted">{vpc.cidr}</code>
            </Link>
          ))}
        </div>
      </section>
    </Card>
  );
}

/** A line, and around it an unseen broad one that is easily hit. */
function Edge({ line, chosen, onChoose }: { readonly line: PeeringLine; readonly chosen: boolean; readonly onChoose: () => void }) {
  const { className, dash } = strokes[line.state];
  return (
    <g>
      <path d={line.path} className={className} strokeWidth={chosen ? 4 : 2} strokeDasharray={dash} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by mouse only, the matrix has a button for the same pair */}
      <path d={line.path} stroke="transparent" strokeWidth={14} className="cursor-pointer" onClick={onChoose} />
    </g>
  );
}
