import type { ReactNode } from 'react';
import { Code } from '../ui/copy.tsx';
import { type Meaning, Status } from '../ui/status.tsx';

export interface ItemOutcome {
  readonly id: string;
  readonly meaning: Meaning;
  readonly state: string;
  /** Why, or what to do. */
  readonly words?: ReactNode;
}

/** What came of each item of a call that was about several: some may be done and others not. */
export function OutcomeList({ label, items }: { readonly label: string; readonly items: readonly ItemOutcome[] }) {
  return (
    <ul aria-label={label} className="flex flex-col divide-y divide-line rounded border border-line">
      {items.map(({ id, meaning, state, words }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2">
          <span className="min-w-40">
            <Code copy>{id}</Code>
          </span>
          <Status meaning={meaning}>{state}</Status>
          {words && <span className="min-w-0 flex-1 basis-60 text-muted">{words}</span>}
        </li>
      ))}
    </ul>
  );
}
