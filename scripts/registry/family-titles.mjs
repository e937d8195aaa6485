// What a section of the console is called, by family: the shell says it before any family's own texts are here. It is the "section"
// of the family's texts in the catalogue, or else its "many", with a capital where the language has them.
import { familyNames } from '../support/families.mjs';
import { languageCodes, textsIn } from '../support/languages.mjs';

const titleOf = ({ section, many }) => section ?? many.charAt(0).toUpperCase() + many.slice(1);

export const files = (root) =>
  languageCodes(root).map((language) => {
    const titles = familyNames(root).map((name) => [name, titleOf(textsIn(root, `catalogue/families/${name}/${language}.json`))]);
    return { file: `src/i18n/family/${language}.json`, text: `${JSON.stringify(Object.fromEntries(titles), null, 2)}\n` };
  });
