/** A rule that the URL proposes: put into the draft once, where it is wanted, and taken out of the URL. */
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { newRow } from '../../../network/rule-sets/draft.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useRuleKind } from './kind.ts';
import type { Editor } from './use-editor.ts';

export function useGivenRule(direction: Direction, change: Editor['change']): void {
  const [search, setSearch] = useSearchParams();
  const { given } = useRuleKind();
  const taken = useRef(false);
  useEffect(() => {
    const found = given.read(search);
    if (!found || taken.current) return;
    taken.current = true;
    change(direction, (rows) => rows.toSpliced(found.before ?? rows.length, 0, newRow(found.rule)));
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const name of given.names) next.delete(name);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [search, setSearch, direction, change, given]);
}
