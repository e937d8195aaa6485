/** One named test for each refusal: the action, what is wrong with the call in words, and the code. */
import { expect, it } from 'vitest';
import type { ActionName } from '../../catalogue/index.ts';

type Params = Readonly<Record<string, unknown>>;

/** What is sent, or a function that brings the cause about (a quota, a second resource) and says what is sent then. */
export type RefusalCase = readonly [action: ActionName, cause: string, code: string, params: Params | (() => Params | Promise<Params>)];

/** Who asks: a stage, or a call over another wire. It answers the code, "" when the call was not refused. */
interface Asker {
  readonly codeOf: (action: ActionName, params: Params) => Promise<string>;
}

/** Each case in a test of its own, with the account and the resources that `beforeEach` makes. */
export function itRefuses({ codeOf }: Asker, cases: readonly RefusalCase[]): void {
  it.each(cases)('%s refuses %s: %s', async (action, _cause, code, params) => {
    expect(await codeOf(action, typeof params === 'function' ? await params() : params)).toBe(code);
  });
}
