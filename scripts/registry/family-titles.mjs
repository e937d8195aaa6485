// What a section of the console is called, by family: the shell says it before any family's own texts are here. It is the "section"
// of the family's texts in the catalogue, or else its "many", with a capital where the language has them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const titleOf = ({ section, many }) => section ?? many.charAt(0).toUpperCase() + many.slice(1);

export function files(root) {
  const families = path.join(root, 'catalogue/families');
  const names = readdirSync(families, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const byLanguage = {};
  for (const name of names.sort()) {
    for (const text of readdirSync(path.join(families, name)).filter((entry) => entry.endsWith('.json'))) {
      const texts = JSON.parse(readFileSync(path.join(families, name, text), 'utf8'));
      byLanguage[text] = { ...byLanguage[text], [name]: titleOf(texts) };
    }
  }
  return Object.entries(byLanguage).map(([name, titles]) => ({
    file: `src/i18n/family/${name}`,
    text: `${JSON.stringify(titles, null, 2)}\n`,
  }));
}
