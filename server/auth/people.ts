/** People who sign in by a provider: who a session is of, what their roles are now, and how they come and go. */
import type { History } from '../history/history.ts';
import type { Log } from '../log.ts';
import type { SessionPerson, SessionRecord, Sessions } from '../session.ts';
import { isAdmin } from './grants.ts';
import type { Person } from './person.ts';
import { type PendingSignIn, type Provider, ProviderError, type SignedInPerson, type SignInFailure } from './provider.ts';
import { SealBroken, type Sealer } from './seal.ts';
import type { ProviderSettings } from './settings.ts';

interface PeopleOptions {
  readonly settings: ProviderSettings;
  readonly provider: Provider;
  readonly sessions: Sessions;
  readonly sealer: Sealer;
  readonly history: History;
  readonly log: Log;
  readonly now?: () => number;
}

/** `pending`: nobody was sent to the provider from this browser in the last minutes. `no-role`: it is known who, and they may do nothing. */
type SignInTrouble = SignInFailure | 'pending' | 'no-role';

type Arrival =
  | { readonly ok: true; readonly session: string; readonly from: string }
  | { readonly ok: false; readonly trouble: SignInTrouble; readonly from: string };

/** So long after the last answer of a provider that is away its words still count. */
const graceMs = 60 * 60_000;
/** A provider that did not answer is not asked again at once, however many requests come. */
const pauseMs = 15_000;
const pendingMs = 10 * 60_000;
/** What a sealed text is bound to, where that is no row. */
const pendingName = 'pending sign-in';

export class People {
  readonly #options: PeopleOptions;
  readonly #now: () => number;
  /** Sessions whose roles are being read again. */
  readonly #running = new Map<string, Promise<void>>();
  readonly #askAgainAt = new Map<string, number>();

  constructor(options: PeopleOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  get label(): string {
    return this.#options.settings.label;
  }

  /** Whose session it is, with the roles of now; null where the provider has ended it, or nothing is left that they may do. */
  async personOf({ hash, person: kept }: SessionRecord): Promise<Person | null> {
    if (kept === undefined) return null;
    if (kept.refreshToken !== null && this.#now() - kept.readAt > this.#options.settings.refreshMs) await this.#readAgain(hash, kept);
    const now = this.#options.sessions.get(hash)?.person;
    if (now === undefined) return null;
    // Whose provider has been away for so long may not be among its people any more.
    if (now.refreshToken !== null && this.#now() - now.readAt > this.#options.settings.refreshMs + graceMs) return null;
    const person = this.describe(now);
    return person.grants.length === 0 ? null : person;
  }

  /** As they were when last asked about. */
  describe({ subject, name, email, groups }: Pick<SessionPerson, 'subject' | 'name' | 'email' | 'groups'>): Person {
    return { id: `oidc:${subject}`, name: name ?? email ?? subject, email, grants: this.#options.settings.roleMap(groups) };
  }

  /** Where to send the browser, and what it keeps meanwhile, sealed. Rejects with `ProviderError`. */
  async begin(redirect: string, from: string): Promise<{ readonly url: string; readonly kept: string; readonly seconds: number }> {
    const { url, pending } = await this.#options.provider.begin(redirect);
    const kept = this.#options.sealer.seal(JSON.stringify({ ...pending, from, until: this.#now() + pendingMs }), pendingName);
    return { url, kept, seconds: pendingMs / 1_000 };
  }

  /** Opens a session for whom the provider has sent back. Never rejects for what a browser or a provider can do. */
  async finish(url: URL, kept: string | null): Promise<Arrival> {
    const pending = this.#pendingIn(kept);
    if (pending === null) return { ok: false, trouble: 'pending', from: '' };
    const { from } = pending;
    try {
      const person = await this.#options.provider.finish(url, pending);
      if (this.#options.settings.roleMap(person.groups).length === 0) {
        this.#refused('no-role');
        return { ok: false, trouble: 'no-role', from };
      }
      const { id, gaveWay } = await this.#options.sessions.open(false, (hash) => this.#kept(hash, person));
      this.#options.log.info('signed-in');
      this.#options.history.event('signed-in', { person: this.describe(person) });
      if (gaveWay) this.#options.log.warn('session-replaced', { why: 'The session that was used longest ago was ended to make room.' });
      return { ok: true, session: id, from };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      this.#refused(whyOf(error));
      return { ok: false, trouble: error.failure, from };
    }
  }

  /** Where the provider's own session is ended, or null. Never rejects: who signs out is signed out here whatever it says. */
  async endSessionUrl({ hash, person }: SessionRecord, back: string): Promise<string | null> {
    if (person === undefined) return null;
    try {
      return await this.#options.provider.endSessionUrl(this.#options.sealer.open(person.idToken, hash), back);
    } catch (error) {
      if (!(error instanceof ProviderError) && !(error instanceof SealBroken)) throw error;
      this.#options.log.warn('provider', { why: error instanceof ProviderError ? whyOf(error) : error.message });
      return null;
    }
  }

  #refused(why: string): void {
    this.#options.log.warn('sign-in-refused', { why });
    this.#options.history.event('sign-in-refused', { body: { why } });
  }

  #pendingIn(kept: string | null): (PendingSignIn & { readonly from: string }) | null {
    if (kept === null) return null;
    try {
      const pending = JSON.parse(this.#options.sealer.open(kept, pendingName)) as PendingSignIn & { from: string; until: number };
      return this.#now() <= pending.until ? pending : null;
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  #kept(hash: string, { refreshToken, idToken, ...facts }: SignedInPerson): SessionPerson {
    const { sealer } = this.#options;
    const sealed = refreshToken === null ? null : sealer.seal(refreshToken, hash);
    return { ...facts, refreshToken: sealed, idToken: sealer.seal(idToken, hash), readAt: this.#now() };
  }

  /** One question at a time for each session, whoever waits for it. */
  #readAgain(hash: string, kept: SessionPerson): Promise<void> {
    if (this.#now() < (this.#askAgainAt.get(hash) ?? 0)) return Promise.resolve();
    const running = this.#running.get(hash) ?? this.#ask(hash, kept).finally(() => this.#running.delete(hash));
    this.#running.set(hash, running);
    return running;
  }

  async #ask(hash: string, kept: SessionPerson): Promise<void> {
    const { provider, sealer, sessions, log } = this.#options;
    try {
      const open = (sealed: string): string => sealer.open(sealed, hash);
      const refreshToken = kept.refreshToken === null ? null : open(kept.refreshToken);
      const person = await provider.refresh({ ...kept, refreshToken, idToken: open(kept.idToken) });
      this.#askAgainAt.delete(hash);
      if (person === null || this.#options.settings.roleMap(person.groups).length === 0) {
        log.info('session-ended', { why: person === null ? 'The provider has ended it.' : 'No role is left.' });
        await sessions.close(hash);
      } else await sessions.know(hash, this.#kept(hash, person));
    } catch (error) {
      if (error instanceof SealBroken) await sessions.close(hash);
      else if (!(error instanceof ProviderError)) throw error;
      this.#askAgainAt.set(hash, this.#now() + pauseMs);
      log.warn('provider', { why: error instanceof ProviderError ? whyOf(error) : error.message });
    }
  }
}

/** For the log: what the library found, which holds no token and no code. */
function whyOf({ failure, cause }: ProviderError): string {
  const { code, name, error } = Object(cause) as { readonly code?: unknown; readonly name?: unknown; readonly error?: unknown };
  return [failure, error ?? code ?? name].filter((word) => typeof word === 'string').join(': ');
}

/** What is listed of a session: never its id. */
export interface SessionEntry {
  /** Names it for whoever may end it. */
  readonly id: string;
  readonly person: { readonly name: string | null; readonly email: string | null };
  readonly created: number;
  readonly seen: number;
  readonly script: boolean;
  /** The one that asks. */
  readonly current: boolean;
}

/** The part of a session's hash by which it is named outside. */
export const entryId = (hash: string): string => hash.slice(0, 24);

export const mayEnd = (person: Person, other: Person): boolean => person.id === other.id || isAdmin(person.grants);
