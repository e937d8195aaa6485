// What the sections and pages of the console are called: the shell says it before their own texts are here. A section has the
// "section" of its family's texts in the catalogue, or else their "many", with a capital where the language has them; a page has
// the "title" of its own texts.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { familyNames, foldersWith } from '../support/families.mjs';
import { languageCodes, textsIn } from '../support/languages.mjs';

const sectionOf = ({ section, many }) => section ?? many.charAt(0).toUpperCase() + many.slice(1);

/** Refuses a place in the navigation without a page, and a page with an icon, which the navigation shows, without a place. */
function checkPages(root) {
  const order = 'src/navigation.ts';
  const list = /pagesInOrder = \[([^\]]*)\]/.exec(readFileSync(path.join(root, order), 'utf8'))?.[1] ?? '';
  const placed = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const withIcon = foldersWith(root, 'src/pages', 'route.ts').filter((name) =>
    /^\s+icon\b/m.test(readFileSync(path.join(root, 'src/pages', name, 'route.ts'), 'utf8')),
  );
  for (const name of placed) {
    const file = `src/pages/${name}/route.ts`;
    if (!existsSync(path.join(root, file))) throw new Error(`${file} is missing: pagesInOrder of ${order} names the page "${name}".`);
    if (!withIcon.includes(name)) throw new Error(`${file} gives the page no \`icon\`, and pagesInOrder of ${order} names it.`);
  }
  const forgotten = withIcon.find((name) => !placed.includes(name));
  if (forgotten) throw new Error(`the page "${forgotten}" stands nowhere: enter it in pagesInOrder of ${order}.`);
}

export const files = (root) => {
  checkPages(root);
  return languageCodes(root).flatMap((language) => {
    const titlesIn = (folder, names, titleOf) => {
      const titles = names.map((name) => [name, titleOf(textsIn(root, `${folder}/${name}/${language}.json`))]);
      return `${JSON.stringify(Object.fromEntries(titles), null, 2)}\n`;
    };
    // What a language does not have yet is shown in English.
    const isTitled = (name) => {
      const file = `src/pages/${name}/${language}.json`;
      return existsSync(path.join(root, file)) && textsIn(root, file).title !== undefined;
    };
    const pages = foldersWith(root, 'src/pages', 'en.json').filter(isTitled);
    return [
      { file: `src/i18n/family/${language}.json`, text: titlesIn('catalogue/families', familyNames(root), sectionOf) },
      { file: `src/i18n/page/${language}.json`, text: titlesIn('src/pages', pages, ({ title }) => title) },
    ];
  });
};
