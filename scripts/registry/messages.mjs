// The console's texts for the compiler: which there are, which values they ask for, and what a language still lacks. Texts stand
// in a folder's en.json, zh.json, …; the folder's name in camel case is their area. TypeScript reads JSON's strings as `string`,
// so what stands in braces is read here.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformWithOxc } from 'vite';
import { camelCase, keyOf, literal } from '../support/families.mjs';
import { at } from '../support/root.mjs';

export const file = 'src/i18n/messages.ts';

/** The console's own reader of messages, stripped of its types: Node 20 runs no TypeScript. */
const parser = await transformWithOxc(readFileSync(at('catalogue/text/parse.ts'), 'utf8'), 'parse.ts');
const { parseMessage } = await import(`data:text/javascript,${encodeURIComponent(parser.code)}`);

/** Every folder of texts: its area, its path inside `src`, and by language its texts. */
function areasOf(root) {
  const found = new Map();
  for (const entry of readdirSync(path.join(root, 'src'), { recursive: true })) {
    const [, folder, language] = /^(.+)[\\/]([\w-]+)\.json$/.exec(entry) ?? [];
    if (!folder) continue;
    const area = found.get(folder) ?? { area: camelCase(path.basename(folder)), folder: folder.replaceAll('\\', '/'), texts: {} };
    area.texts[language] = JSON.parse(readFileSync(path.join(root, 'src', entry), 'utf8'));
    found.set(folder, area);
  }
  const areas = [...found.values()].sort((a, b) => (a.area < b.area ? -1 : 1));
  for (const [index, { area, folder, texts }] of areas.entries()) {
    if (!texts.en) throw new Error(`src/${folder} has texts, but no en.json: English is what the others are translated from.`);
    if (area === areas[index + 1]?.area) throw new Error(`src/${folder} and src/${areas[index + 1].folder} both hold the texts "${area}".`);
  }
  return areas;
}

/** The arguments of a message by name, with the type of what is put in; `V` is what may stand in a sentence as it is. */
function argumentsOf(message, found = {}) {
  for (const part of message) {
    if (typeof part === 'string') continue;
    if (part.type !== 'plain') found[part.name] = part.type === 'select' ? [...part.forms.keys()].map(literal).join(' | ') : 'number';
    found[part.name] ??= 'V';
    for (const form of part.forms?.values() ?? []) argumentsOf(form, found);
  }
  return found;
}

function messageIn(folder, key, text) {
  try {
    return parseMessage(text);
  } catch (error) {
    throw new Error(`src/${folder}/en.json, "${key}": ${error.message}`);
  }
}

function valuesLine(key, message) {
  const fields = Object.entries(argumentsOf(message)).map(([name, type]) => `readonly ${keyOf(name)}: ${type}`);
  if (fields.length === 0) return '';
  const line = `  readonly ${literal(key)}: { ${fields.join('; ')} };\n`;
  return line.length <= 141 ? line : `  readonly ${literal(key)}: {\n${fields.map((field) => `    ${field};\n`).join('')}  };\n`;
}

/** By language: the areas of which it lacks texts that English has. */
function incomplete(areas) {
  const languages = [...new Set(areas.flatMap(({ texts }) => Object.keys(texts)))].sort();
  const lacking = languages.map((language) => [
    language,
    areas.filter(({ texts }) => Object.keys(texts.en).some((key) => texts[language]?.[key] === undefined)).map(({ area }) => area),
  ]);
  return literal(Object.fromEntries(lacking.filter(([, names]) => names.length > 0)));
}

export function render(root) {
  const areas = areasOf(root);
  const texts = areas.map(({ area, folder }) => `  readonly ${keyOf(area)}: typeof import('../${folder}/en.json');\n`);
  const values = areas.flatMap(({ area, folder, texts: { en } }) =>
    Object.entries(en).map(([key, text]) => valuesLine(`${area}.${key}`, messageIn(folder, key, text))),
  );
  return `
/** The texts of each area, by key. */
export interface Texts {
${texts.join('')}}

/** The values that a text asks for; a text that asks for none has no entry. \`V\` is what a plain value may be. */
export interface Values<V> {
${values.join('')}}

/** By language: the areas of which it lacks texts. The English ones stand in. */
export const incomplete: Readonly<Record<string, readonly string[]>> = ${incomplete(areas)};
`;
}
