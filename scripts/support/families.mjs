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

/** "flow-log" → "flowLog", for names in code. */
export const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** What `export const data = family({ … })` says, read without a compiler: Node 20 runs no TypeScript. */
export function familyData(root, name) {
  const file = `catalogue/families/${name}/index.ts`;
  const literal = /^export const data = family\((\{.*?\})\);$/ms.exec(readFileSync(path.join(root, file), 'utf8'))?.[1];
  if (literal === undefined) throw new Error(`${file} has no \`export const data = family({ … });\`.`);
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

/** A value as the formatter writes it: objects over several lines, lists in one. */
export function literal(value, indent = '') {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, inner]) => `${indent}  ${keyOf(key)}: ${literal(inner, `${indent}  `)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

export const keyOf = (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key));
