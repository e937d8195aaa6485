/** An identity provider on loopback, for tests of who may do what. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { later } from './kit.ts';

export const clientSecret = 'canary-client-secret-0123456789';

export interface TestProvider {
  readonly issuer: string;
  /** Groups of each person; nobody else can sign in. */
  readonly groups: Map<string, string[]>;
  /** Lets it answer nothing but errors. */
  down: boolean;
  /** Changes what it answers to a token request. */
  tokens: ((body: Record<string, unknown>) => Record<string, unknown>) | null;
}

/** A provider whose people sign in by being named: `login` of the browser below. */
export async function startProvider(redirects: () => string[]): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const test: TestProvider = { issuer, groups: new Map(), down: false, tokens: null };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'weft',
        client_secret: clientSecret,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: ['https://placeholder.example/sign-in/back'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub', 'sid'], profile: ['name'], email: ['email'], groups: ['groups'] },
    scopes: ['openid', 'offline_access', 'groups', 'profile', 'email'],
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    findAccount: async (_context, sub) =>
      test.groups.has(sub)
        ? {
            accountId: sub,
            claims: async () => ({ sub, name: `Name of ${sub}`, email: `${sub}@example.com`, groups: test.groups.get(sub) ?? [] }),
          }
        : undefined,
    interactions: { url: (_context, interaction) => `/login/${interaction.uid}` },
    cookies: { keys: ['only-for-tests'] },
    ttl: { Session: 3_600, Grant: 3_600, Interaction: 600, AccessToken: 600, IdToken: 600, RefreshToken: 3_600 },
  });
  // A port is not known before the server listens.
  const plain = provider.Client.prototype.redirectUriAllowed;
  provider.Client.prototype.redirectUriAllowed = function allowed(uri: string) {
    return redirects().includes(uri) || plain.call(this, uri);
  };
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (test.down) {
      response.writeHead(503).end();
      return;
    }
    const login = /^\/login\/([^?]+)\?as=(.*)$/.exec(request.url ?? '');
    if (login) {
      void (async () => {
        const { params } = await provider.interactionDetails(request, response);
        if (login[2] === 'nobody') return provider.interactionFinished(request, response, { error: 'access_denied' });
        const grant = new provider.Grant({ accountId: login[2] ?? '', clientId: String(params.client_id) });
        grant.addOIDCScope(String(params.scope));
        return provider.interactionFinished(request, response, {
          login: { accountId: login[2] ?? '' },
          consent: { grantId: await grant.save() },
        });
      })();
      return;
    }
    if (request.url === '/token' && test.tokens !== null) {
      const change = test.tokens;
      const end = response.end.bind(response);
      response.removeHeader('content-length');
      const writeHead = response.setHeader.bind(response);
      response.setHeader = (name, value) => (name.toLowerCase() === 'content-length' ? response : writeHead(name, value));
      response.end = ((text: string | Buffer) => end(JSON.stringify(change(JSON.parse(String(text)))))) as typeof response.end;
    }
    handle(request, response);
  });
  later(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return test;
}
