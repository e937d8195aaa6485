/** Holds a family's coverage table against what its tests have really met. */
import type { CoverageOf, Provoked } from '../coverage/shape.ts';
import { type Answer3, type Answer2017, call3, call2017, control, type Spoil, type Target } from './client.ts';

type Params = Readonly<Record<string, unknown>>;

/** Calls the cloud and remembers which action answered which code. */
export class Witness {
  private readonly met = new Set<string>();

  /** One call of API 3.0. @returns its answer; its code, "" when it was not refused. */
  async call3(me: Target, action: string, params: Params = {}, spoil: Spoil = {}) {
    const answer = await call3(me, action, params, spoil);
    const code = answer.Error?.Code ?? '';
    this.met.add(`vpc:${action} ${code}`);
    return { answer, code };
  }

  /** One call of the 2017 API. */
  async call2017(me: Target, action: string, params: Params = {}) {
    const answer = await call2017(me, action, params);
    const code = answer.codeDesc === 'Success' ? '' : answer.codeDesc;
    this.met.add(`vpc2017:${action} ${code}`);
    return { answer, code };
  }

  /** The client's own functions, for tests that are written with them. */
  readonly client = {
    call3: async (me: Target, action: string, params?: Params, spoil?: Spoil): Promise<Answer3> =>
      (await this.call3(me, action, params, spoil)).answer,
    code3: async (me: Target, action: string, params?: Params, spoil?: Spoil): Promise<string> =>
      (await this.call3(me, action, params, spoil)).code,
    call2017: async (me: Target, action: string, params?: Params): Promise<Answer2017> => (await this.call2017(me, action, params)).answer,
    word2017: async (me: Target, action: string, params?: Params): Promise<string> =>
      (await this.call2017(me, action, params)).answer.codeDesc,
  };

  /** Pairs that the table says are provoked by a cause, and that no call so far has met. */
  unmet(coverage: CoverageOf<Readonly<Record<string, { readonly errors: readonly string[] }>>>): string[] {
    return pairsOf(coverage, 'cause').filter((pair) => !this.met.has(pair));
  }
}

/** "vpc:DeleteVpc ResourceInUse" for each pair that is provoked in this way. */
export const pairsOf = (coverage: Readonly<Record<string, Readonly<Record<string, Provoked>>>>, how: Provoked): string[] =>
  Object.entries(coverage).flatMap(([action, errors]) =>
    Object.entries(errors)
      .filter(([, provoked]) => provoked === how)
      .map(([code]) => `${action} ${code}`),
  );

/** Orders the fault of a pair for the account. */
export async function orderFault(
  me: Target & { readonly uin: string },
  pair: string,
): Promise<{ service: string; action: string; code: string }> {
  const [name = '', code = ''] = pair.split(' ');
  const [service = '', action = ''] = name.split(':');
  await control(me.url, 'POST', 'faults', { service, action, kind: 'error', code, uin: me.uin });
  return { service, action, code };
}
