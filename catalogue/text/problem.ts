/** From a problem of the validator to a sentence for a person. */
import { idPrefixes } from '../ids.ts';
import type { Problem } from '../validate.ts';
import { fill } from './message.ts';
import type { ProblemTexts } from './shape.ts';

/** One sentence about a problem: what is wrong, and what would do. */
export function problemText(texts: ProblemTexts, problem: Problem): string {
  const inBytes = problem.field?.kind === 'text' && problem.field.unit === 'byte';
  const sentence =
    inBytes && problem.issue === 'too-long'
      ? texts.tooLongInBytes
      : inBytes && problem.issue === 'too-short'
        ? texts.tooShortInBytes
        : texts.issues[problem.issue];
  return fill(sentence, { limit: limitText(texts, problem) }, texts.tag).join('');
}

function limitText(texts: ProblemTexts, { issue, field, limit = '' }: Problem): string {
  if (issue === 'type') {
    const known: Readonly<Record<string, string>> = texts.types;
    return known[String(limit)] ?? String(limit);
  }
  if (issue === 'not-an-id' && field?.kind === 'ref') {
    const prefixes = field.prefix === undefined ? idPrefixes(field.family) : [field.prefix];
    return prefixes.map((prefix) => `${prefix}-1a2b3c4d`).join(texts.or);
  }
  return String(limit);
}
