/** Text that is typed here and kept elsewhere, in the URL say, which follows a moment later. */
import { useState } from 'react';

/**
 * What the box shows, and what it does on a change: the text typed stands at once, since a box whose value comes late
 * loses letters. A value that changes by other means (back button, a link) wins over what was typed.
 */
export function useTyped(value: string, write: (text: string) => void): readonly [text: string, type: (text: string) => void] {
  // `late` are values from before the last letter: while the kept value is one of them, it is still on its way.
  const [draft, setDraft] = useState<{ readonly text: string; readonly late: readonly string[] } | null>(null);
  if (draft && draft.text === value) setDraft(null);
  const text = draft?.late.includes(value) ? draft.text : value;
  const type = (next: string): void => {
    if (next === text) return;
    setDraft({ text: next, late: [...(draft?.late ?? []), value, text] });
    write(next);
  };
  return [text, type];
}
