/** The scope of a page: the account and region of its URL, and what the console tells about its clouds. */
import { createContext, use } from 'react';
import { create } from 'zustand';
import type { Access } from '../../catalogue/access.ts';
import type { Dialect } from '../../catalogue/binding.ts';
import { laterRegions, regions } from '../../catalogue/regions.ts';

/** An account as `GET /api/console` tells it: no secrets. */
export interface AccountInfo {
  readonly id: string;
  readonly name: string;
  readonly uin: string | null;
  readonly vendor: 'tencent' | 'alibaba';
  /** Which API it speaks. */
  readonly dialect: Dialect;
  /** Where its keys come from: a variable, a file with its profile, a role. */
  readonly source?: string;
  /** Why its keys cannot be used: the code of a refusal, and the server's sentence in English. */
  readonly trouble?: { readonly code: string; readonly reason: string };
  /** What the person may do in it; absent: everything. */
  readonly access?: Access;
  /** Nothing in it is changed from here. */
  readonly readOnly?: true;
  /** Where it may work, as the cloud told; absent where the cloud was not asked. */
  readonly regions?: readonly string[];
}

/** The answer of `GET /api/console`. */
export interface ConsoleInfo {
  /** `demo`: the simulated cloud that comes with Weft. */
  readonly mode: 'demo' | 'real';
  /** Endpoint URLs by service, without secrets. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly accounts: readonly AccountInfo[];
  readonly defaultAccount: string;
  readonly defaultRegion: string;
  readonly version: string;
  /** Who is signed in by a provider; absent for whoever holds the sign-in link, and may do everything. */
  readonly person?: { readonly name: string | null; readonly email: string | null; readonly role: 'viewer' | 'operator' | 'admin' };
  /** Sources of accounts that could not be used. */
  readonly sourceProblems?: readonly SourceProblem[];
}

/** A source of accounts that could not be used: nothing of it is secret. */
export interface SourceProblem {
  /** The file, and the profile in it. */
  readonly source: string;
  /** What is wrong and what to do, in a sentence of the server's, in English. */
  readonly reason: string;
  /** What sort of problem it is, and what it is about: for words in the person's own language. */
  readonly kind: string;
  readonly detail: string;
}

export interface Scope {
  /** The account that the URL names; undefined means the default one, for calls, keys and links alike. */
  readonly account?: string | undefined;
  /** As the URL names it: a region that the catalogue has, or any other that is spelled like one. */
  readonly region: string;
}

export const ScopeContext = createContext<Scope | null>(null);

/** The account and the region of this page, for calls and for links. The shell provides it around every page. */
export function useScope(): Scope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error('useScope outside the shell');
  return scope;
}

/**
 * The regions of an account, the default one's unless another is named: as the cloud told, else those of the documents and, in a
 * real cloud, today's that have names here. The one that is looked at is always among them.
 */
export function regionsOf(info: ConsoleInfo | null, current?: string, account?: string): readonly string[] {
  const named = [...Object.keys(regions), ...laterRegions];
  const told = info?.accounts.find(({ id }) => id === (account ?? info.defaultAccount))?.regions;
  const known = told
    ? [...named.filter((name) => told.includes(name)), ...told.filter((name) => !named.includes(name))]
    : named.slice(0, info?.mode === 'real' ? undefined : Object.keys(regions).length);
  return current === undefined || known.includes(current) ? known : [...known, current];
}

/** What the scope's account speaks; while nobody has told, what the catalogue's resources are spelled after. */
export const dialectIn = (info: ConsoleInfo | null, { account }: Pick<Scope, 'account'>): Dialect =>
  info?.accounts.find(({ id }) => id === (account ?? info.defaultAccount))?.dialect ?? 'documents';

export const useDialect = (): Dialect => dialectIn(useConsole(), useScope());

/** What cloud this is; null until the server has told. Calls are made outside of components too, and read it there. */
export const useConsole = create<ConsoleInfo | null>(() => null);

export const noteConsole = (told: ConsoleInfo): void => useConsole.setState(told, true);
