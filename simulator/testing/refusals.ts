/** One named test for each refusal: the action, what is wrong with the call in words, and the code. */
import { expect, it } from 'vitest';
import type { ActionName } from '../../catalogue/index.ts';
import type { Stage } from './stage.ts';

type Params = Readonly<Record<string, unknown>>;

/** What is sent, or a function that brings the cause about (a quota, a second resource) and says what is sent then. */
export type RefusalCase = readonly [action: ActionName, cause: string, code: string, params: Params | (() => Params | Promise<Params>)];

/** Each case in a test of its own, with the account and the resources that `beforeEach` makes. */
export function itRefuses(stage: Stage, cases: readonly RefusalCase[]): void {
  it.each(cases)('%s refuses %s: %s', async (action, _cause, code, params) => {
    expect(await stage.codeOf(action, typeof params === 'function' ? await params() : params)).toBe(code);
  });
}
