import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { Consequence } from '../../../network/rule-sets/consequences.ts';
import { rowEdits } from '../../../network/rule-sets/draft.ts';
import { isKnown, ruleKey } from '../../../network/rule-sets/rule-set.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { useVirtual } from '../../ui/use-virtual.ts';
import { useEditing } from './editing.ts';
import { useClipboard, useGo, useRowActions } from './grid-actions.ts';
import { gridKeys } from './grid-keys.ts';
import { GridContext, GridRow } from './grid-row.tsx';
import { useSuggestions } from './suggestions.ts';
import { useDrag } from './use-drag.ts';

const none: readonly Consequence[] = [];

/** The rules of one direction as a spreadsheet. */
export function Grid() {
  const editing = useEditing();
  const { direction, base, rows, shown, answer, known, analysis, selected, select, active } = editing;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const { rowHeight, from, to, reveal } = useVirtual(scroller, shown.length, { wholeUpTo: 60 });
  const go = useGo(editing, scroller, reveal);
  const grab = useDrag({
    scroller,
    line,
    along: (id) => (selected.has(id) ? selected : new Set([id])),
    drop: (ids, place) => editing.change((all) => rowEdits.moveTo(all, ids, place)),
    disabled: shown.length < rows.length,
    total: shown.length,
  });
  const actions = useRowActions(editing, go, grab);
  const suggestions = useSuggestions(known);
  const scene = useMemo(() => ({ direction, known, suggestions, actions }), [direction, known, suggestions, actions]);

  const chosen = (): ReadonlySet<string> => (selected.size > 0 ? selected : new Set(active ? [active.id] : []));
  const clipboard = useClipboard(editing, chosen);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!active || active.edit || !(event.target instanceof HTMLElement) || !event.target.dataset.col) return;
    const edit = (seed: string | null): void => {
      if (active.column === 'action' || seed === null) actions.focus(active.id, active.column, true);
      else if (rows.some((row) => row.id === active.id && isKnown(row.rule))) go({ ...active, edit: { seed } });
    };
    if (gridKeys(event, { ...editing, active, chosen: chosen(), go, edit })) event.preventDefault();
  };

  const places = useMemo(() => new Map(rows.map((row, at) => [row.id, at])), [rows]);
  return (
    <div ref={scroller} className="table-scroll relative [contain:content] max-h-[max(20rem,calc(100dvh-22rem))]" {...clipboard}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with cells to move among
        role="grid"
        aria-label={t(`rules.${direction}`)}
        aria-rowcount={rows.length + 1}
        className="grid-table table-fixed min-w-290 max-sm:min-w-200 max-sm:[&_:is(td,th)]:px-1.5"
        onKeyDown={onKeyDown}
      >
        <GridHead
          direction={direction}
          all={shown.length > 0 && shown.every(({ id }) => selected.has(id))}
          onAll={(all) => select(new Set(all ? shown.map(({ id }) => id) : []))}
        />
        <GridContext value={scene}>
          <tbody>
            {from > 0 && <Spacer height={from * rowHeight} />}
            {shown.slice(from, to).map((row) => {
              const was = row.from === null ? undefined : base[row.from];
              const isActive = active?.id === row.id;
              return (
                <GridRow
                  key={row.id}
                  row={row}
                  index={places.get(row.id) ?? 0}
                  mark={was === undefined ? 'new' : ruleKey(was) === ruleKey(row.rule) ? null : 'changed'}
                  selected={selected.has(row.id)}
                  active={isActive ? active.column : active === null && row === shown[0] ? 'action' : null}
                  edit={isActive ? active.edit : null}
                  hit={answer?.id === row.id}
                  consequences={analysis.of.get(row.id) ?? none}
                />
              );
            })}
            {to < shown.length && <Spacer height={(shown.length - to) * rowHeight} />}
          </tbody>
        </GridContext>
      </table>
      <div ref={line} hidden className="pointer-events-none absolute top-0 right-0 left-0 h-0.5 bg-accent" />
    </div>
  );
}

/** Stands for rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" style={{ height }} />
  );
}

interface GridHeadProps {
  readonly direction: Direction;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
}

/** The headings of the grid's columns. */
function GridHead({ direction, all, onAll }: GridHeadProps) {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col" data-align="end" className="w-19 max-sm:w-11">
          #
        </th>
        <th scope="col" className="w-10 max-sm:w-8">
          <Checkbox aria-label={t('rules.selectAll')} checked={all} onChange={onAll} />
        </th>
        <th scope="col" className="w-25 max-sm:w-9 max-sm:text-[0]">
          {t('rules.action')}
        </th>
        <th scope="col" className="w-48 max-sm:w-26">
          {t('rules.service')}
        </th>
        <th scope="col" className="w-56 max-sm:w-39">
          {t(direction === 'ingress' ? 'rules.source' : 'rules.destination')}
        </th>
        <th scope="col" className="max-sm:w-44">
          {t('rules.description')}
        </th>
        <th scope="col" className="w-72">
          {t('rules.consequences')}
        </th>
      </tr>
    </thead>
  );
}
