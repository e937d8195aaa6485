/** Which grants the groups of a provider stand for: from WEFT_ROLES, as JSON or as the path of a file with it. */
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { isRecord } from '../../catalogue/validate.ts';
import { ConfigError } from '../config-error.ts';
import { reasonOf } from '../folder.ts';
import { parseStrictJson } from '../http/strict-json.ts';
import { type Grant, readGrant } from './grants.ts';

/** What the words of a person's claim are worth. */
export type RoleMap = (words: readonly string[]) => readonly Grant[];

/** Without a map the words are grants themselves; others, which are groups for other programs, are worth nothing. */
const wordsThemselves: RoleMap = (words) =>
  words.flatMap((word) => {
    const reading = readGrant(word);
    return reading.ok ? [reading.grant] : [];
  });

/** Throws `ConfigError` for what is not understood, whole: half a map would give somebody less, or more, than was meant. */
export function readRoleMap(setting: string | undefined): RoleMap {
  const text = setting?.trim() ?? '';
  if (text === '') return wordsThemselves;
  const source = text.startsWith('{') ? 'WEFT_ROLES' : `WEFT_ROLES (${text})`;
  const json = parseStrictJson(text.startsWith('{') ? text : readMapFile(text));
  if (!json.ok) throw new ConfigError(`${source} is no JSON${json.twice ? ' without a key that is there twice' : ''}.`);
  if (!isRecord(json.value)) throw new ConfigError(`${source} is no object. Example: {"netops": "operator", "audit": ["viewer@ops"]}`);
  const map = new Map(Object.entries(json.value).map(([group, worth]) => [group, grantsIn(source, group, worth)]));
  // A group that carries the name of a role is worth what the map says, which may be nothing.
  return (words) => [...new Set(words)].flatMap((word) => map.get(word) ?? []);
}

function grantsIn(source: string, group: string, worth: unknown): readonly Grant[] {
  const list: readonly unknown[] = Array.isArray(worth) ? worth : [worth];
  return list.map((item) => {
    const reading = typeof item === 'string' ? readGrant(item) : ({ ok: false, why: 'a grant is text' } as const);
    if (reading.ok) return reading.grant;
    throw new ConfigError(
      `${source}: ${JSON.stringify(item)} of the group "${group}" is no grant: ${reading.why}. Example: "operator@ops/eip"`,
    );
  });
}

function readMapFile(path: string): string {
  if (!isAbsolute(path)) throw new ConfigError(`WEFT_ROLES is "${path}": write JSON, or the full path of a file with it.`);
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o022) !== 0) {
      throw new ConfigError(`WEFT_ROLES names ${path}, which other users of this machine can change. Run: chmod go-w ${path}`);
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`WEFT_ROLES names ${path}, which cannot be read: ${reasonOf(error)}.`);
  }
}
