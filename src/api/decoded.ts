/**
 * Answers of single calls, held against the catalogue before a page reads them: what is missing, null or of another type
 * is never handed on as if it were there.
 */
import type { Dialect } from '../../catalogue/binding.ts';
import { decodeRow, type RowProblem } from '../../catalogue/decode.ts';
import { type ActionData, type Family, type Fields, listOf, open, optional, struct, text } from '../../catalogue/define.ts';
import type { ResultOf } from '../../catalogue/index.ts';
import { loadFamily, spokenModule } from '../../catalogue/lazy.ts';
import { ApiError } from './api-error.ts';

type Values = Readonly<Record<string, unknown>>;

/** `unreadable`: what was left out of the lists of the answer, because it could not be read. */
export interface Parts {
  readonly data: Values;
  readonly unreadable: readonly RowProblem[];
}

/** The code of an answer that is not as the documents say. */
export const unreadableAnswer = 'UnreadableAnswer';

/** The first things wrong with it are enough to find it in the raw answer. */
const told = 3;

const refusal = (problems: readonly RowProblem[], requestId: string | null): ApiError =>
  new ApiError(
    {
      code: unreadableAnswer,
      message: problems
        .slice(0, told)
        .map(({ path, issue }) => (path === '' ? issue : `${path}: ${issue}`))
        .join(', '),
      requestId,
    },
    200,
  );

/** For answers that have no family's shape: `path` is not as documented. */
export const unreadableIn = (path: string, requestId: string | null): ApiError => refusal([{ path, issue: 'type' }], requestId);

/** The answer as the action documents it. @throws ApiError `UnreadableAnswer` when anything in it is not. */
export function wholeAnswer(action: Pick<ActionData, 'results'>, data: unknown, requestId: string | null): Values {
  const { row, problems } = decodeRow(action.results, data);
  if (problems.length > 0) throw refusal(problems, requestId);
  return row;
}

/** The same, but a list may have items that cannot be read: they are left out and told. @throws ApiError for all else */
export function decodedParts(action: Pick<ActionData, 'results'>, data: unknown, requestId: string | null): Parts {
  const { row, problems } = decodeRow(action.results, data);
  const bad = new Map<string, Set<number>>();
  for (const problem of problems) {
    const [list = '', index] = problem.path.split('.');
    if (action.results[list]?.kind !== 'list' || index === undefined) throw refusal(problems, requestId);
    bad.set(list, (bad.get(list) ?? new Set()).add(Number(index)));
  }
  if (bad.size === 0) return { data: row, unreadable: [] };
  const kept = [...bad].map(([list, indexes]) => [list, (row[list] as readonly unknown[]).filter((_, index) => !indexes.has(index))]);
  return { data: { ...row, ...Object.fromEntries(kept) }, unreadable: problems };
}

/** Of any shape, null too. */
const rule = optional(open());
const rulesShape: Fields = { SecurityGroupPolicySet: struct({ Version: text(), Egress: listOf(rule), Ingress: listOf(rule) }) };

/**
 * The rules of a group as they came, where there are both lists of them and a version. Each rule is left to the reader,
 * which carries what it does not understand. @throws ApiError where a list is missing or null: that is not a group without rules
 */
export function rulesAnswer(data: unknown, requestId: string | null): ResultOf<'vpc:DescribeSecurityGroupPolicies'> {
  return wholeAnswer({ results: rulesShape }, data, requestId) as ResultOf<'vpc:DescribeSecurityGroupPolicies'>;
}

/** The action's data as accounts of the dialect speak it; its family is loaded where it is not here yet. */
export async function decodedAction(family: Family, name: string, dialect: Dialect): Promise<ActionData> {
  const plain = await loadFamily(family);
  const action = (await spokenModule(plain, dialect)).actions[name];
  if (!action) throw new Error(`the family "${family}" has no action ${name}`);
  return action;
}
