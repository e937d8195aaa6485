/** Questions before something that cannot be taken back. Whoever asks gets a promise; one dialog at a time answers it. */
import { create } from 'zustand';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { AnyRow } from '../../lib/family.ts';
import type { Scope } from '../../lib/scope.ts';
import type { ParamValues } from '../form/param-values.ts';
import type { UsersOf } from './blockers.ts';

export interface Question {
  readonly kind: 'question';
  readonly title: string;
  readonly body?: string;
  readonly yes: string;
  readonly no?: string;
  readonly danger?: boolean;
}

/** An operation on one resource or several that wants a confirmation: mostly their deletion. */
export interface Confirmation<R extends AnyRow = AnyRow> {
  readonly kind: 'confirmation';
  readonly scope: Scope;
  readonly family: FamilyRef;
  readonly rows: readonly R[];
  /** The family's operation that is called for each row; 'delete' when left out. */
  readonly operation?: string;
  /** What a deletion of this family is called, where it is not "Delete". */
  readonly deleteLabel?: string;
  /** The family's operation for a row, where members of one family are served by different actions; `operation` gives the words. */
  operationFor?(row: R): string;
  /** Parameters that the rows do not tell under the action's own names. */
  params?(row: R): ParamValues<string>;
  /** What only the family can tell of a row that this cannot be done with: in words, or null. */
  disabledReason?(row: R): string | null;
  /** What else happens when this is done with a row: in words, or null. */
  consequence?(row: R): string | null;
  /** Who uses a row, where no list tells. */
  readonly usersOf?: UsersOf;
}

/** The tags of one resource or of several are edited. */
export interface TagQuestion {
  readonly kind: 'tags';
  readonly scope: Scope;
  readonly family: FamilyRef;
  readonly rows: readonly AnyRow[];
  /** The dialog is over, whatever became of it. */
  readonly answer: () => void;
}

type OpenQuestion =
  | TagQuestion
  | (Question & { readonly answer: (yes: boolean) => void })
  | (Confirmation & { readonly answer: (deleted: readonly string[]) => void });

export const useConfirm = create<{ readonly asked: OpenQuestion | null }>(() => ({ asked: null }));

const settle = (): void => useConfirm.setState({ asked: null });

/** Asks yes or no. */
export const confirm = (question: Omit<Question, 'kind'>): Promise<boolean> =>
  new Promise((resolve) => {
    const answer = (yes: boolean): void => {
      settle();
      resolve(yes);
    };
    useConfirm.setState({ asked: { kind: 'question', ...question, answer } });
  });

/** Opens the tags of these resources. */
export const askTags = (question: Pick<TagQuestion, 'scope' | 'family' | 'rows'>): void =>
  useConfirm.setState({ asked: { kind: 'tags', ...question, answer: settle } });

/** Asks for, and carries out, an operation on resources of one family. Resolves to the ids it was done with. */
export const askConfirm = <R extends AnyRow>(confirmation: Omit<Confirmation<R>, 'kind'>): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const answer = (deleted: readonly string[]): void => {
      settle();
      resolve(deleted);
    };
    useConfirm.setState({ asked: { kind: 'confirmation', ...confirmation, answer } });
  });
