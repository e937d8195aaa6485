/**
 * Accounts from the files in which Tencent Cloud's own tools keep keys: the SDKs' `~/.tencentcloud/credentials` (INI; where
 * it is absent, `/etc/tencentcloud/credentials`) and the command line's `~/.tccli/<profile>.credential` (JSON). Read once at
 * start; never written.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../catalogue/validate.ts';
import { parseStrictJson } from '../http/strict-json.ts';
import { Account, isKey, type Keys } from './account.ts';
import { parseIni } from './ini.ts';
import { type PrivateText, readPrivateFile } from './private-file.ts';
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

interface Entry {
  readonly file: string;
  readonly prefix: string;
  readonly profile: string;
  readonly settings: ReadonlyMap<string, unknown>;
  readonly fault?: { readonly kind: ProblemKind; readonly detail: string };
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
  const broken = (kind: ProblemKind, detail: string): Entry[] => [
    { file, prefix: 'file', profile: '', settings: new Map(), fault: { kind, detail } },
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
    return { file, prefix: 'file', profile: name, settings: values, ...(why ? { fault: why } : {}) };
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
    return [{ file: folder, prefix: 'tccli', profile: '', settings: new Map(), fault: { kind: 'unreadable', detail: code } }];
  }
  return defaultFirst(names.sort().map((name) => credentialEntry(join(folder, name), name.replace(/\.credential$/, ''), warnings)));
}

function credentialEntry(file: string, profile: string, warnings: string[]): Entry {
  const broken = (kind: ProblemKind, detail: string): Entry => ({
    file,
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
  return { file, prefix: 'tccli', profile, settings };
}

/** Settings that have another identity act than the one whose keys stand beside them. */
const otherIdentity = /role|assume|arn|mfa|saml|oidc|sso|process|source|provider|metadata|external|identity/;

type Meaning = 'id' | 'key' | 'token' | 'end';

/** The settings as the tools spell them, without case, dashes and underscores. */
const meanings: ReadonlyMap<string, Meaning> = new Map([
  ['secretid', 'id'],
  ['secretkey', 'key'],
  ['token', 'token'],
  ['securitytoken', 'token'],
  ['sessiontoken', 'token'],
  ['expiresat', 'end'],
  ['expires', 'end'],
  ['expiretime', 'end'],
  ['expiredtime', 'end'],
  ['expiration', 'end'],
]);

/** Names by which other tools call a key or its id. */
const keyLike = /secret|key|^ak$|^sk$|^id$/;

const plain = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

function foundOf(entry: Entry, ids: Set<string>): AccountCandidate {
  const { file, profile, fault, settings } = entry;
  const source = profile === '' || file.endsWith('.credential') ? file : `${file} [${profile}]`;
  const fail = (kind: ProblemKind, detail: string): AccountCandidate => ({ vendor: 'tencent', problem: problemOf(source, kind, detail) });
  if (fault) return fail(fault.kind, fault.detail);
  const given = [...settings].filter(([, value]) => value !== '' && value !== null && value !== undefined && value !== false);
  const role = given.find(([name, value]) => otherIdentity.test(name.toLowerCase()) || (plain(name) === 'type' && isOtherType(value)));
  if (role) return fail('other-identity', role[0]);
  const known = given.flatMap(([name, value]) => {
    const meant = meanings.get(plain(name));
    return meant === undefined ? [] : [{ name, meant, value }];
  });
  const again = known.find(({ meant }, at) => known.findIndex((other) => other.meant === meant) < at);
  if (again) return fail('twice', `what "${again.name}" says`);
  const settingOf = (wanted: Meaning): unknown => known.find(({ meant }) => meant === wanted)?.value;
  const [secretId, secretKey, token] = [settingOf('id'), settingOf('key'), settingOf('token')];
  // It holds keys for whoever wrote it: that it names nobody would be a guess.
  const odd = given.find(([name]) => !meanings.has(plain(name)) && keyLike.test(plain(name)));
  if (odd && (secretId === undefined || secretKey === undefined)) return fail('not-understood', `the setting "${odd[0]}"`);
  if (secretId === undefined && secretKey === undefined) return fail('empty', '');
  if (secretId === undefined) return fail('half', 'secret id');
  if (secretKey === undefined) return fail('half', 'secret key');
  if (!isKey(secretId)) return fail('not-a-key', 'secret id');
  if (!isKey(secretKey)) return fail('not-a-key', 'secret key');
  if (token !== undefined && !isKey(token)) return fail('not-a-key', 'token');
  const end = settingOf('end') === undefined ? null : expiryOf(settingOf('end'));
  if (end !== null && Number.isNaN(end)) return fail('not-understood', 'the time at which its keys run out');
  if (end !== null && end <= Date.now()) return fail('expired', new Date(end).toISOString());
  const keys: Keys = isKey(token) ? { secretId, secretKey, token } : { secretId, secretKey };
  const id = freshId(entry, ids);
  return { vendor: 'tencent', account: new Account({ id, name: profile, uin: null, vendor: 'tencent' }, keys) };
}

/** The command line writes the kind of login; keys that a login brought are temporary ones and sign as they are. */
const isOtherType = (value: unknown): boolean => typeof value === 'string' && !/^(?:ak|aksk|static|secret|oauth|sts|)$/i.test(value);

/** Numbers beyond this are milliseconds: as seconds they would be of the year 5138. */
const mostSeconds = 1e11;

/** Milliseconds; a number is seconds since 1970 or, where that is out of reach, milliseconds; a text a date. NaN for anything else. */
function expiryOf(value: unknown): number {
  const time = typeof value === 'number' || /^\d+$/.test(String(value)) ? Number(value) : Date.parse(String(value)) / 1_000;
  return time > mostSeconds ? time : time * 1_000;
}

/** Stands in URLs. Profiles that differ in other characters than letters and digits must not share one. */
function freshId({ prefix, profile }: Entry, ids: Set<string>): string {
  const plainId = `${prefix}-${profile.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  const id = ids.has(plainId) ? `${plainId}-${createHash('sha256').update(profile).digest('hex').slice(0, 6)}` : plainId;
  ids.add(id);
  return id;
}
