import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { buttonClass } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { SearchInput } from '../../ui/input.tsx';
import { type Labels, pageOf } from './labels.ts';
import { TopologyMap } from './map.tsx';
import { type TopologyNode, walk } from './node.ts';
import { Panel } from './panel.tsx';
import { Results } from './results.tsx';
import { search } from './search.ts';
import { TopologyTree } from './tree.tsx';
import { turnedWith } from './url-state.ts';
import type { TopologyState } from './use-topology.ts';
import type { MapUrlState } from './use-url-state.ts';

interface BrowserProps {
  readonly placed: TopologyState;
  readonly urlState: MapUrlState;
  readonly labels: Labels;
}

const nobody: ReadonlySet<string> = new Set();

/** What is selected, and the ways to it: the same from the map, the outline and the search. */
function useSelection({ topology, holders, openness }: TopologyState, { state: { selected, view }, put }: MapUrlState) {
  const navigate = useNavigate();
  // A URL that tells what is selected, but not where one looks, looks there.
  const [goal, setGoal] = useState<{ key: string } | null>(selected !== null && view === null ? { key: selected } : null);
  const select = useCallback((key: string | null): void => put({ selected: key }), [put]);
  const nodes = useMemo(() => new Map([...walk(topology.roots)].map(([node]) => [node.key, node])), [topology]);
  const above = (key: string): TopologyNode[] => {
    const found: TopologyNode[] = [];
    for (let one = holders.get(key); one; one = holders.get(one.key)) found.push(one);
    return found;
  };
  const pageFor = (node: TopologyNode): string => pageOf(node, above(node.key).find(({ kind }) => kind === 'vpc')?.id ?? null);
  return {
    selected,
    goal,
    nodes,
    select,
    pageFor,
    open: (key: string): void => {
      const node = nodes.get(key);
      if (node) void navigate(pageFor(node));
    },
    toggle: (key: string): void => {
      const node = nodes.get(key);
      if (node) openness.toggle(node);
    },
    /** Selects it and brings it into sight, opening what it stands in. */
    show: (key: string): void => {
      const closed = above(key).filter((node) => !openness.isOpen(node));
      put(({ turned }) => ({
        selected: key,
        turned: turnedWith(
          turned,
          closed.map((node) => node.key),
        ),
      }));
      setGoal({ key });
    },
  };
}

/** What is sought and found. Enter goes to the best; pressed while the network is still read, it holds for the first that is found. */
function useSearch(topology: TopologyState['topology'], show: (key: string) => void) {
  const [text, setText] = useState('');
  const [awaited, setAwaited] = useState(false);
  const found = useMemo(() => search(topology, text), [topology, text]);
  const best = found[0]?.key;
  useEffect(() => {
    if (!awaited || best === undefined) return;
    setAwaited(false);
    show(best);
  }, [awaited, best, show]);
  return {
    text,
    found,
    type: (next: string): void => {
      setText(next);
      setAwaited(false);
    },
    enter: (): void => {
      if (best === undefined) setAwaited(text.trim() !== '');
      else show(best);
    },
  };
}

/** Outline and map side by side, with one search, one selection and one idea of what is open. */
export function Browser({ placed, urlState, labels }: BrowserProps) {
  const t = useT();
  const { topology, network, openness, path } = placed;
  const [narrow, setNarrow] = useState<'map' | 'outline'>('map');
  const { selected, goal, nodes, select, pageFor, open, toggle, show } = useSelection(placed, urlState);
  const { text, found, type, enter } = useSearch(topology, show);
  const marked = useMemo(() => (found.length > 0 ? new Set(found.map(({ key }) => key)) : (path?.keys ?? nobody)), [found, path]);
  const node = selected === null ? undefined : nodes.get(selected);
  const searching = text.trim() !== '';
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 md:flex-row md:gap-3">
      <div className={cx('flex min-h-0 flex-col gap-2 md:w-72 md:shrink-0', narrow === 'outline' && 'flex-1 md:flex-none')}>
        <search>
          <form
            className="flex gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              enter();
            }}
          >
            <SearchInput label={t('topology.search')} value={text} onChange={type} className="min-w-0 flex-1" />
            <NarrowSwitch value={narrow} onChange={setNarrow} />
          </form>
        </search>
        <div
          className={cx(
            'min-h-0 flex-1 flex-col overflow-hidden rounded-md border border-line bg-surface md:flex',
            narrow === 'outline' || searching ? 'flex' : 'hidden',
            narrow === 'map' && 'max-h-40 md:max-h-none',
          )}
        >
          {searching ? (
            <Results found={found} labels={labels} selected={selected} onChoose={({ key }) => show(key)} />
          ) : (
            <TopologyTree
              roots={topology.roots}
              isOpen={openness.isOpen}
              labels={labels}
              selected={selected}
              onSelect={show}
              onToggle={toggle}
              onOpen={open}
            />
          )}
        </div>
      </div>
      <div className={cx('relative min-h-0 min-w-0 flex-1 md:flex', narrow === 'map' ? 'flex' : 'hidden')}>
        <TopologyMap
          placed={placed}
          urlState={urlState}
          labels={labels}
          selected={selected}
          found={marked}
          goal={goal}
          onSelect={select}
          onToggle={toggle}
          onOpen={open}
        />
        {node && (
          <Panel
            node={node}
            page={pageFor(node)}
            edges={topology.edges}
            nodeAt={(key) => nodes.get(key)}
            known={network.known}
            labels={labels}
            onSelect={show}
            onClose={() => select(null)}
          />
        )}
      </div>
    </div>
  );
}

/** On narrow screens one of the two is shown. */
function NarrowSwitch({ value, onChange }: { readonly value: 'map' | 'outline'; readonly onChange: (value: 'map' | 'outline') => void }) {
  const t = useT();
  const other = value === 'map' ? 'outline' : 'map';
  return (
    <button type="button" onClick={() => onChange(other)} className={cx(buttonClass('secondary'), 'md:hidden')}>
      {other === 'map' ? t('topology.asMap') : t('topology.asOutline')}
    </button>
  );
}
