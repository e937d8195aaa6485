// The families as their folders say: a folder of catalogue/families with an index.ts, whose `data` is a literal.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';

/** The names of the folders in `folder` (a path inside `root`) that hold `file`, in alphabetical order. */
export const foldersWith = (root, folder, file) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(root, folder, entry.name, file)))
    .map(({ name }) => name)
    .sort();

export const familyNames = (root) => foldersWith(root, 'catalogue/families', 'index.ts');

/** Those that tell what accounts of today call. */
export const familiesOfToday = (root) => foldersWith(root, 'catalogue/families', 'today.ts');

/** "flow-log" → "flowLog", for names in code. */
export const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** What `export const data = family(actions, { … })` says, read without a compiler: Node 20 runs no TypeScript. */
export function familyData(root, name) {
  const file = `catalogue/families/${name}/index.ts`;
  const literal = /^export const data = family\(actions, (\{.*?\})\);$/ms.exec(readFileSync(path.join(root, file), 'utf8'))?.[1];
  if (literal === undefined) throw new Error(`${file} has no \`export const data = family(actions, { … });\`.`);
  let data;
  try {
    data = JSON.parse(JSON.stringify(runInNewContext(`(${literal})`)));
  } catch (error) {
    throw new Error(`${file}: \`data\` must be a literal without names from elsewhere (${error.message}).`);
  }
  if (data.family !== name) throw new Error(`${file} describes the family "${data.family}": folder and family have one name.`);
  for (const fact of ['segment', 'idPrefixes']) if (data[fact] === undefined) throw new Error(`${file}: \`data\` lacks \`${fact}\`.`);
  return data;
}

/** The columns that the formatter grants a line. */
const lineWidth = 140;

/** A value as the formatter writes it: in one line where it fits behind `used` columns (its key, a comma), else an entry a line. */
export function literal(value, indent = '', used = lineWidth) {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return '{}';
  const inOne = `{ ${entries.map(([key, inner]) => `${keyOf(key)}: ${literal(inner, indent, 0)}`).join(', ')} }`;
  if (used + inOne.length <= lineWidth) return inOne;
  const inner = `${indent}  `;
  const lines = entries.map(([key, of]) => `${inner}${keyOf(key)}: ${literal(of, inner, inner.length + keyOf(key).length + 3)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

export const keyOf = (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key));
