import { useCallback, useMemo, useRef, useState } from 'react';
import { litOnEstate, searchEstate, shownFor } from '../../../network/maps/estate-filter.ts';
import { accountOpened, type EstateView } from '../../../network/maps/estate-groups.ts';
import { litByEstatePath, withEstatePath } from '../../../network/maps/estate-path.ts';
import { estateScene } from '../../../network/maps/estate-scene.ts';
import { shownOf } from '../../../network/maps/estate-shown.ts';
import type { Scene } from '../../../network/maps/scene.ts';
import { useT } from '../../i18n/index.ts';
import { besidePanel, focusSelected, MapWithPanel, useInSight } from '../../maps/map-with-panel.tsx';
import { measureText } from '../../maps/measure.ts';
import { type SceneGroup, SceneView } from '../../maps/scene-view.tsx';
import { useStopNames } from '../../maps/stop-names.ts';
import { MapToolbar } from '../../maps/toolbar.tsx';
import { useRoom } from '../../maps/use-room.ts';
import { linkClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Filters } from './filters.tsx';
import { cardOf } from './gate-key.ts';
import { EstateLegend } from './legend.tsx';
import { linesCsv } from './lines-csv.ts';
import { EstateList } from './list.tsx';
import { EstatePanel } from './panel.tsx';
import { pathOnMap } from './path.ts';
import { EstatePathStrip } from './path-strip.tsx';
import type { PlacedEstate } from './use-estate.ts';
import type { EstateChange, EstateUrl } from './use-estate-url.ts';
import { useEstatePlan } from './use-plan.ts';
import type { EstateSpeech } from './words.ts';

interface EstateMapProps {
  readonly placed: PlacedEstate;
  readonly url: EstateUrl;
  readonly put: (change: EstateChange) => void;
}

/** In the order of the picture: accounts, regions, then by row. */
function groupsOf(view: EstateView, scene: Scene, speech: EstateSpeech): SceneGroup[] {
  const at = new Map(scene.boxes.map((box, place) => [box.key, { place, box }]));
  const groups = new Map<string, string[]>();
  const sorted = [...view.nodes].sort((a, b) => {
    const [p, q] = [at.get(a.key)?.box, at.get(b.key)?.box];
    return (p?.y ?? 0) - (q?.y ?? 0) || (p?.x ?? 0) - (q?.x ?? 0);
  });
  for (const node of sorted) {
    const label = `${speech.account(node.account)} · ${speech.region(node.region)}`;
    groups.set(label, [...(groups.get(label) ?? []), node.key]);
  }
  return [...groups].map(([label, keys]) => ({ label, keys }));
}

/** The map of the estate with its search, filters, panel and list. */
export function EstateMap({ placed, url, put }: EstateMapProps) {
  const t = useT();
  const { network, estate, part, speech } = placed;
  const place = useRef<HTMLDivElement>(null);
  const outer = useRef<HTMLDivElement>(null);
  const room = useRoom(outer);
  const narrow = room.width > 0 && room.width < 720;
  const width = narrow || room.width === 0 ? 0 : room.width - 2;
  // A panel narrows the columns; the plan, its rows and the ways of lines stay.
  const seen = besidePanel(width, url.selected !== null && width > 0);
  const planned = useEstatePlan(placed.view, width, url.asked, network.complete);
  // While a plan is made, all that is shown is of the last one.
  const whole = planned && width > 0 ? planned.view : placed.view;
  const view = useMemo(() => shownOf(whole, part), [whole, part]);
  const scene = useMemo(() => {
    const sizes = { words: speech.words, measure: measureText, width: seen, height: room.height };
    return planned && width > 0 ? estateScene({ ...planned, ...sizes, shown: view }) : null;
  }, [planned, view, speech, width, seen, room.height]);
  const [text, setText] = useState(url.search);
  const found = useMemo(() => searchEstate(estate, text).filter((key) => shownFor(view, key) !== null), [estate, view, text]);
  const onFind = useCallback((at: string) => put({ at, q: text }), [put, text]);
  const path = useMemo(() => (url.path ? pathOnMap(network.model, estate, view, url.path) : null), [network.model, estate, view, url.path]);
  const nameOnPath = useStopNames(path?.stops ?? []);
  const shown = url.selected === null ? null : shownFor(view, cardOf(url.selected));
  const lineKeys = useMemo(() => new Set(view.lines.map(({ key }) => key)), [view]);
  const asList = narrow || url.asList;
  // Where the packet sets out, as long as nothing is selected.
  useInSight(place, shown ?? path?.stops[0]?.key ?? null, asList ? null : scene);
  const foundNodes = new Set(found.flatMap((key) => shownFor(view, key) ?? []));
  // A packet's way, or what a search has found, stands out until something is selected.
  const onFound = text.trim() !== '' && foundNodes.size > 0 ? foundNodes : null;
  const standsOut = url.selected === null ? ((path && litByEstatePath(path)) ?? onFound) : null;
  const drawn = useMemo(() => (scene && path ? withEstatePath(scene, path, measureText) : scene), [scene, path]);
  const nameOf = (key: string): string => {
    const node = view.nodes.find((one) => one.key === key);
    return nameOnPath(node ? speech.said(estate, view, node) : key, key);
  };
  return (
    <>
      {url.path && path && (
        <EstatePathStrip
          asked={url.path}
          path={path}
          complete={network.complete}
          nameOf={(key) => speech.nameOf(view, key)}
          onClose={() => put({ path: null, stop: null, end: null, lost: null, ask: null })}
        />
      )}
      <MapToolbar
        {...{ scene, narrow, room }}
        label={t('topology.title')}
        file="weft-topology"
        search={{
          ...{ text, found, selected: url.selected, onFind },
          onText: (q) => {
            setText(q);
            put({ q });
          },
        }}
        csv={() => linesCsv(view, speech, t)}
        asList={url.asList}
        onList={(list) => put({ view: list ? 'list' : null })}
      />
      <Filters estate={estate} url={url} speech={speech} put={put} />
      <Grouped view={view} open={url.open} asList={asList} put={put} />
      <p role="status" className="sr-only">
        {url.selected ? t('topology.selected', { name: speech.nameOf(view, cardOf(url.selected)) }) : ''}
      </p>
      <div ref={outer} data-settled={planned?.settled === true && planned.view === placed.view}>
        <MapWithPanel
          place={place}
          panel={
            url.selected && (
              <EstatePanel
                {...{ estate, view, network, speech, put }}
                selected={url.selected}
                open={url.open}
                onClose={() => {
                  focusSelected(place.current);
                  put({ at: null });
                }}
              />
            )
          }
        >
          {view.nodes.length === 0 ? (
            <EmptyState title={t('topology.noneShown')} />
          ) : room.width === 0 || (scene === null && !asList) ? (
            <Loading />
          ) : asList || scene === null ? (
            <EstateList
              view={{ ...view, lines: [...view.lines, ...view.undrawn] }}
              {...{ estate, speech }}
              selected={shown}
              onSelect={(at) => put({ at })}
            />
          ) : (
            <>
              <SceneView
                label={t('topology.map')}
                scene={drawn ?? scene}
                groups={groupsOf(view, scene, speech)}
                nameOf={nameOf}
                selected={shown}
                onSelect={(at) => put({ at })}
                litWith={(key) => litOnEstate(view, key) ?? standsOut}
                dimmed={standsOut !== null}
                isLine={(key) => lineKeys.has(key)}
                found={foundNodes}
              />
              <EstateLegend view={whole} />
            </>
          )}
        </MapWithPanel>
      </div>
    </>
  );
}

/** Says that VPCs are put together, and what is not drawn. */
interface GroupedProps extends Pick<EstateMapProps, 'put'> {
  readonly view: EstateView;
  readonly open: ReadonlySet<string>;
  readonly asList: boolean;
}

function Grouped({ view, open, asList, put }: GroupedProps) {
  const t = useT();
  const closed = [...new Set(view.nodes.flatMap((node) => (node.closed ? [node.account] : [])))];
  if (view.grouping === 'none' && view.undrawn.length === 0) return null;
  return (
    <p className="text-muted">
      {view.grouping === 'tag'
        ? t('topology.grouped.tag', { tag: view.tag })
        : view.grouping !== 'none' && t(`topology.grouped.${view.grouping}`)}{' '}
      {closed.length > 0 && (
        <>
          {t('topology.closedAccounts', { n: closed.length })}{' '}
          <button type="button" className={linkClass} onClick={() => put({ open: [...open, ...closed.map(accountOpened)].join('~') })}>
            {t('topology.openAll')}
          </button>{' '}
        </>
      )}
      {view.undrawn.length > 0 && !asList && (
        <>
          {t('topology.undrawn', { n: view.undrawn.length })}{' '}
          <button type="button" className={linkClass} onClick={() => put({ view: 'list' })}>
            {t('topology.undrawnList')}
          </button>
        </>
      )}
    </p>
  );
}
