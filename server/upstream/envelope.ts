/** Reads what the cloud answered: success without its envelope, or a refusal by code, in each protocol's form. */
import type { Protocol } from '../../catalogue/services.ts';
import { isRecord } from '../../catalogue/validate.ts';
import { scanAnswer } from './scan.ts';
import type { HttpAnswer } from './transport.ts';

export interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
  /** Too many calls: nothing was done, the same call may be sent again later. */
  readonly throttled: boolean;
  /** The signature's time was off. */
  readonly expired: boolean;
}

export type Reading =
  /** `data` is JSON text of the answer's fields. */
  | { readonly kind: 'success'; readonly data: string; readonly requestId: string | null }
  | Refusal
  /** The cloud failed (5xx), or what came is not an answer of this protocol. What became of the call is not known. */
  | { readonly kind: 'broken'; readonly why: 'server-error' | 'unreadable' };

const broken = (answer: HttpAnswer): Reading => ({ kind: 'broken', why: answer.status >= 500 ? 'server-error' : 'unreadable' });

/** Never throws: whatever cannot be read is `broken`. `documented` are the error codes that the action's own table names. */
export function readEnvelope(protocol: Protocol, answer: HttpAnswer, documented: readonly string[] = []): Reading {
  const scan = scanAnswer(answer.text);
  // One that is too deep to be walked, or that says twice what decides, is no answer.
  if (!scan.ok) return broken(answer);
  const body = parse(answer.text);
  if (!isRecord(body)) return broken(answer);
  switch (protocol) {
    case 'api3':
      return readApi3(answer, body, scan.alone);
    case 'api2017':
      return readApi2017(answer, body, documented);
    case 'aliyun-rpc':
      return readAliyunRpc(answer, body);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const textOr = <T>(value: unknown, otherwise: T): string | T => (typeof value === 'string' ? value : otherwise);

/** `{"Response": {…, "RequestId"}}`, refusals with HTTP 200 and `Response.Error` (918-945). Some samples print "RequestID". */
function readApi3(answer: HttpAnswer, body: Record<string, unknown>, alone: boolean): Reading {
  const response = body.Response;
  if (!isRecord(response)) return broken(answer);
  const requestId = textOr(response.RequestId ?? response.RequestID, null);
  const error = response.Error;
  if (isRecord(error)) return refusal(textOr(error.Code, 'InternalError'), textOr(error.Message, ''), requestId);
  // A redirect is no answer either: none is followed, whatever its body says.
  if (answer.status >= 300) return broken(answer);
  return { kind: 'success', data: withoutEnvelope(answer.text, alone, response, requestId), requestId };
}

const opening = '{"Response":{';

/**
 * The fields of `Response` as JSON text. Where the text has the usual compact form with the id as its last member they are
 * cut out of it, otherwise written anew. The text has been parsed before, so: it is one JSON object whose only key is
 * Response, hence its second last brace closes Response; and `,"RequestId":"…"` right before that brace is Response's own
 * last member, because a text cannot end in `:"id"` outside a string and stay valid JSON unless that is a member.
 */
function withoutEnvelope(text: string, alone: boolean, response: Record<string, unknown>, requestId: string | null): string {
  const tail = `"RequestId":"${requestId}"}}`;
  if (text.startsWith(opening) && text.endsWith(tail) && requestId !== null && /^[\w-]+$/.test(requestId) && alone) {
    const end = text.length - tail.length;
    if (end === opening.length) return '{}';
    if (text[end - 1] === ',') return `{${text.slice(opening.length, end - 1)}}`;
  }
  const { RequestId: _id, RequestID: _oldId, ...data } = response;
  return JSON.stringify(data);
}

/** Too many calls (8053), and the codes of a signature whose time is off: 4200 expired, 4500 replayed or 2 hours off (8051, 8054). */
const codes2017 = { throttled: '4400', expired: ['4200', '4500'] } as const;

/** `{"code": 0, "message": "", …}`; the code is a number or its text, `codeDesc` is missing in the older actions (8014-8034). Actions whose table has numbers (15493, 002:42) are refused by those, others by the word. */
function readApi2017(answer: HttpAnswer, body: Record<string, unknown>, documented: readonly string[]): Reading {
  const { code, message, codeDesc, requestId, ...data } = body;
  if (!(typeof code === 'number' || typeof code === 'string') || answer.status >= 300) return broken(answer);
  const id = textOr(requestId, null);
  if (String(code) === '0') return { kind: 'success', data: JSON.stringify(data), requestId: id };
  const number = String(code);
  const hasWord = typeof codeDesc === 'string' && codeDesc !== '' && codeDesc !== 'Success';
  const name = hasWord && !documented.includes(number) ? codeDesc : number;
  const read = refusal(name, textOr(message, ''), id);
  return {
    ...read,
    throttled: read.throttled || number === codes2017.throttled,
    expired: read.expired || (codes2017.expired as readonly string[]).includes(number),
  };
}

/** The bare object; refusals by HTTP status with `Code` and `Message`. */
function readAliyunRpc(answer: HttpAnswer, body: Record<string, unknown>): Reading {
  const { RequestId, ...data } = body;
  const requestId = textOr(RequestId, null);
  if (answer.status < 300) return { kind: 'success', data: JSON.stringify(data), requestId };
  if (answer.status >= 500 || typeof body.Code !== 'string') return broken(answer);
  return refusal(body.Code, textOr(body.Message, ''), requestId);
}

const throttling = /^(?:RequestLimitExceeded|Throttling)(?:\.|$)/;
const expiry = new Set(['AuthFailure.SignatureExpire', 'InvalidTimeStamp.Expired']);

const refusal = (code: string, message: string, requestId: string | null): Refusal => ({
  kind: 'refused',
  code,
  message,
  requestId,
  throttled: throttling.test(code),
  expired: expiry.has(code),
});
