import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { cx } from '../../ui/cx.ts';
import { StatusIcon } from '../../ui/status.tsx';
import type { Labels } from './labels.ts';
import { stateMeanings } from './look.ts';
import type { TopologyNode } from './node.ts';
import { type Row, rowsOf, stepOf } from './outline.ts';

const rowHeight = 28;
/** Rows drawn above and below those in sight. */
const spare = 8;

interface TreeProps {
  readonly roots: readonly TopologyNode[];
  readonly isOpen: (node: TopologyNode) => boolean;
  readonly labels: Labels;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

/** The rows in sight of a long list, and where they begin. */
function useWindow(count: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [{ top, height }, set] = useState({ top: 0, height: 600 });
  const look = (): void => {
    const element = scroller.current;
    if (element) set({ top: element.scrollTop, height: element.clientHeight });
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => set({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + spare);
  return { scroller, look, first, last };
}

/** The same network as the map, as a tree to walk by keyboard and by ear. What is open here is open there. */
export function TopologyTree({ roots, isOpen, labels, selected, onSelect, onToggle, onOpen }: TreeProps) {
  const t = useT();
  const id = useId();
  const rows = useMemo(() => rowsOf(roots, isOpen), [roots, isOpen]);
  const [cursor, setCursor] = useState<string | null>(null);
  const { scroller, look, first, last } = useWindow(rows.length);
  const found = rows.findIndex(({ node }) => node.key === (cursor ?? selected));
  const at = Math.max(0, found);
  const { reveal } = useFollow(scroller, rows, selected, setCursor);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows[at];
    if (row && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      if (event.key === 'Enter') onOpen(row.node.key);
      else onSelect(row.node.key);
      return;
    }
    const step = stepOf(rows, at, event.key, (node) => labels.of(node).title);
    if (!step) return;
    event.preventDefault();
    if ('toggle' in step) {
      setCursor(rows[step.toggle]?.node.key ?? null);
      onToggle(rows[step.toggle]?.node.key ?? '');
    } else {
      setCursor(rows[step.to]?.node.key ?? null);
      reveal(step.to);
    }
  };

  // The row that the cursor is on is always there, so that it can be named.
  const shown = [...Array.from({ length: last - first }, (_, offset) => first + offset)];
  if (rows.length > 0 && (at < first || at >= last)) shown.push(at);
  const rowId = (index: number): string => `${id}${index}`;
  return (
    <div ref={scroller} onScroll={look} className="relative min-h-0 flex-1 overflow-auto">
      <p id={`${id}help`} className="sr-only">
        {t('topology.outlineHelp')}
      </p>
      <div
        role="tree"
        aria-label={t('topology.outline')}
        aria-describedby={`${id}help`}
        tabIndex={0}
        aria-activedescendant={rows.length > 0 ? rowId(at) : undefined}
        onKeyDown={onKeyDown}
        className="group relative min-w-full outline-offset-[-2px]"
        style={{ height: rows.length * rowHeight }}
      >
        {shown.map((index) => {
          const row = rows[index];
          return row ? (
            <TreeRow
              key={row.node.key}
              id={rowId(index)}
              index={index}
              row={row}
              title={labels.of(row.node).title}
              detail={labels.of(row.node).detail}
              said={labels.said(row.node)}
              current={index === at}
              selected={row.node.key === selected}
              onSelect={onSelect}
              onToggle={onToggle}
              onOpen={onOpen}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

/** What is selected elsewhere is brought into sight here, and the cursor goes with it. */
function useFollow(
  scroller: React.RefObject<HTMLDivElement | null>,
  rows: readonly Row[],
  selected: string | null,
  setCursor: (key: string | null) => void,
): { reveal: (index: number) => void } {
  const reveal = (index: number): void => {
    const element = scroller.current;
    if (!element) return;
    const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  };
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (selected === null || last.current === selected) return;
    const index = rows.findIndex(({ node }) => node.key === selected);
    if (index < 0) return;
    last.current = selected;
    setCursor(selected);
    reveal(index);
  });
  return { reveal };
}

interface TreeRowProps extends Pick<TreeProps, 'onSelect' | 'onToggle' | 'onOpen'> {
  readonly id: string;
  readonly index: number;
  readonly row: Row;
  readonly title: string;
  readonly detail: string;
  readonly said: string;
  readonly current: boolean;
  readonly selected: boolean;
}

const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { id, index, row, title, detail, said, current, selected, onSelect, onToggle, onOpen } = props;
  const { node, level, position, siblings, open } = row;
  const holds = node.children.length > 0;
  const Caret = open ? ChevronDown : ChevronRight;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the tree has the focus and its keys
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-setsize={siblings}
      aria-posinset={position}
      aria-expanded={holds ? open : undefined}
      aria-selected={selected}
      aria-label={said}
      onClick={(event) => ((event.target as Element).closest('[data-caret]') ? onToggle(node.key) : onSelect(node.key))}
      onDoubleClick={(event) => (event.target as Element).closest('[data-caret]') || onOpen(node.key)}
      className={cx(
        'absolute inset-x-0 flex h-7 cursor-pointer items-center gap-1 whitespace-nowrap pr-2',
        selected ? 'bg-accent-soft text-accent' : 'hover:bg-hover',
        current && 'group-focus-visible:outline-2 group-focus-visible:outline-focus group-focus-visible:outline-offset-[-2px]',
      )}
      style={{ top: index * rowHeight, paddingLeft: (level - 1) * 14 + 4 }}
    >
      <span data-caret={holds ? '' : undefined} aria-hidden="true" className="flex size-6 shrink-0 items-center justify-center text-muted">
        {holds && <Caret className="size-3.5" />}
      </span>
      <span className={cx('truncate', level < 3 && 'font-medium')}>{title}</span>{' '}
      <span className="min-w-0 truncate text-muted text-xs">{detail}</span>
      {node.state !== 'good' && <StatusIcon meaning={stateMeanings[node.state]} className="ml-auto size-3.5" />}
    </div>
  );
});
