/** What a confirmation is about and how far it is: what all parts of its dialog share. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, idOf, nameOf, requireOperation } from '../../lib/family.ts';
import { toast } from '../../stores/toasts.ts';
import { outcomeWords, useFamily } from '../words.ts';
import { type Blocker, blockersQuery, type PartialLoss } from './blockers.ts';
import { useLatestRows } from './latest.ts';
import { type BatchStep, useRun } from './run.ts';
import type { Confirmation } from './store.ts';

export type ConfirmDialogProps = Confirmation & { readonly answer: (deleted: readonly string[]) => void };

export interface ConfirmRow {
  readonly row: AnyRow;
  readonly id: string;
  readonly name: string;
  /** It went away while the question was open. */
  readonly vanished: boolean;
  readonly disabledReason: string | null;
  readonly consequence: string | null;
  readonly blockers: readonly Blocker[];
  /** What loses something with it. */
  readonly along: readonly PartialLoss[];
  readonly step: BatchStep | undefined;
}

const isGone = ({ step }: Pick<ConfirmRow, 'step'>): boolean => step?.state === 'done' || step?.state === 'started';

/** What is to be deleted, what stands in the way of it, and how far it is. */
function useItems({ scope, family, rows, disabledReason, consequence, usersOf, operation = 'delete', operationFor, params }: Confirmation) {
  const { module } = useFamily(family);
  const client = useQueryClient();
  // Only what is to go can be in the way of others.
  const deleting = operation === 'delete';
  const blockers = useQuery({ ...blockersQuery({ client, scope, module, rows, usersOf }), enabled: deleting });
  const run = useRun(scope, module, { operation, operationFor, params });
  const latest = useLatestRows(scope, module, rows);
  const items = rows.map((asked, at): ConfirmRow => {
    const id = idOf(module, asked);
    const row = latest[at] ?? asked;
    return {
      row,
      id,
      name: nameOf(module, row),
      // What this dialog itself has begun with it is told by its step.
      vanished: latest[at] === null && !run.steps.has(id),
      disabledReason: disabledReason?.(row) ?? null,
      consequence: consequence?.(row) ?? null,
      blockers: blockers.data?.of.get(id) ?? [],
      along: blockers.data?.along.get(id) ?? [],
      step: run.steps.get(id),
    };
  });
  const free = items.filter((item) => !item.vanished && !item.disabledReason && item.blockers.length === 0);
  return {
    run,
    deleting,
    blockers,
    checking: deleting && blockers.isPending,
    checkError: (blockers.error ?? blockers.data?.failed ?? null) as unknown,
    items,
    /** What nothing holds. */
    free,
    left: free.filter((item) => !isGone(item)),
    failed: items.filter(({ step }) => step?.state === 'failed'),
    gone: items.filter(isGone).map(({ id }) => id),
  };
}

/** The state of one dialog, made where it opens. */
export function useConfirmState({ answer, ...confirmation }: ConfirmDialogProps) {
  const t = useT();
  const { family, deleteLabel } = confirmation;
  const { module, text } = useFamily(family);
  const state = useItems(confirmation);
  const { run, deleting, items, free, left, gone } = state;
  const [typed, setTyped] = useState('');
  const action = requireOperation(module, confirmation.operation ?? 'delete');
  const words = text.actions[action.name];
  const many = items.length > 1;
  const [only] = items;
  const verb = deleteLabel ?? words?.title ?? '';
  /** A deletion that is called so; others are named by their own verb. */
  const plain = deleting && deleteLabel === undefined;
  const subject = (n: number): string => (many ? t.fill(text.counted, { n }) : only?.name || only?.id || '');

  const start = async (which: readonly AnyRow[]): Promise<void> => {
    const steps = await run.start(which);
    const done = [...steps].filter(([, step]) => isGone({ step })).map(([id]) => id);
    if (done.length < free.length) return;
    const began = [...steps.values()].some((step) => step.state === 'started');
    const what = subject(done.length);
    const title = plain
      ? t(began ? 'confirm.delete.startedToast' : 'confirm.delete.doneToast', { what })
      : outcomeWords(t, deleteLabel === undefined || words?.done ? words : { title: verb }, what, began);
    toast({ meaning: began ? 'pending' : 'good', title });
    answer(done);
  };
  return {
    ...state,
    family,
    text,
    many,
    verb,
    plain,
    /** What it is about, in words: a name, or how many of what. */
    subject,
    what: words?.what,
    danger: deleting || action.data.danger !== undefined,
    needsPhrase: deleting && many && left.length > 1 && run.steps.size === 0,
    phrase: plain ? t('confirm.delete.phrase', { n: left.length }) : t('confirm.run.phrase', { verb: verb.toLowerCase(), n: left.length }),
    typed,
    setTyped,
    start,
    close: () => answer(gone),
  };
}

type ConfirmState = ReturnType<typeof useConfirmState>;

export const ConfirmContext = createContext<ConfirmState | null>(null);

/** The state of the dialog that the component stands in. */
export function useConfirmation(): ConfirmState {
  const state = use(ConfirmContext);
  if (!state) throw new Error('this part stands in no confirmation');
  return state;
}
