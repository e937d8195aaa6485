/** The control API's small change: JSON in, JSON out, and its own kind of refusal. */
import type { WireRequest, WireResponse } from '../protocol/request.ts';

/** What the control API cannot do; answered with the status and `{error}`. */
export class ControlError extends Error {
  override readonly name = 'ControlError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export const json = (value: unknown, status = 200): WireResponse => ({
  status,
  type: 'application/json',
  body: value === undefined ? '' : JSON.stringify(value),
});

/** The body as an object. @throws ControlError 400. */
export function bodyOf(request: WireRequest): Record<string, unknown> {
  if (request.body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new ControlError(400, 'the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ControlError(400, 'the body must be a JSON object');
  return value as Record<string, unknown>;
}

/** An answer with a status of its own. */
export class Answer {
  constructor(
    readonly value: unknown,
    readonly status: number,
  ) {}
}

/** An answer too long for one text. */
export class StreamedAnswer {
  constructor(readonly chunks: Iterable<string>) {}
}

type Body = Readonly<Record<string, unknown>>;

const wrong = (name: string, what: string): ControlError => new ControlError(400, `"${name}" must be ${what}`);

export function textIn(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw wrong(name, 'a text');
  return value;
}

export function optionalText(body: Body, name: string): string | undefined {
  return body[name] === undefined || body[name] === null ? undefined : textIn(body, name);
}

export function numberIn(body: Body, name: string, least = 0): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < least) throw wrong(name, `a number from ${least}`);
  return value;
}

export function wholeIn(body: Body, name: string, least = 0): number {
  const value = numberIn(body, name, least);
  if (!Number.isInteger(value)) throw wrong(name, 'a whole number');
  return value;
}

export function oneOf<const V extends readonly string[]>(body: Body, name: string, values: V): V[number] {
  const value = body[name];
  const known = values.find((candidate) => candidate === value);
  if (known === undefined) throw wrong(name, `one of ${values.join(', ')}`);
  return known;
}
