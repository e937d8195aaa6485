// The languages with their own names and their BCP 47 tags.
import { literal } from '../support/families.mjs';
import { languageCodes, textsIn } from '../support/languages.mjs';

export const file = 'catalogue/text/languages.ts';

const languageOf = (root, code) => {
  const { name, tag } = textsIn(root, `catalogue/text/${code}/language.json`);
  return { name, tag };
};

export const render = (root) => `
export const languages = ${literal(Object.fromEntries(languageCodes(root).map((code) => [code, languageOf(root, code)])))} as const;
`;
