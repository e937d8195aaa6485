// Says whether sources changed since an output was built. By content, not by time: a checkout touches times, a clone has none.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { at, root } from './root.mjs';

const isTest = (name) => /\.test\.tsx?$/.test(name);

function filesOf(entry) {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return [entry];
  return readdirSync(entry, { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile() && !isTest(found.name))
    .map((found) => path.join(found.parentPath ?? found.path, found.name));
}

/** A digest over the names and contents of files and folders (relative to the repository), tests left out. */
export function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap((input) => filesOf(at(input))).sort()) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
