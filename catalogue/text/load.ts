/** The words of the catalogue, loaded by language and by family when first needed, and kept. */
import type { Family } from '../define.ts';
import { type Language, languages } from '../languages.ts';
import { loadOnce } from '../load-once.ts';
import { textLoaders } from './loaders.ts';
import type { ErrorTexts, FamilyText, ProblemTexts } from './shape.ts';

/** The words of a family with the common ones behind them, for `fieldText` and `valueText`. */
export const loadText = loadOnce(async (language: Language, family: Family): Promise<FamilyText> => {
  const { families, common } = textLoaders[language];
  const [{ default: own }, { default: shared }] = await Promise.all([families[family](), common()]);
  return { ...own, fields: { ...shared.fields, ...own.fields }, values: { ...shared.values, ...own.values } };
});

/** The sentences for the validator's issues; `problemText` fills them in. */
export const loadProblems = loadOnce(async (language: Language): Promise<ProblemTexts> => {
  const { default: texts } = await textLoaders[language].problems();
  return { ...texts, tag: languages[language].tag };
});

/**
 * What each error code means and what to do: the codes that several families share, and those of the families named.
 * `explanationOf` finds the one that fits any code.
 */
export const loadErrors = loadOnce(async (language: Language, ...families: Family[]): Promise<ErrorTexts> => {
  const loaders = textLoaders[language];
  const [{ default: shared }, { errorFacts }, ...texts] = await Promise.all([
    loaders.errors(),
    import('../errors.ts'),
    ...families.map((family) => loaders.families[family]()),
  ]);
  const codes = Object.assign({}, shared.codes, ...texts.map(({ default: { errors } }) => errors)) as typeof shared.codes;
  return Object.fromEntries(
    Object.entries(codes).map(([code, { means, todo }]) => {
      return [code, { means, todo: todo ?? shared.advice[errorFacts(code)?.advice ?? 'retry'] }];
    }),
  );
});
