import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { drawingOf, type PathSpots } from '../../../network/maps/path-spots.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { HopRef, PathCase } from '../../../network/paths/path.ts';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { hasPorts, internet, type ReachabilityQuery } from '../../network-model/paths/question.ts';
import { calledIn, scopeOf } from '../../network-model/thing.tsx';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/parts.tsx';
import { asAsked } from './as-asked.ts';
import { Hops, rowId } from './hops.tsx';
import { onMapOf } from './on-map.ts';
import { type DrawnPath, PathMap } from './path-map.tsx';
import { lineInks } from './path-marks.tsx';

interface PathProps extends DrawnPath {
  /** With the rules that were read for the answer. */
  readonly model: NetworkModel;
}

/** One way the question can be meant, drawn and told hop by hop: what is pointed at in the one is marked in the other. */
export function Path({ asked, ...path }: PathProps & { readonly asked: ReachabilityQuery }) {
  const t = useT();
  const here = useScope();
  const [search] = useSearchParams();
  const [marked, mark] = useState<HopRef | null>(null);
  const { network, model, one } = path;
  const drawing = useMemo(() => asAsked(drawingOf(model, one), asked), [model, one, asked]);
  const map = onMapOf(drawing, asked, one.verdict);
  const scope = map.from === null ? here : scopeOf(network, map.from, here);
  // Where the packet sets out stands first.
  const vpcs = [...new Set(drawing.spots.flatMap(({ inside }) => inside.flatMap(({ kind, id }) => (kind === 'vpc' ? [id] : []))))];
  const { from, to, protocol, port } = asked;
  const question = { from, to, protocol, ...(hasPorts(protocol) ? { port } : {}), case: search.get('case') ?? undefined };
  return (
    <>
      <Card
        title={t('reachability.drawn')}
        actions={
          <span className="flex flex-wrap gap-2">
            {vpcs.map((id) => (
              <Link
                key={id}
                to={paths.detail('vpc', id, scopeOf(network, id, here), 'map', question)}
                className={buttonClass('secondary', 'sm')}
              >
                {t('reachability.onVpcMap', { name: calledIn(network, id) })}
              </Link>
            ))}
            <Link to={paths.page('topology', scope, map.query)} className={buttonClass('secondary', 'sm')}>
              {t('reachability.onMap')}
            </Link>
          </span>
        }
      >
        <PathMap
          {...path}
          drawing={drawing}
          label={useLabel(path, asked)}
          marked={marked}
          onPress={(hop) => document.getElementById(rowId(hop))?.focus()}
        />
        <Legend drawing={drawing} unknown={one.verdict === 'unknown'} />
      </Card>
      <Hops {...path} asked={asked} marked={marked} onMark={mark} />
    </>
  );
}

/** What the drawing shows, for those who cannot see it: its hops are told by the lists below. */
function useLabel({ network, one }: PathProps, asked: ReachabilityQuery): string {
  const t = useT();
  const { from, to, verdict, decidedBy } = one;
  const called = ({ interface: id, address }: PathCase['from'], text: string): string =>
    id ? calledIn(network, id) : text === internet ? t('reachability.internet') : address;
  const ends = { from: called(from, asked.from), to: called(to, asked.to), verdict: t(`reachability.verdict.${verdict}`) };
  const hop = decidedBy && (decidedBy.way === 'forward' ? one.forward : one.return)[decidedBy.index];
  if (!hop) return t('reachability.drawnAs', ends);
  const what = [t(`reachability.step.${hop.step}`), hop.id && calledIn(network, hop.id)].filter(Boolean).join(' ');
  return t(`reachability.drawnStop.${decidedBy.way}`, { ...ends, hop: what });
}

/** What the lines mean. Hidden from those who listen: the lists have these headings. */
function Legend({ drawing, unknown }: { readonly drawing: PathSpots; readonly unknown: boolean }) {
  const t = useT();
  const { spots, reaches, returns } = drawing;
  const back = spots.some((spot) => spot.back !== null);
  const whole = reaches === spots.length - 1 && (!back || returns === 0);
  const beyond = t(unknown ? 'reachability.verdict.unknown' : 'reachability.notReached');
  const rows = [
    { label: t('reachability.forward'), stroke: lineInks.forward, width: 2.5, dash: undefined },
    ...(back ? [{ label: t('reachability.return'), stroke: lineInks.back, width: 2.5, dash: undefined }] : []),
    ...(whole ? [] : [{ label: beyond, stroke: 'line-strong', width: 1.5, dash: '3 5' }]),
  ];
  return (
    <ul aria-hidden="true" className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {rows.map(({ label, stroke, width, dash }) => (
        <li key={label} className="flex items-center gap-2">
          <svg width="28" height="8" aria-hidden="true">
            <path d="M0 4h28" stroke={`var(--${stroke})`} strokeWidth={width} strokeDasharray={dash} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
