/** Calls the cloud and remembers which action answered which code, so that no documented refusal goes without a test. */
import { expect } from 'vitest';
import type { Family } from '../../catalogue/define.ts';
import { isToldOf, strangeInAnswer } from '../../tests/support/todays-api.ts';
import { nameOf, outcomesOf } from '../coverage/refusals.ts';
import { findPlan, type Plan } from '../protocol/plans.ts';
import { type Answer3, type Answer2017, type CallFlaws, call3, call2017, type Target } from './client.ts';
import { onceAllPassed } from './whole-file.ts';

type Params = Readonly<Record<string, unknown>>;

export class CallRecorder {
  private readonly met = new Set<string>();
  /** Where today's cloud would have answered otherwise: to its accounts, and to others by actions that only it has. */
  readonly strange = new Set<string>();

  /** Remembers what a call that the test made itself answered: its code, "" when it was not refused. */
  note(action: string, code: string | number): void {
    this.met.add(nameOf({ action, code: String(code) }));
  }

  /** One call of API 3.0. @returns its answer; its code, "" when it was not refused. */
  async call3(me: Target, action: string, params: Params = {}, spoil: CallFlaws = {}) {
    const answer = await call3(me, action, params, spoil);
    const code = answer.Error?.Code ?? '';
    const plan = findPlan('api3', spoil.version ?? '2017-03-12', action);
    this.note(plan?.name ?? `vpc:${action}`, code);
    if (plan && code === '') this.hold(plan, answer, me);
    return { answer, code };
  }

  private hold({ service, action, data }: Plan, answer: Answer3, { dialect }: Target): void {
    if (!isToldOf(service) || (dialect !== 'today' && data.source !== 'today')) return;
    for (const fault of strangeInAnswer(service, action, answer)) this.strange.add(fault);
  }

  /** One call of the 2017 API. */
  async call2017(me: Target, action: string, params: Params = {}) {
    const answer = await call2017(me, action, params);
    const code = answer.codeDesc === 'Success' ? '' : answer.codeDesc;
    this.note(`vpc2017:${action}`, code);
    return { answer, code };
  }

  /** The client's own functions, for tests that are written with them. */
  readonly client = {
    call3: async (me: Target, action: string, params?: Params, spoil?: CallFlaws): Promise<Answer3> =>
      (await this.call3(me, action, params, spoil)).answer,
    code3: async (me: Target, action: string, params?: Params, spoil?: CallFlaws): Promise<string> =>
      (await this.call3(me, action, params, spoil)).code,
    call2017: async (me: Target, action: string, params?: Params): Promise<Answer2017> => (await this.call2017(me, action, params)).answer,
    word2017: async (me: Target, action: string, params?: Params): Promise<string> =>
      (await this.call2017(me, action, params)).answer.codeDesc,
  };

  /**
   * Call it at the top of the file that provokes a family's refusals: when all of its tests have run, it fails and names each
   * documented refusal that no call met, and each action of today's cloud that never succeeded. A run of some tests alone is not held to that.
   * `isMeant` leaves out the outcomes ("action code") that another file proves.
   */
  provesRefusalsOf(family: Family, isMeant: (outcome: string) => boolean = () => true): void {
    onceAllPassed((file) => {
      const missed = outcomesOf(family).filter((outcome) => isMeant(outcome) && !this.met.has(outcome));
      expect(missed, `documented refusals of ${family}, and successes of today's actions, that no test of ${file} meets`).toEqual([]);
    });
  }
}
