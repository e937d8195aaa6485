// The languages as their folders say: a folder of catalogue/text with a language.json.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { foldersWith } from './families.mjs';

/** The languages that there are, in alphabetical order of their codes. */
export const languageCodes = (root) => foldersWith(root, 'catalogue/text', 'language.json');

/** A JSON file of texts; throws in words where it is missing or damaged. */
export function textsIn(root, file) {
  if (!existsSync(path.join(root, file))) throw new Error(`${file} is missing: every family and package has its texts in every language.`);
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  } catch (error) {
    throw new Error(`${file} is no JSON (${error.message}).`);
  }
}
