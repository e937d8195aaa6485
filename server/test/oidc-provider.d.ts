/** The part of the package that tests use; it brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  interface Account {
    readonly accountId: string;
    readonly claims: () => Promise<Readonly<Record<string, unknown>>>;
  }

  interface Grant {
    addOIDCScope: (scope: string) => void;
    save: () => Promise<string>;
  }

  interface Configuration {
    readonly findAccount: (context: unknown, sub: string) => Promise<Account | undefined>;
    readonly interactions: { readonly url: (context: unknown, interaction: { readonly uid: string }) => string };
    readonly [setting: string]: unknown;
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Client: { readonly prototype: { redirectUriAllowed: (uri: string) => boolean } };
    readonly Grant: new (of: {
      readonly accountId: string;
      readonly clientId: string;
    }) => Grant;
    callback: () => RequestListener;
    interactionDetails: (
      request: IncomingMessage,
      response: ServerResponse,
    ) => Promise<{ readonly params: Readonly<Record<string, unknown>> }>;
    interactionFinished: (request: IncomingMessage, response: ServerResponse, result: object) => Promise<void>;
  }
}
