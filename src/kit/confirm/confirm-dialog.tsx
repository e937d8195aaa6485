import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { toApiError } from '../../api/api-error.ts';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, idOf, nameOf, requireOperation } from '../../lib/family.ts';
import { toast } from '../../stores/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { outcomeWords, useFamily } from '../words.ts';
import { blockersQuery } from './blockers.ts';
import { ConfirmItem, type ConfirmRow } from './confirm-item.tsx';
import { useLatest } from './latest.ts';
import { useRun } from './run.ts';
import type { Confirmation } from './store.ts';

type ConfirmDialogProps = Confirmation & { readonly answer: (deleted: readonly string[]) => void };

const isGone = ({ step }: Pick<ConfirmRow, 'step'>): boolean => step?.state === 'done' || step?.state === 'started';

/** What is to be deleted, what stands in the way of it, and how far it is. */
function useConfirmation({
  scope,
  family,
  rows,
  disabledReason,
  consequence,
  usersOf,
  operation = 'delete',
  operationFor,
  params,
}: Confirmation) {
  const { module } = useFamily(family);
  const client = useQueryClient();
  // Only what is to go can be in the way of others.
  const deleting = operation === 'delete';
  const blockers = useQuery({ ...blockersQuery({ client, scope, module, rows, usersOf }), enabled: deleting });
  const checkError: unknown = blockers.error ?? blockers.data?.failed ?? null;
  const run = useRun(scope, module, { operation, operationFor, params });
  const latest = useLatest(scope, module, rows);
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
    checkError,
    items,
    /** What nothing holds. */
    free,
    left: free.filter((item) => !isGone(item)),
    failed: items.filter(({ step }) => step?.state === 'failed'),
    gone: items.filter(isGone).map(({ id }) => id),
  };
}

/**
 * One confirmation for one resource or many: what goes, what cannot go and why, and then how it went.
 * Long because it is one dialog in four states, which share nearly everything.
 */
export function ConfirmDialog({ answer, ...confirmation }: ConfirmDialogProps) {
  const t = useT();
  const { family, rows } = confirmation;
  const { module, text } = useFamily(family);
  const [typed, setTyped] = useState('');
  const { run, deleting, blockers, checking, checkError, items, free, left, failed, gone } = useConfirmation(confirmation);
  const action = requireOperation(module, confirmation.operation ?? 'delete');
  const words = text.actions[action.name];
  const { deleteLabel: removal } = confirmation;
  const verb = removal ?? words?.title ?? '';
  /** A deletion that is called so; others are named by their own verb. */
  const plain = deleting && removal === undefined;
  const many = rows.length > 1;
  const phrase = plain ? t('kit.delete.phrase', { n: left.length }) : t('kit.run.phrase', { verb: verb.toLowerCase(), n: left.length });
  const needsPhrase = deleting && many && left.length > 1 && run.steps.size === 0;
  const [only] = items;

  const start = async (which: readonly AnyRow[]): Promise<void> => {
    const steps = await run.start(which);
    const done = [...steps].filter(([, step]) => isGone({ step })).map(([id]) => id);
    if (done.length < free.length) return;
    const began = [...steps.values()].some((step) => step.state === 'started');
    const what = many
      ? t('kit.delete.many', { n: done.length, what: done.length === 1 ? text.one : text.many })
      : ((only?.name || only?.id) ?? '');
    const title = plain
      ? t(began ? 'kit.delete.startedToast' : 'kit.delete.doneToast', { what })
      : outcomeWords(t, removal === undefined || words?.done ? words : { title: verb }, what, began);
    toast({ meaning: began ? 'pending' : 'good', title });
    answer(done);
  };

  const nothing = plain ? t(many ? 'kit.delete.allBlocked' : 'kit.delete.blocked') : t('kit.run.blocked');
  const reason = checking
    ? t('kit.delete.checking')
    : free.length === 0
      ? items.every(({ vanished }) => vanished)
        ? t('kit.delete.stateVanished')
        : nothing
      : needsPhrase && typed.trim() !== phrase
        ? t('kit.delete.typeFirst', { phrase })
        : undefined;
  const called = only?.name || only?.id || '';
  const title = plain
    ? many
      ? t('kit.delete.titleMany', { n: rows.length, what: text.many })
      : t('kit.delete.title', { what: text.one, name: called })
    : t('kit.run.title', { verb, what: many ? t('kit.delete.many', { n: rows.length, what: text.many }) : called });
  // A number of none says nothing: why not one of them can go is said beside the button.
  const counted = many && left.length > 0;
  const button = plain
    ? counted
      ? t('kit.delete.buttonMany', { n: left.length })
      : many
        ? t('kit.delete')
        : t('kit.delete.button', { what: text.one })
    : counted
      ? t('kit.run.buttonMany', { verb, n: left.length })
      : verb;

  return (
    <Dialog
      alert
      title={<bdi>{title}</bdi>}
      onClose={() => (run.running ? run.stop() : answer(gone))}
      footer={
        <Buttons
          running={run.running}
          onStop={run.stop}
          onClose={() => answer(gone)}
          ended={run.steps.size > 0}
          retry={failed.length > 0 && !run.running ? () => void start(failed.map(({ row }) => row)) : undefined}
        >
          {left.length > failed.length || run.steps.size === 0 ? (
            <Button
              variant={deleting || action.data.danger ? 'danger' : 'primary'}
              pending={run.running}
              disabledReason={reason}
              onClick={() => void start(left.filter(({ step }) => step?.state !== 'failed').map(({ row }) => row))}
            >
              {button}
            </Button>
          ) : null}
        </Buttons>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-muted">{words?.what}</p>
        {checking && (
          <p className="flex items-center gap-2">
            <Spinner /> {t('kit.delete.checking')}
          </p>
        )}
        {checkError !== null && (
          <ErrorPlace error={toApiError(checkError)} title={t('kit.delete.checkFailed')} onRetry={() => void blockers.refetch()} />
        )}
        <ul className={many ? 'flex max-h-96 flex-col divide-y divide-line overflow-y-auto rounded border border-line' : 'flex flex-col'}>
          {items.map((item) => (
            <ConfirmItem key={item.id} family={family} item={item} many={many} deleting={plain} onLeave={() => answer(gone)} />
          ))}
        </ul>
        {needsPhrase && free.length > 0 && !checking && (
          <Field label={t.node('kit.delete.typeLabel', { phrase: <Code>{phrase}</Code> })} required>
            {(control) => <TextInput {...control} mono value={typed} onChange={setTyped} />}
          </Field>
        )}
      </div>
    </Dialog>
  );
}

interface ButtonsProps {
  readonly running: boolean;
  readonly ended: boolean;
  readonly onStop: () => void;
  readonly onClose: () => void;
  readonly retry: (() => void) | undefined;
  readonly children: ReactNode;
}

function Buttons({ running, ended, onStop, onClose, retry, children }: ButtonsProps) {
  const t = useT();
  return (
    <>
      {running ? (
        <Button onClick={onStop}>{t('kit.delete.stop')}</Button>
      ) : (
        <Button onClick={onClose}>{t(ended ? 'ui.close' : 'ui.cancel')}</Button>
      )}
      {retry && <Button onClick={retry}>{t('kit.delete.retryFailed')}</Button>}
      {children}
    </>
  );
}
