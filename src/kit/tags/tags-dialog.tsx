import { useQueryClient } from '@tanstack/react-query';
import { Plus, Undo2, X } from 'lucide-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { isRecord } from '../../../catalogue/values.ts';
import { toApiError } from '../../api/api-error.ts';
import { perform } from '../../api/mutate.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { type AnyRow, idOf, nameOf } from '../../lib/family.ts';
import { toast } from '../../stores/toasts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Notice } from '../../ui/status.tsx';
import { CallView } from '../call-view.tsx';
import type { TagQuestion } from '../confirm/store.ts';
import { ErrorPlace } from '../error-place.tsx';
import { refusalLine } from '../refusal-line.ts';
import { useFamily } from '../words.ts';
import { callsFor, type SharedTag, sharedTags, type TagCall, type TagChanges } from './changes.ts';

interface Draft {
  /** Key → value, of keys that are there already. */
  readonly values: ReadonlyMap<string, string>;
  readonly removed: ReadonlySet<string>;
  readonly added: readonly { readonly key: string; readonly value: string }[];
}

const blank: Draft = { values: new Map(), removed: new Set(), added: [] };

/** Lines of nothing are none. */
const lines = ({ added }: Draft) => added.filter(({ key, value }) => key.trim() !== '' || value !== '');

const changesOf = (draft: Draft): TagChanges => ({
  set: new Map([
    ...[...draft.values].filter(([key]) => !draft.removed.has(key)),
    ...lines(draft).map(({ key, value }) => [key.trim(), value] as const),
  ]),
  removed: draft.removed,
});

/** What is wrong with the draft, in words; undefined where nothing is. */
function faultOf(draft: Draft, known: readonly SharedTag[], t: Translate): string | undefined {
  const keys = new Set(known.flatMap(({ key }) => (draft.removed.has(key) ? [] : [key])));
  for (const { key, value } of lines(draft)) {
    const name = key.trim();
    if (name === '') return t('tags.noKey');
    if ([...name].length > 127 || [...value].length > 255) return t('tags.tooLong');
    if (keys.has(name)) return t('tags.twice', { key: name });
    keys.add(name);
  }
  return [...draft.values.values()].some((value) => [...value].length > 255) ? t('tags.tooLong') : undefined;
}

/** Whose tags stayed as they were, and why. */
async function failureOf(one: AnyRow): Promise<string> {
  const id = String(one.Resource ?? '')
    .split('/')
    .at(-1);
  return `${id}: ${await refusalLine({ code: String(one.Code ?? ''), message: String(one.Message ?? '') })}`;
}

/** Sends the calls one after the other, and tells of which resources nothing became. */
function useApply({ scope, rows, family, answer }: Omit<TagQuestion, 'kind'>) {
  const t = useT();
  const client = useQueryClient();
  const { module, text } = useFamily(family);
  const tags = useFamily('tag').module;
  const [state, setState] = useState<{ readonly pending: boolean; readonly error: unknown; readonly left: readonly string[] }>({
    pending: false,
    error: null,
    left: [],
  });
  const apply = async (calls: readonly TagCall[]): Promise<void> => {
    setState({ pending: true, error: null, left: [] });
    const left = new Set<string>();
    try {
      for (const { name, params } of calls) {
        const { data } = await perform(client, scope, { module: tags, name, params });
        for (const one of Array.isArray(data.FailedResources) ? data.FailedResources.filter(isRecord) : []) left.add(await failureOf(one));
      }
    } catch (error) {
      setState({ pending: false, error, left: [...left] });
      return;
    }
    if (left.size > 0) {
      setState({ pending: false, error: null, left: [...left] });
      return;
    }
    const [only] = rows;
    const what = rows.length === 1 && only ? nameOf(module, only) || idOf(module, only) : t.fill(text.counted, { n: rows.length });
    toast({ meaning: 'good', title: t('tags.done', { what }) });
    answer();
  };
  return { ...state, apply };
}

/** The tags of one resource or of several: what is not touched here stays as it is on each of them. */
export function TagsDialog(question: TagQuestion) {
  const { scope, family, rows, answer } = question;
  const t = useT();
  const { module, text } = useFamily(family);
  const tags = useFamily('tag').module;
  const [draft, setDraft] = useState<Draft>(blank);
  const { pending, error, left, apply } = useApply(question);
  const known = sharedTags(rows);
  const calls = callsFor(
    rows,
    { type: module.data.tags?.type ?? '', region: scope.region, idOf: (row) => idOf(module, row) },
    changesOf(draft),
  );
  const [only] = rows;
  const fault = faultOf(draft, known, t);
  const reason = fault ?? (calls.length === 0 ? t('tags.nothing') : undefined);
  const title =
    rows.length === 1 && only
      ? t('tags.title', { name: nameOf(module, only) || idOf(module, only) })
      : t('tags.titleMany', { what: t.fill(text.counted, { n: rows.length }) });
  return (
    <Dialog
      title={<bdi>{title}</bdi>}
      onClose={answer}
      footer={
        <>
          <Button onClick={answer}>{t('ui.cancel')}</Button>
          <Button variant="primary" pending={pending} disabledReason={reason} onClick={() => void apply(calls)}>
            {t('tags.apply')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {known.length === 0 && draft.added.length === 0 && <p className="text-muted">{t('tags.none')}</p>}
        <Lines known={known} total={rows.length} draft={draft} onDraft={setDraft} />
        {fault !== undefined && <Notice meaning="warning" title={fault} />}
        {left.length > 0 && <Notice meaning="danger" title={t('tags.partly', { names: left.join('; ') })} />}
        {error !== null && <ErrorPlace live error={toApiError(error)} title={t('tags.failed')} />}
        {calls.length > 0 && (
          <details>
            <summary className="text-muted">{t('tags.calls', { n: calls.length })}</summary>
            <Suspense>
              <div className="flex flex-col gap-2 pt-2">
                {calls.map(({ name, params }, index) => {
                  const action = tags.actions[name];
                  // biome-ignore lint/suspicious/noArrayIndexKey: the calls are in their order
                  return action && <CallView key={index} name={name} action={action} params={params} />;
                })}
              </div>
            </Suspense>
          </details>
        )}
      </div>
    </Dialog>
  );
}

interface LinesProps {
  readonly known: readonly SharedTag[];
  readonly total: number;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

const row = 'grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2';

function Lines({ known, total, draft, onDraft }: LinesProps): ReactNode {
  const t = useT();
  const id = useId();
  const put = (index: number, change: Partial<Draft['added'][number]>): void =>
    onDraft({ ...draft, added: draft.added.map((line, at) => (at === index ? { ...line, ...change } : line)) });
  const toggle = (key: string): void => {
    const removed = new Set(draft.removed);
    if (!removed.delete(key)) removed.add(key);
    onDraft({ ...draft, removed });
  };
  return (
    <div className="flex flex-col gap-2">
      {(known.length > 0 || draft.added.length > 0) && (
        <div className={`${row} text-muted text-xs`} aria-hidden="true">
          <span>{t('tags.key')}</span>
          <span>{t('tags.value')}</span>
          <span className="w-8" />
        </div>
      )}
      {known.map(({ key, values, count }) => {
        const gone = draft.removed.has(key);
        const [same = ''] = values.size === 1 ? values.keys() : [''];
        return (
          <div key={key} className={row}>
            <span className="flex min-w-0 flex-col">
              <bdi className={gone ? 'truncate text-muted line-through' : 'truncate'}>{key}</bdi>
              {total > 1 && <span className="text-muted text-xs">{t('tags.on', { n: count, total })}</span>}
            </span>
            {gone ? (
              <span className="text-muted">{t('tags.willGo')}</span>
            ) : (
              <TextInput
                aria-label={t('tags.valueOf', { key })}
                value={draft.values.get(key) ?? same}
                placeholder={values.size > 1 ? t('tags.several') : ''}
                onChange={(value) => onDraft({ ...draft, values: new Map(draft.values).set(key, value) })}
              />
            )}
            <IconButton
              label={t(gone ? 'tags.keep' : 'tags.remove', { key })}
              icon={gone ? <Undo2 aria-hidden="true" className="size-4" /> : <X aria-hidden="true" className="size-4" />}
              onClick={() => toggle(key)}
            />
          </div>
        );
      })}
      {draft.added.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its key is what is being typed
        <div key={`${id}${index}`} className={row}>
          <TextInput aria-label={t('tags.keyOf', { n: index + 1 })} value={line.key} onChange={(key) => put(index, { key })} />
          <TextInput aria-label={t('tags.valueOfNew', { n: index + 1 })} value={line.value} onChange={(value) => put(index, { value })} />
          <IconButton
            label={t('tags.dropNew', { n: index + 1 })}
            icon={<X aria-hidden="true" className="size-4" />}
            onClick={() => onDraft({ ...draft, added: draft.added.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <span>
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" className="size-3.5" />}
          onClick={() => onDraft({ ...draft, added: [...draft.added, { key: '', value: '' }] })}
        >
          {t('tags.add')}
        </Button>
      </span>
    </div>
  );
}
