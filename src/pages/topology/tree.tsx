import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { cx } from '../../ui/cx.ts';
import { StatusIcon } from '../../ui/status.tsx';
import { useVirtual } from '../../ui/use-virtual.ts';
import type { Labels } from './labels.ts';
import type { TopologyNode } from './node.ts';
import { type OutlineRow, rowsOf, stepOf } from './outline.ts';
import { stateMeanings } from './styles.ts';

interface TreeProps {
  readonly roots: readonly TopologyNode[];
  readonly isOpen: (node: TopologyNode) => boolean;
  readonly labels: Labels;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

/** The same network as the map, as a tree to walk by keyboard and by ear. What is open here is open there. */
export function TopologyTree({ roots, isOpen, labels, selected, onSelect, onToggle, onOpen }: TreeProps) {
  const t = useT();
  const id = useId();
  const rows = useMemo(() => rowsOf(roots, isOpen), [roots, isOpen]);
  const [cursor, setCursor] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { rowHeight, from, to, reveal } = useVirtual(scroller, rows.length);
  const found = rows.findIndex(({ node }) => node.key === (cursor ?? selected));
  const at = Math.max(0, found);
  useFollow(rows, selected, setCursor, reveal);

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
  const shown = Array.from({ length: to - from }, (_, offset) => from + offset);
  if (rows.length > 0 && (at < from || at >= to)) shown.push(at);
  const rowId = (index: number): string => `${id}${index}`;
  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-auto [--row:1.75rem]">
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
              top={index * rowHeight}
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
  rows: readonly OutlineRow[],
  selected: string | null,
  setCursor: (key: string | null) => void,
  reveal: (index: number) => void,
): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (selected === null || last.current === selected) return;
    const index = rows.findIndex(({ node }) => node.key === selected);
    if (index < 0) return;
    last.current = selected;
    setCursor(selected);
    reveal(index);
  });
}

interface TreeRowProps extends Pick<TreeProps, 'onSelect' | 'onToggle' | 'onOpen'> {
  readonly id: string;
  /** In px. */
  readonly top: number;
  readonly row: OutlineRow;
  readonly title: string;
  readonly detail: string;
  readonly said: string;
  readonly current: boolean;
  readonly selected: boolean;
}

const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { id, top, row, title, detail, said, current, selected, onSelect, onToggle, onOpen } = props;
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
        'absolute inset-x-0 flex h-(--row) cursor-pointer items-center gap-1 whitespace-nowrap pr-2',
        selected ? 'bg-accent-soft text-accent' : 'hover:bg-hover',
        current && 'group-focus-visible:outline-2 group-focus-visible:outline-focus group-focus-visible:outline-offset-[-2px]',
      )}
      style={{ top, paddingLeft: (level - 1) * 14 + 4 }}
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
