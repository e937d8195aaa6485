/** What the doctor asks: the reads that pages of an account would send, each once. */
import type { Dialect } from '../../catalogue/binding.ts';
import { type ActionData, type FamilyData, type Field, isRead, splitRef } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { idPrefixes } from '../../catalogue/ids.ts';
import { familyModules } from '../../catalogue/index.ts';
import type { FamilyModule } from '../../catalogue/module.ts';
import { services } from '../../catalogue/services.ts';

/** The rows that have a part which others of their list have not, by a field of theirs. */
interface Kind {
  readonly field: string;
  readonly value: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  'vpc:DescribeNetworkAclQuintupleEntries': { field: 'NetworkAclType', value: 'QUINTUPLE' },
};

export interface Question {
  /** "vpc:DescribeVpcs" */
  readonly action: string;
  /** It is asked about one of these, and needs nothing else. */
  readonly of?: { readonly param: string; readonly prefix: string; readonly isList: boolean; readonly kind?: Kind };
  /** How ids of its rows begin; none where it lists parts of something. */
  readonly prefixes: readonly string[];
}

/** Every list and other read of the dialect that asks for nothing, and every read that asks for the id of one such row alone. */
export function questionsFor(dialect: Dialect): readonly Question[] {
  const questions = new Map<string, Question>();
  for (const module of familyModules)
    for (const [name, prefixes] of readsOf(module.data)) {
      const question = questionOf(module, dialect, name);
      if (question && !questions.has(question.action)) questions.set(question.action, { ...question, prefixes });
    }
  return [...questions.values()];
}

/** The family's operations by their first action, with how ids of what it lists begin. */
const readsOf = (data: FamilyData): (readonly [name: string, prefixes: readonly string[]])[] =>
  [data, ...Object.values(data.variants ?? {})].flatMap((sort) => {
    const own = 'prefix' in sort ? [String(sort.prefix)] : idPrefixes(data.family).slice(0, 1);
    return Object.entries(sort.operations).map(([operation, [name = '']]) => [name, operation === 'list' ? own : []] as const);
  });

function questionOf(module: FamilyModule, dialect: Dialect, own: string): Omit<Question, 'prefixes'> | null {
  const speech = speechOf(module, dialect, own);
  if (speech.kind === 'lacks') return null;
  const action = speech.kind === 'bound' ? speech.binding.action : own;
  const data = speech.kind === 'bound' ? speech.theirs : module.actions[own];
  const [service = ''] = action.split(':');
  // What begins a task is no question.
  if (
    !data ||
    !isRead(data) ||
    data.async ||
    services[service as keyof typeof services].vendor !== 'tencent' ||
    (data.oneOf ?? []).length > 0
  )
    return null;
  const needed = neededBy(data);
  if (needed.length === 0) return service === 'sts' ? null : { action };
  const [param, field] = needed[0] ?? [];
  const inner = field?.kind === 'list' ? field.of : field;
  if (needed.length > 1 || param === undefined || inner?.kind !== 'ref') return null;
  const prefix = inner.prefix ?? idPrefixes(splitRef(inner.family).family)[0];
  if (prefix === undefined) return null;
  const kind = kinds[action];
  return { action, of: { param, prefix, isList: field?.kind === 'list', ...(kind ? { kind } : {}) } };
}

const neededBy = ({ params }: ActionData): [string, Field][] => Object.entries(params).filter(([, field]) => field.required === true);
