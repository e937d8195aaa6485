/**
 * Accounts from the files in which Tencent Cloud's own tools keep keys: the SDKs' `~/.tencentcloud/credentials` (INI; where
 * it is absent, `/etc/tencentcloud/credentials`) and the command line's `~/.tccli/<profile>.credential` (JSON). Read at
 * start, and again before temporary keys in them end; never written.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../catalogue/validate.ts';
import { parseStrictJson } from '../http/strict-json.ts';
import { Account } from './account.ts';
import { parseIni } from './ini.ts';
import { type PrivateText, readPrivateFile } from './private-file.ts';
import { type Entry, Fault, planOf, sourceOf } from './profile.ts';
import { type AccountCandidate, type ProblemKind, problemOf } from './source.ts';

interface FileAccounts {
  /** In the order of precedence: the SDKs' file before the command line's, in each the profile "default" first. */
  readonly found: readonly AccountCandidate[];
  /** Sentences for the log: files that others on this machine can read. */
  readonly warnings: readonly string[];
}

interface FileOptions {
  readonly home: string;
  /** The system's folder of settings, beside the home folder. */
  readonly etc?: string;
  /** The profile that was asked for by name; it comes first. */
  readonly profile?: string | null;
  /** The SDKs' file, where TENCENTCLOUD_CREDENTIALS_FILE names another than theirs. It must be there. */
  readonly file?: string | null;
}

export function fileAccounts({ home, etc = '/etc', profile = null, file = null }: FileOptions): FileAccounts {
  const warnings: string[] = [];
  const entries = [...sdkEntries(home, etc, file, warnings), ...credentialEntries(join(home, '.tccli'), warnings)];
  const ids = new Set<string>();
  const named = (entry: Entry): boolean => profile !== null && entry.profile === profile;
  const order = [...entries.filter(named), ...entries.filter((entry) => !named(entry))];
  const asked = (entry: Entry): boolean => named(entry) || entry.file === file;
  const found = order.map((entry) => (asked(entry) ? neverEmpty(foundOf(entry, ids)) : foundOf(entry, ids)));
  if (profile === null || entries.some(named)) return { found, warnings };
  const there = entries.map((entry) => entry.profile).join(', ') || 'none';
  const missing = problemOf(`The profile "${profile}"`, 'no-such-profile', there);
  return { found: [{ vendor: 'tencent', problem: missing }, ...found], warnings };
}

/** A file or a profile that was asked for by name is meant, though it holds nothing: nobody else may act for it. */
function neverEmpty(found: AccountCandidate): AccountCandidate {
  if (!('problem' in found) || found.problem.kind !== 'empty') return found;
  return {
    vendor: found.vendor,
    problem: problemOf(found.problem.source, 'not-understood', 'it was asked for by name, and holds no keys'),
  };
}

/** Of the file that is named, else of the home folder's, else of the system's. */
function sdkEntries(home: string, etc: string, named: string | null, warnings: string[]): Entry[] {
  if (named !== null) {
    const absent: PrivateText = { ok: false, kind: 'unreadable', detail: 'ENOENT, though TENCENTCLOUD_CREDENTIALS_FILE names it' };
    return iniEntries(named, readPrivateFile(named) ?? absent, warnings);
  }
  const own = join(home, '.tencentcloud', 'credentials');
  const shared = readPrivateFile(own);
  if (shared) return iniEntries(own, shared, warnings);
  const ofSystem = join(etc, 'tencentcloud', 'credentials');
  return iniEntries(ofSystem, readPrivateFile(ofSystem), warnings);
}

function iniEntries(file: string, read: PrivateText | null, warnings: string[]): Entry[] {
  if (read === null) return [];
  const again = (): Entry[] => iniEntries(file, readPrivateFile(file), []);
  const broken = (kind: ProblemKind, detail: string): Entry[] => [
    { file, prefix: 'file', profile: '', settings: new Map(), fault: { kind, detail }, again },
  ];
  if (!read.ok) return broken(read.kind, read.detail);
  if (read.othersRead) warnings.push(`${file} can be read by other users of this machine. Run: chmod 600 ${file}`);
  const profiles = parseIni(read.text);
  if (profiles.length === 0) return broken('empty', '');
  const entries = profiles.map(({ name, values, twice, unclear }): Entry => {
    const doubled = profiles.filter((other) => other.name === name).length > 1 ? `the profile "${name}"` : twice[0];
    const [line] = name === '' ? ['a line stands before the first [profile]'] : unclear;
    const fault = doubled !== undefined ? { kind: 'twice' as const, detail: doubled } : undefined;
    const unclearFault = line !== undefined ? { kind: 'not-understood' as const, detail: line } : undefined;
    const why = fault ?? unclearFault;
    return { file, prefix: 'file', profile: name, settings: values, again, ...(why ? { fault: why } : {}) };
  });
  // Both sections of a doubled profile are one source with one fault.
  const once = entries.filter((entry, at) => entries.findIndex(({ profile }) => profile === entry.profile) === at);
  return defaultFirst(once);
}

const defaultFirst = (entries: readonly Entry[]): Entry[] => [
  ...entries.filter(({ profile }) => profile === 'default' || profile === ''),
  ...entries.filter(({ profile }) => profile !== 'default' && profile !== ''),
];

function credentialEntries(folder: string, warnings: string[]): Entry[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.credential'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT') return [];
    const fault = { kind: 'unreadable' as const, detail: code };
    return [{ file: folder, prefix: 'tccli', profile: '', settings: new Map(), fault, again: () => [] }];
  }
  return defaultFirst(names.sort().map((name) => credentialEntry(join(folder, name), name.replace(/\.credential$/, ''), warnings)));
}

function credentialEntry(file: string, profile: string, warnings: string[]): Entry {
  const again = (): Entry[] => [credentialEntry(file, profile, [])];
  const broken = (kind: ProblemKind, detail: string): Entry => ({
    file,
    again,
    prefix: 'tccli',
    profile,
    settings: new Map(),
    fault: { kind, detail },
  });
  const read = readPrivateFile(file);
  if (read === null) return broken('unreadable', 'ENOENT');
  if (!read.ok) return broken(read.kind, read.detail);
  if (read.othersRead) warnings.push(`${file} can be read by other users of this machine. Run: chmod 600 ${file}`);
  if (read.text.trim() === '') return broken('empty', '');
  const json = parseStrictJson(read.text);
  if (!json.ok) return json.twice ? broken('twice', 'a setting') : broken('not-understood', 'it is no JSON');
  if (!isRecord(json.value)) return broken('not-understood', 'it is no JSON object');
  const settings = new Map(Object.entries(json.value));
  return { file, prefix: 'tccli', profile, settings, again };
}

function foundOf(entry: Entry, ids: Set<string>): AccountCandidate {
  const source = sourceOf(entry);
  try {
    const plan = planOf(entry);
    const told = plan.kind === 'assume-role' ? `${source}, as ${plan.roleArn}` : source;
    const id = freshId(entry, ids);
    return { vendor: 'tencent', account: new Account({ id, name: entry.profile, uin: null, vendor: 'tencent', source: told }, plan) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { vendor: 'tencent', problem: problemOf(source, error.kind, error.detail) };
  }
}

/** Stands in URLs. Profiles that differ in other characters than letters and digits must not share one. */
function freshId({ prefix, profile }: Entry, ids: Set<string>): string {
  const plainId = `${prefix}-${profile.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  const id = ids.has(plainId) ? `${plainId}-${createHash('sha256').update(profile).digest('hex').slice(0, 6)}` : plainId;
  ids.add(id);
  return id;
}
