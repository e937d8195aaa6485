/** The draft of one group's rules: kept in the browser, followed by what the cloud says meanwhile. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  changeDraft,
  type Draft,
  type DraftRow,
  draftFromStored,
  draftOf,
  draftWanting,
  isChanged,
  redoChange,
  storedDraft,
  undoChange,
} from '../../../network/rule-sets/draft.ts';
import { type RuleSet, sameSet, type VersionedRuleSet } from '../../../network/rule-sets/rule-set.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useScope } from '../../lib/scope.ts';
import { keepDraft, readDraft, readHistory, remember, type SeenVersion } from './draft-storage.ts';

export interface Editor {
  readonly draft: Draft;
  readonly dirty: boolean;
  /** What the cloud has, as last heard. */
  readonly live: VersionedRuleSet;
  /** Somebody else changed the rules since the draft was begun. */
  readonly behind: boolean;
  /** False when the browser does not keep drafts. */
  readonly kept: boolean;
  /** A draft that was left could not be trusted, and is not used. */
  readonly dropped: boolean;
  readonly history: readonly SeenVersion[];
  readonly change: (direction: Direction, edit: (rows: readonly DraftRow[]) => readonly DraftRow[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Throws the draft away. */
  readonly reset: () => void;
  /** A new draft on top of what is live, that wants these rules. */
  readonly want: (wanted: RuleSet, base?: VersionedRuleSet) => void;
  readonly replace: (draft: Draft) => void;
  /** The rules were read elsewhere than where this editor reads them. */
  readonly heard: (rules: VersionedRuleSet) => void;
  /** What was applied is live now; the draft is done with. */
  readonly settled: (rules: VersionedRuleSet) => void;
}

/** Rules of an earlier Weft that are not just as the cloud tells them now may have been misread then. */
function begin(live: VersionedRuleSet, left: ReturnType<typeof readDraft>): { readonly draft: Draft; readonly dropped: boolean } {
  if (left === null) return { draft: draftOf(live), dropped: false };
  if (left === 'damaged') return { draft: draftOf(live), dropped: true };
  const believed = !left.unsure || (left.draft.base.version === live.version && sameSet(left.draft.base, live));
  return believed ? { draft: draftFromStored(left.draft), dropped: false } : { draft: draftOf(live), dropped: true };
}

/** How long after a change the draft is written to the browser's storage, in ms: not at every key. */
const writeAfter = 300;

/** Whose rules they are. */
interface Owner {
  readonly id: string;
  readonly name: string;
}

/** Writes the draft to the browser's storage while it differs from its base. False when the browser does not take it. */
function useKept({ id, name }: Owner, draft: Draft, dirty: boolean): boolean {
  const scope = useScope();
  const [kept, setKept] = useState(true);
  const latest = useRef({ draft, dirty, name });
  const write = useRef(() =>
    setKept(keepDraft(scope, { id, name: latest.current.name }, latest.current.dirty ? storedDraft(latest.current.draft) : null)),
  );
  useEffect(() => {
    latest.current = { draft, dirty, name };
    const timer = setTimeout(write.current, writeAfter);
    return () => clearTimeout(timer);
  }, [draft, dirty, name]);
  useEffect(() => {
    // Who leaves within that time has it written at once.
    const now = write.current;
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);
  return kept;
}

export function useEditor(owner: Owner, asked: VersionedRuleSet): Editor {
  const { id } = owner;
  const [told, setTold] = useState<{ readonly over: VersionedRuleSet; readonly rules: VersionedRuleSet } | null>(null);
  // What an apply has read is newer than what the page asked for before it.
  const live = told && told.over === asked ? told.rules : asked;
  const scope = useScope();
  const [{ draft: first, dropped }] = useState(() => begin(live, readDraft(scope, id)));
  const [draft, setDraft] = useState(first);
  const [history, setHistory] = useState<readonly SeenVersion[]>(() => readHistory(scope, id));
  const dirty = useMemo(() => isChanged(draft), [draft]);
  const behind = useMemo(() => draft.base.version !== live.version || !sameSet(draft.base, live), [draft.base, live]);

  // What the cloud says is remembered as a version seen, and an untouched draft follows it.
  const [heard, setHeard] = useState<VersionedRuleSet | null>(null);
  if (heard !== live) {
    setHeard(live);
    if (!dirty && behind) setDraft(draftOf(live));
  }
  useEffect(() => setHistory(remember(scope, id, { ...live, at: Date.now(), how: 'seen' })), [scope, id, live]);

  const kept = useKept(owner, draft, dirty);
  const change = useCallback<Editor['change']>(
    (direction, edit) =>
      setDraft((now) => {
        const rows = edit(now.rows[direction]);
        return rows === now.rows[direction] ? now : changeDraft(now, { ...now.rows, [direction]: rows });
      }),
    [],
  );
  return {
    draft,
    dirty,
    live,
    behind,
    kept,
    dropped,
    history,
    change,
    undo: useCallback(() => setDraft(undoChange), []),
    redo: useCallback(() => setDraft(redoChange), []),
    reset: () => setDraft(draftOf(live)),
    want: (wanted, base = live) => setDraft(draftWanting(base, wanted)),
    replace: setDraft,
    heard: (rules) => setTold({ over: asked, rules }),
    settled: (rules) => {
      setTold({ over: asked, rules });
      setHistory(remember(scope, id, { ...rules, at: Date.now(), how: 'applied' }));
      setHeard(rules);
      setDraft(draftOf(rules));
    },
  };
}
