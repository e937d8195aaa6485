/** Looks over a test's shoulder: whatever a page says or asks for that it should not ends up as a failure of the test. */
import type { BrowserContext } from '@playwright/test';

export interface Watch {
  /** The test provokes answers with these statuses; without it every answer of 400 and above is a failure. */
  readonly allow: (...statuses: number[]) => void;
  /** The test expects console errors that match. */
  readonly allowError: (pattern: RegExp) => void;
  readonly problems: () => readonly string[];
}

/** Watches every page of the context, from now on. `origin` is the only place that a page may ask. */
export async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const found: string[] = [];
  const statuses: { readonly status: number; readonly what: string }[] = [];
  const allowed = new Set<number>();
  const errors: RegExp[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // biome-ignore lint/suspicious/noConsole: the console is what is watched
      console.error(`content policy: ${event.violatedDirective} stopped ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('weberror', (error) => found.push(`page error: ${error.error().stack ?? error.error().message}`));
  context.on('console', (message) => {
    // The browser's own note about a status: the answers are watched below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) found.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) found.push(`asked another origin: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) statuses.push({ status: response.status(), what: `${response.request().method()} ${response.url()}` });
  });
  return {
    allow: (...some) => {
      for (const status of some) allowed.add(status);
    },
    allowError: (pattern) => void errors.push(pattern),
    problems: () => [
      ...found.filter((text) => !errors.some((pattern) => pattern.test(text))),
      ...statuses.filter(({ status }) => !allowed.has(status)).map(({ status, what }) => `${status}: ${what}`),
    ],
  };
}
