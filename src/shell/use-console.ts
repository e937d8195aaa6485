import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { looksLikeRegion } from '../../catalogue/regions.ts';
import { setSignedOutHandler } from '../api/call.ts';
import { setBackHandler, useConnection } from '../api/connection.ts';
import { readConsole, signOut } from '../api/session.ts';
import { currentT } from '../i18n/index.ts';
import type { ConsoleInfo, Scope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { type Preferences, usePreferences } from '../stores/preferences.ts';
import { toast } from '../stores/toasts.ts';

/** What this console is: asked once, as early as the first script runs. */
export const consoleQuery = queryOptions({
  queryKey: ['console'],
  queryFn: ({ signal }) => readConsole(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

interface ConsoleState {
  readonly info: ConsoleInfo | null;
  readonly error: unknown;
  readonly retry: () => void;
}

/** The console's facts; whoever is not signed in is sent to sign in, and comes back to where they were. */
export function useConsoleFacts(): ConsoleState {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { data, error, refetch } = useQuery(consoleQuery);
  const client = useQueryClient();
  useEffect(() => setBackHandler(() => void client.invalidateQueries()), [client]);
  const here = `${pathname}${search}`;
  useEffect(() => {
    setSignedOutHandler(() => {
      // A form that is open would lose what was entered: there the session's end is said, and signing in is up to the person.
      if (document.querySelector('dialog:modal')) useConnection.setState({ signedOut: true });
      else void navigate(paths.signIn(here), { replace: true });
    });
    if (data === null) void navigate(paths.signIn(here), { replace: true });
  }, [data, here, navigate]);
  return { info: data ?? null, error: data === undefined ? error : null, retry: () => void refetch() };
}

/** A place that the URL names and this console does not have: said, and never replaced by another. */
export interface UnknownScope {
  readonly kind: 'region' | 'account';
  readonly name: string;
}

interface ScopeState {
  /** Null while the default region is not known. */
  readonly scope: Scope | null;
  readonly unknown: UnknownScope | null;
}

/**
 * The URL's account and region; a region left out is the one last used in that account, else the server's default. An
 * account may be named by its id or its number. Any region that is spelled like one is taken: the cloud says which exist.
 */
export function scopeIn(query: URLSearchParams, lastRegion: Preferences['lastRegion'], info: ConsoleInfo | null): ScopeState {
  const named = query.get('account') || null;
  const found = info?.accounts.find(({ id }) => id === named) ?? info?.accounts.find(({ uin }) => uin === named);
  const account = found ? (found.id === info?.defaultAccount ? undefined : found.id) : (named ?? undefined);
  const asked = query.get('region') || null;
  const usual = [lastRegion[account ?? ''], info?.defaultRegion].find((name) => name !== undefined && looksLikeRegion(name));
  const region = asked ?? usual;
  const unknown: UnknownScope | null =
    named !== null && info !== null && !found
      ? { kind: 'account', name: named }
      : asked !== null && !looksLikeRegion(asked)
        ? { kind: 'region', name: asked }
        : null;
  return { scope: region === undefined ? null : { account, region }, unknown };
}

/** The place of the page on the screen. */
export function useUrlScope(info: ConsoleInfo | null): ScopeState {
  const [query] = useSearchParams();
  const lastRegion = usePreferences((state) => state.lastRegion);
  return scopeIn(query, lastRegion, info);
}

/** Ends the session, forgets everything read in it, and shows the sign-in page. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return () => {
    signOut().then(
      (next) => {
        client.clear();
        if (next === null) void navigate(paths.signIn(), { replace: true });
        else location.assign(next);
      },
      (error: unknown) =>
        toast({
          meaning: 'danger',
          title: currentT()('shell.signOutFailed'),
          detail: error instanceof Error ? error.message : String(error),
        }),
    );
  };
}
