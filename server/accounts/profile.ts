/** One profile of a file of keys, as who it says acts: keys, keys that a login renews, a role, or the role of the machine. */
import { type IssuedKeys, isKey, isRoleArn, isSessionName, type KeyPlan, type Keys, KeysUnavailable, usualSessionName } from './keys.ts';
import { type ProblemKind, problemOf } from './source.ts';

export interface Entry {
  readonly file: string;
  readonly prefix: string;
  readonly profile: string;
  readonly settings: ReadonlyMap<string, unknown>;
  readonly fault?: { readonly kind: ProblemKind; readonly detail: string };
  /** Reads its file once more. */
  readonly again: () => readonly Entry[];
}

/** Settings that have another identity act than the one whose keys stand beside them. */
const otherIdentity = /role|assume|arn|mfa|saml|oidc|sso|process|source|provider|metadata|external|identity/;

type Meaning = 'id' | 'key' | 'token' | 'end' | 'role' | 'session' | 'machine';

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
  ['rolearn', 'role'],
  ['rolesessionname', 'session'],
  ['usecvmrole', 'machine'],
]);

/** Names by which other tools call a key or its id. */
const keyLike = /secret|key|^ak$|^sk$|^id$/;

const plain = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

/** What stops a profile from being used. */
export class Fault extends Error {
  readonly kind: ProblemKind;
  readonly detail: string;

  constructor(kind: ProblemKind, detail: string) {
    super(kind);
    this.kind = kind;
    this.detail = detail;
  }
}

export const sourceOf = ({ file, profile }: Entry): string =>
  profile === '' || file.endsWith('.credential') ? file : `${file} [${profile}]`;

/** Who the profile says acts. Throws `Fault`. */
export function planOf(entry: Entry): KeyPlan {
  if (entry.fault) throw new Fault(entry.fault.kind, entry.fault.detail);
  const type = textOf([...entry.settings].find(([name]) => plain(name) === 'type')?.[1]);
  const given = [...entry.settings].filter(
    // What a login keeps for its own renewal stands under the login's name.
    ([name, value]) => value !== '' && value !== null && value !== undefined && value !== false && !(isLogin(type) && name === type),
  );
  const known = meaningsIn(given);
  const foreign = given.find(([name, value]) =>
    plain(name) === 'type' ? isOtherType(value) : !meanings.has(plain(name)) && otherIdentity.test(name.toLowerCase()),
  );
  if (foreign) throw new Fault('other-identity', foreign[0]);
  const machine = type === 'cvm-role' || /^(?:true|1|on|yes)$/i.test(String(known.get('machine') ?? ''));
  const base = machine ? ofMachine(known) : ofKeys(entry, given, known, isLogin(type));
  return roleBy(base, known);
}

type Settings = ReadonlyMap<Meaning, unknown>;

function meaningsIn(given: readonly (readonly [string, unknown])[]): Settings {
  const known = new Map<Meaning, unknown>();
  for (const [name, value] of given) {
    const meant = meanings.get(plain(name));
    if (meant === undefined) continue;
    if (known.has(meant)) throw new Fault('twice', `what "${name}" says`);
    known.set(meant, value);
  }
  return known;
}

function ofMachine(known: Settings): KeyPlan {
  // Keys and a machine's role in one profile: which of the two is meant is not said.
  if (known.has('id') || known.has('key')) throw new Fault('other-identity', 'the role of this machine');
  return { kind: 'cvm-role', roleName: null };
}

function ofKeys(entry: Entry, given: readonly (readonly [string, unknown])[], known: Settings, login: boolean): KeyPlan {
  const issued = keysIn(given, known);
  if (issued.endsAt === null) return { kind: 'static', keys: issued.keys };
  if (issued.endsAt <= Date.now()) throw new Fault('expired', new Date(issued.endsAt).toISOString());
  return { kind: 'file', first: issued, read: () => readAgain(entry, login) };
}

/** Another program renews the keys in its file. Throws `KeysUnavailable`. */
function readAgain(entry: Entry, login: boolean): IssuedKeys {
  const source = sourceOf(entry);
  const renew = login ? 'Sign in again with tccli' : 'Renew them there';
  try {
    const latest = entry.again().find(({ profile }) => profile === entry.profile);
    if (latest === undefined) throw new Fault('unreadable', 'the profile is gone');
    if (latest.fault) throw new Fault(latest.fault.kind, latest.fault.detail);
    const plan = planOf(latest);
    if (plan.kind === 'file') return plan.first;
    if (plan.kind === 'static') return { keys: plan.keys, endsAt: null };
    throw new Fault('other-identity', 'a role that it did not name before');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const why = problemOf(source, error.kind, error.detail).reason;
    throw new KeysUnavailable(
      error.kind === 'expired' ? `${source}: its temporary keys ran out at ${error.detail}. ${renew}.` : `${source}: ${why}`,
    );
  }
}

/** The pair of keys, its token and its end. Throws `Fault`. */
function keysIn(given: readonly (readonly [string, unknown])[], known: Settings): IssuedKeys {
  const [secretId, secretKey, token, end] = [known.get('id'), known.get('key'), known.get('token'), known.get('end')];
  // It holds keys for whoever wrote it: that it names nobody would be a guess.
  const odd = given.find(([name]) => !meanings.has(plain(name)) && keyLike.test(plain(name)));
  if (odd && (secretId === undefined || secretKey === undefined)) throw new Fault('not-understood', `the setting "${odd[0]}"`);
  if (secretId === undefined && secretKey === undefined) {
    // A role alone names somebody, though nobody takes it on.
    if (known.has('role')) throw new Fault('half', 'secret id');
    throw new Fault('empty', '');
  }
  if (secretId === undefined) throw new Fault('half', 'secret id');
  if (secretKey === undefined) throw new Fault('half', 'secret key');
  if (!isKey(secretId)) throw new Fault('not-a-key', 'secret id');
  if (!isKey(secretKey)) throw new Fault('not-a-key', 'secret key');
  if (token !== undefined && !isKey(token)) throw new Fault('not-a-key', 'token');
  const endsAt = end === undefined ? null : expiryOf(end);
  if (endsAt !== null && Number.isNaN(endsAt)) throw new Fault('not-understood', 'the time at which its keys run out');
  const keys: Keys = isKey(token) ? { secretId, secretKey, token } : { secretId, secretKey };
  return { keys, endsAt };
}

function roleBy(base: KeyPlan, known: Settings): KeyPlan {
  const [roleArn, session] = [known.get('role'), known.get('session')];
  if (roleArn === undefined) {
    if (session !== undefined) throw new Fault('half', 'role ARN for its role session name');
    return base;
  }
  if (!isRoleArn(roleArn)) throw new Fault('not-understood', 'the role ARN');
  const sessionName = session ?? usualSessionName;
  if (!isSessionName(sessionName)) throw new Fault('not-understood', 'the role session name');
  return { kind: 'assume-role', base, roleArn, sessionName };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Kinds of login whose temporary keys the command line renews in its file. */
const isLogin = (type: string): boolean => type === 'oauth' || type === 'sso';

/** The command line writes the kind of login; keys that a login brought are temporary ones and sign as they are. */
const isOtherType = (value: unknown): boolean =>
  typeof value === 'string' && !/^(?:ak|aksk|static|secret|oauth|sso|sts|cvm-role|)$/i.test(value);

/** Numbers beyond this are milliseconds: as seconds they would be of the year 5138. */
const mostSeconds = 1e11;

/** Milliseconds; a number is seconds since 1970 or, where that is out of reach, milliseconds; a text a date. NaN for anything else. */
function expiryOf(value: unknown): number {
  const time = typeof value === 'number' || /^\d+$/.test(String(value)) ? Number(value) : Date.parse(String(value)) / 1_000;
  return time > mostSeconds ? time : time * 1_000;
}
