/** The control API, `/_sim/…`: what a test or a person does to the simulated cloud that no cloud would let them. */
import { sameText } from '../protocol/keys.ts';
import { header, type WireRequest, type WireResponse } from '../protocol/request.ts';
import { DataFolderError } from '../store/folder.ts';
import type { ControlContext } from './context.ts';
import { Answer, bodyOf, ControlError, json, StreamedAnswer } from './http.ts';
import { addAccount, addResource, fill, setQuota, setTransitions } from './resources.ts';
import { restoreSnapshot, snapshotOfRequest, takeSnapshot } from './snapshot.ts';
import { healthOf, orderFault, reset, setClock, stateOf } from './world.ts';

/** What an endpoint gives back; the answer waits for `keep`. */
type Endpoint = (context: ControlContext, body: Record<string, unknown>) => unknown;

/**
 * `POST`s that change single rows run as one transaction, whose changes are kept before the answer; those that replace
 * the world, or a large part of it, are followed by a compaction.
 */
const endpoints: Readonly<
  Record<string, { readonly run: Endpoint; readonly writes: 'rows' | 'world' | 'nothing'; readonly isOpen?: true }>
> = {
  'GET /_sim/health': { run: healthOf, writes: 'nothing', isOpen: true },
  'GET /_sim/state': { run: stateOf, writes: 'nothing' },
  'POST /_sim/reset': { run: reset, writes: 'world' },
  'POST /_sim/accounts': { run: addAccount, writes: 'rows' },
  'POST /_sim/fill': { run: fill, writes: 'world' },
  'POST /_sim/resources': { run: addResource, writes: 'rows' },
  'POST /_sim/clock': { run: setClock, writes: 'rows' },
  'POST /_sim/transitions': { run: setTransitions, writes: 'rows' },
  'POST /_sim/quotas': { run: setQuota, writes: 'rows' },
  'POST /_sim/faults': { run: orderFault, writes: 'nothing' },
  'DELETE /_sim/faults': { run: ({ faults }) => faults.clear(), writes: 'nothing' },
  'GET /_sim/snapshot': { run: takeSnapshot, writes: 'nothing' },
  'PUT /_sim/snapshot': { run: restoreSnapshot, writes: 'world' },
};

/** "POST /_sim/reset" and its like. For tests. */
export const endpointNames: readonly string[] = Object.keys(endpoints);

/** Answers requests under `/_sim/`. Only programs on this machine may ask: a page that a browser shows may not. */
export function controlApi(context: ControlContext): (request: WireRequest) => Promise<WireResponse> {
  return async (request) => {
    try {
      refuseBrowsers(request);
      const endpoint = endpoints[`${request.method} ${request.path}`];
      if (!endpoint?.isOpen) demandToken(request, context.token);
      if (!endpoint) throw new ControlError(404, `there is no ${request.method} ${request.path}`);
      const body = endpoint === endpoints['PUT /_sim/snapshot'] ? snapshotOfRequest(request) : bodyOf(request);
      const answer = await done(endpoint, context, body);
      if (answer instanceof Answer) return json(answer.value, answer.status);
      return answer instanceof StreamedAnswer ? { status: 200, type: 'application/json', body: answer.chunks } : json(answer ?? {});
    } catch (error) {
      if (error instanceof ControlError) return json({ error: error.message }, error.status);
      if (error instanceof DataFolderError) return json({ error: `${error.message} Nothing was done.` }, 507);
      if (error instanceof RangeError) return json({ error: error.message }, 400);
      throw error;
    }
  };
}

/** Does it, and waits until what it changed would survive a crash. @throws DataFolderError when it would not; all is as it was then. */
async function done({ run, writes }: (typeof endpoints)[string], context: ControlContext, body: Record<string, unknown>): Promise<unknown> {
  const { world, store } = context;
  if (writes === 'world' && store) return store.replace(() => run(context, body));
  while (store?.replacing) await store.replacing;
  if (writes !== 'rows') return run(context, body);
  const { result, changes, revert } = world.transact(() => run(context, body));
  if (changes.length > 0) await store?.keep({ changes, revert });
  return result;
}

/** Keys of every account are to be had here, so that being on this machine is not enough. */
function demandToken(request: WireRequest, token: string): void {
  const shown = /^Bearer (\S+)$/.exec(header(request, 'authorization'))?.[1] ?? '';
  if (!sameText(shown, token))
    throw new ControlError(
      401,
      'the control API wants "Authorization: Bearer" and the token of the first line or of the file control-token',
    );
}

const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** A browser always sends an Origin with a write, and a rebound name arrives with a foreign Host. */
function refuseBrowsers({ headers }: WireRequest): void {
  if (headers.origin !== undefined) throw new ControlError(403, 'the control API is not for web pages');
  if (!loopbackHost.test(headers.host ?? '')) throw new ControlError(403, 'the control API answers to this machine only');
}
