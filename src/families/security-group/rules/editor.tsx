import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SecurityGroup } from '../../../../catalogue/families/security-group.ts';
import { useT } from '../../../i18n/index.ts';
import { ErrorPlace } from '../../../kit/error-place.tsx';
import { toast } from '../../../stores/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { Loading } from '../../../ui/spinner.tsx';
import { Notice } from '../../../ui/status.tsx';
import { Dialogs, type Open } from './dialogs.tsx';
import { newRow, rowEdits, wantedBy } from './draft.ts';
import { type ReadRules, toTable } from './files.ts';
import { useGivenRule } from './given.ts';
import { type Active, Grid } from './grid.tsx';
import { Inspector } from './inspector.tsx';
import { useInterfaces } from './interfaces.ts';
import { blankRule, type Direction, directions, type Rule, type Versioned } from './model.ts';
import { Notices } from './notices.tsx';
import { useRules } from './read.ts';
import { AnswerBanner, searched } from './search.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { faultOf } from './text.ts';
import { Toolbar } from './toolbar.tsx';
import { useAnalysis } from './use-analysis.ts';
import { useEditor } from './use-editor.ts';
import { useReferences } from './use-references.ts';

/** The tab of a group where its rules are changed. */
export function RuleEditor({ group }: { readonly group: SecurityGroup }) {
  const t = useT();
  const { rules, error, refresh } = useRules(group.SecurityGroupId);
  if (error && !rules) return <ErrorPlace error={error} title={t('securityGroup.rulesFailed')} onRetry={refresh} />;
  return rules ? <Editing key={group.SecurityGroupId} group={group} asked={rules} refresh={refresh} /> : <Loading />;
}

interface EditingProps {
  readonly group: SecurityGroup;
  readonly asked: Versioned;
  readonly refresh: () => void;
}

const namedGroups = (rules: readonly Rule[]): string =>
  [...new Set(rules.flatMap(({ far }) => (far.kind === 'group' ? [far.id] : [])))].sort().join(' ');

/** Everything of the editor put together. Long because it only hands things on. */
function Editing({ group, asked, refresh }: EditingProps) {
  const t = useT();
  const id = group.SecurityGroupId;
  const editor = useEditor(id, asked);
  const { draft, change, live } = editor;
  const [search, setSearch] = useSearchParams();
  const direction: Direction = search.get('way') === 'egress' ? 'egress' : 'ingress';
  const rows = draft.rows[direction];
  const wanted = useMemo(() => wantedBy(draft), [draft]);
  const groupsNamed = namedGroups([...live.ingress, ...live.egress, ...wanted.ingress, ...wanted.egress]);
  const known = useReferences(useMemo(() => (groupsNamed === '' ? [] : groupsNamed.split(' ')), [groupsNamed]));
  const { analysis, typing } = useAnalysis({ direction, rows, references: known.references });
  const interfaces = useInterfaces(id);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<Active | null>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const [before, setBefore] = useState<Versioned | null>(null);

  const page = useRef<HTMLDivElement>(null);
  useUndoKeys(page, editor.undo, editor.redo);
  useGivenRule(direction, change);

  const { shown, answer } = useMemo(() => searched(rows, query, known), [rows, query, known]);
  const chosen = useMemo(() => new Set(rows.filter((row) => selected.has(row.id)).map((row) => row.id)), [rows, selected]);
  const faults = directions.flatMap((way) => draft.rows[way].filter((row) => faultOf(row.rule) !== null)).length;

  const add = (rule: Rule = blankRule): void => {
    const row = newRow(rule);
    change(direction, (all) => all.toSpliced(active ? all.findIndex(({ id: at }) => at === active.id) + 1 : 0, 0, row));
    setQuery('');
    setActive({ id: row.id, column: rule === blankRule ? 'service' : 'far', edit: { seed: null } });
  };
  const put = (read: ReadRules, after: string | null): void => {
    for (const way of directions) {
      const own = read.rules.flatMap((one) => ((one.direction ?? direction) === way ? [one.rule] : []));
      if (own.length === 0) continue;
      change(way, (all) =>
        rowEdits.insert(all, way === direction && after ? all.findIndex((row) => row.id === after) + 1 : all.length, own),
      );
    }
    const [first] = read.unread;
    toast({
      meaning: first ? 'warning' : 'good',
      title: t('securityGroup.pasted', { n: read.rules.length }),
      ...(first
        ? {
            detail: t('securityGroup.unreadLine', {
              n: read.unread.length,
              line: first.line,
              why: t(`securityGroup.fault.${first.fault}`),
            }),
          }
        : {}),
    });
  };
  const show = (way: Direction): void => {
    setSelected(new Set());
    setActive(null);
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (way === 'egress') next.set('way', way);
        else next.delete('way');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return (
    <div ref={page} className="flex min-w-0 flex-col gap-3">
      <Notices editor={editor} before={before} onMerge={() => setOpen('merge')} onBefore={setBefore} />
      <Toolbar
        editor={editor}
        name={group.SecurityGroupName || id}
        direction={direction}
        onDirection={show}
        query={query}
        onQuery={setQuery}
        onAdd={add}
        onOpen={setOpen}
        faults={faults}
      />
      {chosen.size > 0 && (
        <SelectionBar
          n={chosen.size}
          movable={shown.length === rows.length}
          change={(edit) => change(direction, (all) => edit(all, chosen))}
          onCopy={() =>
            void navigator.clipboard?.writeText(
              toTable(
                direction,
                rows.filter((row) => chosen.has(row.id)).map(({ rule }) => rule),
              ),
            )
          }
          onClear={() => setSelected(new Set())}
        />
      )}
      {answer && <AnswerBanner packet={answer.packet} answer={answer} rows={rows} direction={direction} known={known} />}
      {rows.length === 0 ? (
        <Notice
          meaning="neutral"
          title={t('securityGroup.noRules')}
          actions={
            <Button size="sm" onClick={() => add()}>
              {t('securityGroup.add')}
            </Button>
          }
        />
      ) : (
        <Grid
          key={direction}
          direction={direction}
          base={draft.base}
          rows={rows}
          shown={shown}
          hit={answer?.id ?? null}
          known={known}
          analysis={analysis}
          selected={chosen}
          onSelect={setSelected}
          active={active}
          onActive={setActive}
          typing={typing}
          change={(edit) => change(direction, edit)}
          onPaste={put}
          onAdd={() => add()}
        />
      )}
      <Inspector
        rows={rows}
        active={active}
        analysis={analysis}
        interfaces={interfaces.complete ? interfaces.rows.length : null}
        version={draft.base.version}
      />
      <Dialogs
        open={open}
        onOpen={setOpen}
        group={group}
        editor={editor}
        known={known}
        onRead={(read) => put(read, active?.id ?? null)}
        onApplied={(was) => {
          setBefore(was);
          refresh();
        }}
      />
    </div>
  );
}

/** Ctrl or ⌘ with Z and Y, wherever on the page one is; in a text they are the text's own. */
function useUndoKeys(page: RefObject<HTMLElement | null>, undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
      const { target } = event;
      const elsewhere = target instanceof Node && target !== document.body && !page.current?.contains(target);
      const inText = target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'search');
      if (elsewhere || inText) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [page, undo, redo]);
}
