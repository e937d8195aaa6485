/** A family's data and words, as a page needs them. Suspends while they are on their way. */
import { use, useCallback, useMemo } from 'react';
import { type FamilyRef, isRead, splitRef } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { loadFamily, type ModuleOf } from '../../catalogue/lazy.ts';
import type { CallField, FieldOf, OperationOf, RowOf } from '../../catalogue/row-of.ts';
import { loadProblems, loadText } from '../../catalogue/text/load.ts';
import { type ActionText, type FamilyText, fieldText, type ProblemTexts } from '../../catalogue/text/shape.ts';
import { type Translate, useLanguage, useT } from '../i18n/index.ts';
import { operation } from '../lib/family.ts';
import { useBarrier } from '../lib/permission.ts';
import { useDialect } from '../lib/scope.ts';
import { useSpokenModule } from '../lib/spoken.ts';

interface FamilyWords<F extends FamilyRef> {
  readonly module: ModuleOf<RowOf<F>, OperationOf<F>>;
  readonly text: FamilyText;
  /** The name of a field of the family's rows on the screen. */
  readonly label: (field: FieldOf<F>) => string;
}

export function useFamily<F extends FamilyRef>(family: F): FamilyWords<F> {
  const language = useLanguage();
  // Both are asked for before either is waited for.
  const loading = loadText(language, splitRef(family).family);
  const plain = use(loadFamily(family));
  const words = use(loading);
  const module = useSpokenModule(plain, useDialect());
  return useMemo(() => {
    const { variant } = splitRef(family);
    const text: FamilyText = variant === undefined ? words : { ...words, ...words.variants?.[variant] };
    const list = operation<string>(module, 'list')?.name ?? '';
    return { module, text, label: (field) => fieldText(text, list, field).label };
  }, [module, words, family]);
}

/** The labels of what an operation takes and tells: parameters, parts of rows, rows of the family's members. */
export function useLabelsOf<F extends FamilyRef, O extends OperationOf<F>>(family: F, called: O): (field: CallField<F, O>) => string {
  const { module, text } = useFamily<FamilyRef>(family);
  const name = operation(module, called)?.name ?? '';
  return useCallback((field) => fieldText(text, name, field).label, [text, name]);
}

/** Why an operation of the family cannot be done here, in words: the account’s dialect lacks it, or the person may not; else undefined. */
export function useLacking<F extends FamilyRef>(family: F): (operation: OperationOf<F>) => string | undefined {
  const t = useT();
  const { module, text } = useFamily<FamilyRef>(family);
  const dialect = useDialect();
  const barred = useBarred(family);
  return (name) => {
    const known = operation(module, name);
    if (!known) return undefined;
    if (speechOf(module, dialect, known.name).kind === 'lacks') return text.actions[known.name]?.gone ?? t('kit.notInDialect');
    return isRead(known.data) ? undefined : barred;
  };
}

/** Why nothing of the family may be changed here, in words; undefined where it may. The one place that pages ask. */
export function useBarred(family: FamilyRef | undefined): string | undefined {
  const t = useT();
  const barrier = useBarrier(family && splitRef(family).family);
  return barrier && t(`kit.barrier.${barrier}`);
}

/** The same of an operation that only accounts of some dialects know at all, and others have not even loaded. */
export function useUnspoken<F extends FamilyRef>(family: F): (operation: OperationOf<F>) => string | undefined {
  const t = useT();
  const { module } = useFamily<FamilyRef>(family);
  const lacking = useLacking(family);
  return (name) => (operation(module, name) ? lacking(name) : t('kit.notInDialect'));
}

/** First letter in capitals: the catalogue's words are written for the middle of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What has been done with something, in the family's own words where it has them. `began`: it goes on by itself. */
export function outcomeWords(t: Translate, words: ActionText | undefined, what: string, began: boolean): string {
  if (began) return t('kit.run.startedToast', { verb: words?.title ?? '', what });
  return words?.done ? t.fill(words.done, { what }) : t('kit.run.doneToast', { verb: words?.title ?? '', what });
}

/** The sentences for the validator's issues. Suspends once. */
export const useProblemTexts = (): ProblemTexts => use(loadProblems(useLanguage()));

/** In the place of a secret; always as many, so that the length is not told either. */
export const dots = '••••••••';
