import { toApiError } from '../../api/api-error.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { ConfirmItem } from './confirm-item.tsx';
import { ConfirmContext, type ConfirmDialogProps, useConfirmation, useConfirmState } from './state.ts';

type State = ReturnType<typeof useConfirmation>;

/** One confirmation for one resource or many: what goes, what cannot go and why, and then how it went. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useT();
  const state = useConfirmState(props);
  const { run, checking, checkError, blockers, items, many, what, close } = state;
  return (
    <ConfirmContext value={state}>
      <Dialog
        alert
        title={<bdi>{titleOf(state, t)}</bdi>}
        onClose={() => (run.running ? run.stop() : close())}
        footer={
          <>
            <Close />
            <Retry />
            <Start />
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <p className="text-muted">{what}</p>
          {checking && (
            <p className="flex items-center gap-2">
              <Spinner /> {t('confirm.delete.checking')}
            </p>
          )}
          {checkError !== null && (
            <ErrorPlace error={toApiError(checkError)} title={t('confirm.delete.checkFailed')} onRetry={() => void blockers.refetch()} />
          )}
          <ul className={many ? 'flex max-h-96 flex-col divide-y divide-line overflow-y-auto rounded border border-line' : 'flex flex-col'}>
            {items.map((item) => (
              <ConfirmItem key={item.id} item={item} />
            ))}
          </ul>
          <Phrase />
        </div>
      </Dialog>
    </ConfirmContext>
  );
}

function titleOf({ plain, many, verb, items, text, subject }: State, t: Translate): string {
  const what = subject(items.length);
  if (!plain) return t('confirm.run.title', { verb, what });
  return many ? t('confirm.delete.titleMany', { what }) : t('confirm.delete.title', { what: text.one, name: what });
}

/** Why nothing can be begun yet; undefined where it can. */
function reasonOf({ checking, free, items, plain, many, needsPhrase, typed, phrase }: State, t: Translate): string | undefined {
  if (checking) return t('confirm.delete.checking');
  if (free.length === 0) {
    if (items.every(({ vanished }) => vanished)) return t('kit.delete.stateVanished');
    return plain ? t(many ? 'confirm.delete.allBlocked' : 'confirm.delete.blocked') : t('confirm.run.blocked');
  }
  return needsPhrase && typed.trim() !== phrase ? t('confirm.delete.typeFirst', { phrase }) : undefined;
}

function buttonOf({ plain, many, left, verb, text }: State, t: Translate): string {
  const n = left.length;
  // A number of none says nothing: why not one of them can go is said beside the button.
  if (many && n > 0) return plain ? t('confirm.delete.buttonMany', { n }) : t('confirm.run.buttonMany', { verb, n });
  if (!plain) return verb;
  return many ? t('kit.delete') : t('confirm.delete.button', { what: text.one });
}

function Close() {
  const t = useT();
  const { run, close } = useConfirmation();
  if (run.running) return <Button onClick={run.stop}>{t('kit.delete.stop')}</Button>;
  return <Button onClick={close}>{t(run.steps.size > 0 ? 'ui.close' : 'ui.cancel')}</Button>;
}

function Retry() {
  const t = useT();
  const { run, failed, start } = useConfirmation();
  if (failed.length === 0 || run.running) return null;
  return <Button onClick={() => void start(failed.map(({ row }) => row))}>{t('kit.delete.retryFailed')}</Button>;
}

function Start() {
  const t = useT();
  const state = useConfirmation();
  const { run, failed, left, danger, start } = state;
  if (left.length <= failed.length && run.steps.size > 0) return null;
  return (
    <Button
      variant={danger ? 'danger' : 'primary'}
      pending={run.running}
      disabledReason={reasonOf(state, t)}
      onClick={() => void start(left.filter(({ step }) => step?.state !== 'failed').map(({ row }) => row))}
    >
      {buttonOf(state, t)}
    </Button>
  );
}

/** Of many at once, the number is typed first. */
function Phrase() {
  const t = useT();
  const { needsPhrase, free, checking, phrase, typed, setTyped } = useConfirmation();
  if (!needsPhrase || free.length === 0 || checking) return null;
  return (
    <Field label={t.node('confirm.delete.typeLabel', { phrase: <Code>{phrase}</Code> })} required>
      {(control) => <TextInput {...control} mono value={typed} onChange={setTyped} />}
    </Field>
  );
}
