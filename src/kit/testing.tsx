/** For the kit's tests: a page in a place, with a small cloud behind `fetch`. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act, configure, queries, type RenderResult, render, waitFor } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { createClient } from '../api/client.ts';
import { startLanguage } from '../i18n/index.ts';
import { ScopeContext } from '../lib/scope.ts';
import { onCaughtError } from '../lib/unreadable.ts';

// A page comes in parts, which a loaded machine reads slowly.
configure({ asyncUtilTimeout: 10_000 });

interface SentCall {
  /** "vpc:CreateVpc" */
  readonly name: string;
  readonly params: Record<string, unknown>;
}

type Reply = Record<string, unknown> | { readonly error: Record<string, unknown>; readonly status: number };
export type Cloud = Readonly<Record<string, (params: Record<string, unknown>) => Reply>>;

/** Answers calls from a table of actions; what was asked is in the returned list. */
export function fakeCloud(cloud: Cloud): SentCall[] {
  const sent: SentCall[] = [];
  globalThis.fetch = async (input, init) => {
    const [, service, action] = /\/api\/call\/([^/]+)\/([^/]+)$/.exec(String(input)) ?? [];
    const name = `${service}:${action}`;
    const { params } = JSON.parse(String(init?.body ?? '{}')) as { params: Record<string, unknown> };
    sent.push({ name, params });
    const reply = cloud[name]?.(params) ?? {
      error: { code: 'InvalidAction', message: `${name} is not in this test's cloud` },
      status: 422,
    };
    if ('error' in reply) return Response.json({ error: reply.error }, { status: Number(reply.status) });
    return Response.json({ data: reply, requestId: `request-${sent.length}` });
  };
  return sent;
}

/** Answers every call by one function of the action's name and its parameters. */
export function answerCalls(reply: (name: string, params: Record<string, unknown>) => Reply): void {
  fakeCloud(new Proxy({} as Cloud, { get: (_none, name) => (params: Record<string, unknown>) => reply(String(name), params) }));
}

const waiting = 'waiting';

function Url() {
  const { pathname, search } = useLocation();
  return <output data-testid="url">{pathname + search}</output>;
}

type RenderedView = RenderResult;

/** Shows `page` at a URL, and waits for what it loads at first. */
export async function show(page: ReactNode, at = '/'): Promise<RenderedView> {
  await startLanguage('ui', 'shell', 'family', 'page', 'kit', 'detail', 'vpc', 'subnet');
  let shown: RenderedView | undefined;
  await act(async () => {
    shown = render(
      <QueryClientProvider client={createClient()}>
        <MemoryRouter initialEntries={[at]}>
          <ScopeContext value={{ account: undefined, region: 'ap-guangzhou' }}>
            <Suspense fallback={waiting}>{page}</Suspense>
            <Url />
          </ScopeContext>
        </MemoryRouter>
      </QueryClientProvider>,
      { onCaughtError, queries },
    );
  });
  const result = shown;
  if (!result) throw new Error('nothing was rendered');
  await waitFor(() => {
    if (result.container.textContent?.startsWith(waiting)) throw new Error('still loading');
  });
  return result;
}
