// The catalogue's texts one file at a time. The compiler holds each file against the shape of its texts here.
import { familyNames, keyOf } from '../support/families.mjs';
import { languageCodes, textsIn } from '../support/languages.mjs';

export const file = 'catalogue/text/loaders.ts';

function loadersOf(root, language) {
  const shared = ['common', 'errors', 'problems'].map(
    (name) => `    ${name}: () => import('./${language}/${name}.json', { with: { type: 'json' } }),\n`,
  );
  const families = familyNames(root).map((name) => {
    textsIn(root, `catalogue/families/${name}/${language}.json`);
    return `      ${keyOf(name)}: () => import('../families/${name}/${language}.json', { with: { type: 'json' } }),\n`;
  });
  return `  ${keyOf(language)}: {\n${shared.join('')}    families: {\n${families.join('')}    },\n  },\n`;
}

export const render = (root) => `
import type { Language } from '../languages.ts';
import type { AllTexts, MissingTexts } from './shape.ts';

const loaders = {
${languageCodes(root)
  .map((language) => loadersOf(root, language))
  .join('')}};

/** A text that is missing is a compile error here, which says where it goes. */
export const textLoaders: AllTexts<MissingTexts<typeof loaders>[Language]> = loaders;
`;
