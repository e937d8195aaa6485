/** The identity provider: authorization code with PKCE, state and nonce, by OpenID Connect. */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  fetchUserInfo,
  type IDToken,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
} from 'openid-client';
import { Agent, fetch as fetchBy } from 'undici';
import { isRecord } from '../../catalogue/validate.ts';
import { createTunnel, type ProxyAddress } from '../upstream/tunnel.ts';
import type { ProviderSettings } from './settings.ts';

/** Whom the provider named, and what it said of their roles. */
export interface SignedInPerson {
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  /** The words of the claim of groups. */
  readonly groups: readonly string[];
  /** The provider's own name of its session. */
  readonly sid: string | null;
  /** With it the roles are read again; null where the provider gives none. */
  readonly refreshToken: string | null;
  readonly idToken: string;
}

/** What must be the same when the browser comes back. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Why somebody could not be signed in: told in words on the sign-in page. */
export type SignInFailure =
  /** The provider, or the person there, said no. */
  | 'denied'
  /** What came back is not what was sent for, or is not to be trusted. */
  | 'refused'
  /** The provider does not answer. */
  | 'unreachable';

export class ProviderError extends Error {
  readonly failure: SignInFailure;
  constructor(failure: SignInFailure, cause: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

interface ProviderOptions {
  readonly settings: ProviderSettings;
  readonly ca: readonly string[] | undefined;
  readonly proxy: ProxyAddress | null;
  /** Plain http is spoken to it: in tests alone. */
  readonly insecure: boolean;
}

const timeoutSeconds = 10;
/** How many groups of a person are looked at, and how long a word of them may be. */
const [mostGroups, longestGroup] = [500, 200];

export class Provider {
  readonly #options: ProviderOptions;
  readonly #agent: Agent;
  #discovered: Promise<Configuration> | null = null;

  constructor(options: ProviderOptions) {
    this.#options = options;
    const { ca, proxy } = options;
    const tls = { timeout: timeoutSeconds * 1_000, rejectUnauthorized: true, ...(ca ? { ca: [...ca] } : {}) };
    this.#agent = new Agent({
      connect: proxy ? createTunnel({ proxy, connectMs: timeoutSeconds * 1_000, ca }) : tls,
      maxResponseSize: 1024 * 1024,
    });
  }

  /** Where the browser goes, and what to remember until it comes back. Rejects with `ProviderError`. */
  async begin(redirect: string): Promise<{ readonly url: string; readonly pending: PendingSignIn }> {
    const configuration = await this.#configuration();
    const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirect,
      scope: this.#options.settings.scopes,
      code_challenge: await calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      state: pending.state,
      nonce: pending.nonce,
      // Without it a provider hands out no token by which roles can be read again.
      ...(this.#options.settings.scopes.split(' ').includes('offline_access') ? { prompt: 'consent' } : {}),
    });
    return { url: url.href, pending };
  }

  /** Takes what the browser came back with: `url` is the redirect's, with its query. Rejects with `ProviderError`. */
  async finish(url: URL, { state, nonce, verifier }: PendingSignIn): Promise<SignedInPerson> {
    const configuration = await this.#configuration();
    return told(async () => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(configuration, url, checks);
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('no id token');
      return this.#personOf(configuration, claims, tokens);
    });
  }

  /** Reads name and groups again. Null where the provider has ended it. Rejects with `ProviderError` where it does not answer. */
  async refresh(person: Pick<SignedInPerson, 'subject' | 'refreshToken' | 'idToken' | 'sid'>): Promise<SignedInPerson | null> {
    const { refreshToken, subject } = person;
    if (refreshToken === null) return null;
    const configuration = await this.#configuration();
    try {
      return await told(async () => {
        const tokens = await refreshTokenGrant(configuration, refreshToken);
        const claims = tokens.claims();
        if (claims !== undefined && claims.sub !== subject) throw new Error('another subject');
        const next = { id_token: person.idToken, refresh_token: refreshToken, ...tokens };
        const known = claims ?? { sub: subject, ...(person.sid === null ? {} : { sid: person.sid }) };
        return this.#personOf(configuration, known, next, claims === undefined);
      });
    } catch (error) {
      if (error instanceof ProviderError && error.failure !== 'unreachable') return null;
      throw error;
    }
  }

  /** Where a person ends the provider's own session too; null where it has no such place. */
  async endSessionUrl(idToken: string, back: string): Promise<string | null> {
    const configuration = await this.#configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: back }).href;
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  /** Asked for when first needed, and again after a failure: a provider that is away does not keep the server from starting. */
  #configuration(): Promise<Configuration> {
    this.#discovered ??= this.#discover().catch((error: unknown) => {
      this.#discovered = null;
      throw new ProviderError('unreachable', error);
    });
    return this.#discovered;
  }

  async #discover(): Promise<Configuration> {
    const { settings, insecure } = this.#options;
    const { clientId, clientSecret, issuer } = settings;
    // The types of the two are the same but for where they are declared.
    const fetcher = ((url: string, init: object) => fetchBy(url, { ...init, dispatcher: this.#agent })) as unknown as CustomFetch;
    const authentication = clientSecret === null ? None() : bySecret(clientSecret);
    const how = { [customFetch]: fetcher, timeout: timeoutSeconds, ...(insecure ? { execute: [allowInsecureRequests] } : {}) };
    return discovery(new URL(issuer), clientId, undefined, authentication, how);
  }

  async #personOf(
    configuration: Configuration,
    claims: Pick<IDToken, 'sub'> & Readonly<Record<string, unknown>>,
    tokens: { readonly access_token: string; readonly refresh_token?: string; readonly id_token?: string },
    ask = false,
  ): Promise<SignedInPerson> {
    const { claim } = this.#options.settings;
    const { userinfo_endpoint } = configuration.serverMetadata();
    // Providers put groups into the one or into the other.
    const wanting = ask || groupsIn(claims, claim) === null;
    const more = wanting && userinfo_endpoint ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
    const all: Readonly<Record<string, unknown>> = { ...claims, ...more };
    return {
      subject: claims.sub,
      name: wordIn(all, 'name') ?? wordIn(all, 'preferred_username'),
      email: wordIn(all, 'email'),
      groups: groupsIn(all, claim) ?? [],
      sid: wordIn(all, 'sid'),
      refreshToken: tokens.refresh_token ?? null,
      idToken: tokens.id_token ?? '',
    };
  }
}

/** In the way that the provider takes; the standard's own one where it names none. */
function bySecret(secret: string): ClientAuth {
  const [post, basic] = [ClientSecretPost(secret), ClientSecretBasic(secret)];
  return (server, ...more) => {
    const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
    return (takesPost ? post : basic)(server, ...more);
  };
}

const wordIn = (claims: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null;
};

/** The claim of that name, else at that path; null where there is none. */
function groupsIn(claims: Readonly<Record<string, unknown>>, claim: string): readonly string[] | null {
  const steps = Object.hasOwn(claims, claim) ? [claim] : claim.split('.');
  const value = steps.reduce<unknown>((at, step) => (isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined), claims);
  if (value === undefined || value === null) return null;
  const words = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\s,]+/) : [];
  return words
    .filter((word): word is string => typeof word === 'string' && word !== '' && word.length <= longestGroup)
    .slice(0, mostGroups);
}

/** What the library says of an answer that never came, or that no provider in order gives: an outage, or a proxy's own page. */
const lost = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_PARSE_ERROR', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

/** Tells a provider that does not answer from one that says no, and both from an answer that is not to be trusted. */
async function told<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof AuthorizationResponseError) throw new ProviderError('denied', error);
    if (error instanceof ResponseBodyError) throw new ProviderError(error.status >= 500 ? 'unreachable' : 'refused', error);
    const { code } = Object(error) as { readonly code?: unknown };
    throw new ProviderError(error instanceof TypeError || lost.some((one) => one === code) ? 'unreachable' : 'refused', error);
  }
}
