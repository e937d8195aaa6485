import { GripVertical } from 'lucide-react';
import { createContext, memo, type PointerEvent, use } from 'react';
import type { Consequence } from '../../../network/rule-sets/consequences.ts';
import type { DraftRow } from '../../../network/rule-sets/draft.ts';
import { type CarriedRule, isCarried, type KnownRule } from '../../../network/rule-sets/rule-set.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { cx } from '../../ui/cx.ts';
import { StatusIcon } from '../../ui/status.tsx';
import { CellEditor, type CellExit } from './cell-editor.tsx';
import { ConsequenceCell } from './consequences.tsx';
import { type ActiveCell, columns, type RuleColumn } from './editing.ts';
import { useRuleKind } from './kind.ts';
import { remoteLabel, type Suggestions, serviceLabel } from './suggestions.ts';
import type { RuleReferences } from './use-references.ts';
import { CarriedWords, RemoteWords, ServiceWords } from './words.tsx';

/** What a row may ask for; the same object as long as the grid lives. */
export interface RowActions {
  readonly focus: (id: string, column: RuleColumn, edit: boolean) => void;
  readonly select: (id: string, how: 'toggle' | 'range') => void;
  readonly type: (id: string, rule: KnownRule | null) => void;
  readonly commit: (id: string, change: Partial<KnownRule>, leaving: CellExit) => void;
  readonly cancel: (leaving?: CellExit) => void;
  readonly grab: (event: PointerEvent<HTMLElement>, id: string) => void;
}

/** What all rows of a grid share. It changes seldom, so that a row is drawn again only when its own state changes. */
interface GridScene {
  readonly direction: Direction;
  readonly known: RuleReferences;
  readonly suggestions: Suggestions;
  readonly actions: RowActions;
}

export const GridContext = createContext<GridScene | null>(null);

function useGrid(): GridScene {
  const scene = use(GridContext);
  if (!scene) throw new Error('useGrid outside of a grid of rules');
  return scene;
}

interface GridRowProps {
  readonly row: DraftRow;
  readonly index: number;
  readonly mark: 'new' | 'changed' | null;
  readonly selected: boolean;
  readonly active: RuleColumn | null;
  /** The active cell is written in; with a text, typed over what was there. */
  readonly edit: ActiveCell['edit'];
  readonly hit: boolean;
  readonly consequences: readonly Consequence[];
}

const cellClass = 'truncate focus:outline-2 focus:outline-accent focus:outline-offset-[-2px]';

/** One rule. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, selected, active, hit, mark } = props;
  const t = useT();
  const { actions } = useGrid();
  const { rule, id } = row;
  return (
    <tr
      data-row={id}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={cx('data-dragged:opacity-50', hit && 'outline-2 outline-accent outline-offset-[-2px]')}
    >
      <td data-align="end" className="text-muted">
        <span className="flex items-center justify-end gap-1">
          {mark && (
            <span title={t(mark === 'new' ? 'rules.isNew' : 'rules.isChanged')} className="font-mono text-accent">
              {mark === 'new' ? '+' : '~'}
            </span>
          )}
          <span
            title={t('rules.dragHint')}
            onPointerDown={(event) => actions.grab(event, id)}
            className="inline-flex h-6 cursor-grab touch-none items-center text-muted"
          >
            <GripVertical aria-hidden="true" className="size-3.5" />
            {index + 1}
          </span>
        </span>
      </td>
      <td>
        <Checkbox
          aria-label={t('rules.selectRule', { n: index + 1 })}
          checked={selected}
          tabIndex={active === null ? -1 : 0}
          onClick={(event) => actions.select(id, event.shiftKey ? 'range' : 'toggle')}
          onChange={() => undefined}
        />
      </td>
      {isCarried(rule) ? <CarriedCell id={id} rule={rule} active={active} /> : <KnownCells {...props} rule={rule} />}
      <ConsequenceCell rule={rule} touched={mark !== null} consequences={props.consequences} />
    </tr>
  );
});

/** Props of a part of a row whose rule is known. */
type KnownProps = GridRowProps & { readonly rule: KnownRule };

function KnownCells(props: KnownProps) {
  const { rule } = props;
  const t = useT();
  const { known } = useGrid();
  return (
    <>
      <Cell {...props} column="action">
        <span className={cx('inline-flex items-center gap-1.5 align-middle', rule.action === 'ACCEPT' ? 'text-good' : 'text-danger')}>
          <StatusIcon meaning={rule.action === 'ACCEPT' ? 'good' : 'danger'} className="size-3.5" />
          {/* On a phone the shape tells, so that the remote end stays in sight. */}
          <span className="max-sm:sr-only">{t(rule.action === 'ACCEPT' ? 'rules.accept' : 'rules.drop')}</span>
        </span>
      </Cell>
      <Cell {...props} column="service">
        <ServiceWords rule={rule} known={known} />
      </Cell>
      <Cell {...props} column="remote">
        <RemoteWords rule={rule} known={known} />
      </Cell>
      <Cell {...props} column="description">
        <bdi title={rule.description}>{rule.description}</bdi>
      </Cell>
    </>
  );
}

/** One cell over all columns: it can be gone to and read, and that is all. */
function CarriedCell({ id, rule, active }: { readonly id: string; readonly rule: CarriedRule; readonly active: RuleColumn | null }) {
  const t = useT();
  const { actions } = useGrid();
  const column = active ?? 'action';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys of all its cells
    <td
      data-col={column}
      data-carried
      colSpan={columns.length}
      tabIndex={active === null ? -1 : 0}
      title={t('rules.carriedHint')}
      onClick={() => actions.focus(id, column, false)}
      className={cellClass}
    >
      <CarriedWords rule={rule} />
    </td>
  );
}

function Cell({ column, children, ...props }: KnownProps & { readonly column: RuleColumn; readonly children: React.ReactNode }) {
  const { row, active, edit } = props;
  const { actions } = useGrid();
  if (edit && active === column && column !== 'action') {
    return (
      <td className="px-1!">
        <CellInput {...props} column={column} seed={edit.seed} />
      </td>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys of all its cells
    <td
      data-col={column}
      tabIndex={active === column ? 0 : -1}
      // One click never changes a rule: a text opens at the second, an action turns at a double click or by a key.
      onClick={() => actions.focus(row.id, column, active === column && column !== 'action')}
      onDoubleClick={() => actions.focus(row.id, column, true)}
      className={cellClass}
    >
      {children}
    </td>
  );
}

interface CellInputProps extends Pick<KnownProps, 'row' | 'rule'> {
  readonly column: Exclude<RuleColumn, 'action'>;
  readonly seed: string | null;
}

/** One cell being written in: what its text means, at every key and in the end. */
function CellInput({ row, rule, column, seed }: CellInputProps) {
  const t = useT();
  const { direction, known, suggestions, actions } = useGrid();
  const { cells } = useRuleKind();
  const { id } = row;
  const read = (text: string): Partial<KnownRule> | { readonly fault: string } => {
    if (column === 'description') return { description: text.trim() };
    const value = cells[column](text, known.names);
    if ('fault' in value) return { fault: t(`rules.fault.${value.fault}`) };
    return { [column]: value.value };
  };
  const label = t(
    column === 'description'
      ? 'rules.description'
      : column === 'service'
        ? 'rules.service'
        : direction === 'ingress'
          ? 'rules.source'
          : 'rules.destination',
  );
  const before =
    column === 'description' ? rule.description : column === 'service' ? serviceStart(rule, known) : remoteLabel(rule.remote, known);
  return (
    <CellEditor
      key={column}
      label={label}
      initial={seed ?? before}
      fresh={seed !== null}
      mono={column !== 'description'}
      options={column === 'description' ? [] : suggestions[column]}
      check={(text) => {
        const value = read(text);
        return 'fault' in value && typeof value.fault === 'string' ? value.fault : null;
      }}
      onType={(text) => {
        const value = read(text);
        actions.type(id, 'fault' in value ? null : { ...rule, ...value });
      }}
      onCommit={(text, leaving) => {
        const value = read(text);
        if (!('fault' in value)) actions.commit(id, value, leaving);
      }}
      onCancel={actions.cancel}
    />
  );
}

/** A service that is not finished ("TCP …") is begun anew. */
const serviceStart = (rule: KnownRule, known: RuleReferences): string =>
  rule.service.kind === 'ports' && rule.service.port === '' ? '' : serviceLabel(rule.service, known);
