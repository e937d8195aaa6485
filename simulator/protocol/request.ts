/** A request as it came off the wire, and what every generation makes of it. */
import type { IncomingHttpHeaders } from 'node:http';
import type { ActionName } from '../../catalogue/index.ts';
import type { AccountRow } from '../accounts/table.ts';
import { CloudError } from '../errors.ts';
import type { Plan } from './plans.ts';

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  /** What stands after "?", undecoded. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A verified request: who asks, for what, where. Parameters are nested and under the catalogue's names, but not yet checked. */
export interface ApiRequest {
  readonly account: AccountRow;
  readonly plan: Plan;
  readonly region: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Result = Readonly<Record<string, unknown>>;

export interface WireResponse {
  readonly status: number;
  readonly type: string;
  /** A long text comes in pieces, each made when the last one has been sent. */
  readonly body: string | Iterable<string>;
}

/** One generation's way of asking and answering. `read` throws CloudError and verifies the signature. */
export interface Wire {
  read(request: WireRequest): ApiRequest;
  success(result: Result, requestId: string, request: WireRequest, action: ActionName): WireResponse;
  /** `plan` is the action, where it was found before the refusal. */
  failure(error: CloudError, requestId: string, request: WireRequest, plan: Plan | undefined): WireResponse;
}

/** More pairs than any documented call could need; keeps a hostile form from costing seconds. */
const mostPairs = 20_000;

/** The decoded pairs of a query string or form; of a name that comes twice, the last. @throws CloudError on too many. */
export function pairsOf(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  if (text === '') return pairs;
  for (const [name, value] of new URLSearchParams(text)) pairs.set(name, value);
  if (pairs.size > mostPairs) throw new CloudError('InvalidParameter', `A request has at most ${mostPairs} parameters.`);
  return pairs;
}

/** A base64 signature as it was meant: a "+" that was not URL-encoded is a blank (813), an encoder's line breaks are none of it. */
export const signatureIn = (pairs: ReadonlyMap<string, string>): string =>
  (pairs.get('Signature') ?? '').replace(/[\t-\r]+| +$/g, '').replaceAll(' ', '+');

/** A header's first value, or "". */
export function header(request: WireRequest, name: string): string {
  const value = request.headers[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

/** "127.0.0.1:8600" also signs as "127.0.0.1": the official clients leave the port out. */
export function hostSpellings(request: WireRequest): string[] {
  const host = header(request, 'host');
  const colon = host.lastIndexOf(':');
  return colon > 0 && !host.endsWith(']') ? [host, host.slice(0, colon)] : [host];
}

/** True for "application/json" and the like, whatever parameters follow. */
export const hasType = (request: WireRequest, type: string): boolean =>
  header(request, 'content-type').toLowerCase().split(';', 1)[0]?.trim() === type;

export const formType = 'application/x-www-form-urlencoded';
