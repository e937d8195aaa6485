/**
 * The world that a sample request of the documents needs: made by the actions themselves, and then renamed, so that
 * the sample's own ids are in it and the request can be sent as it is printed.
 */
import { call3, call2017, control, newAccount, signed1, type Target } from '../../simulator/testing/client.ts';

type Params = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, unknown>>;
type Account = Target & { readonly uin: string };

/** Numbers of zones and of regions belong together in the 2017 API (800001 is in Beijing). */
export const regionOfZone = (zoneId: string | undefined): string => (zoneId?.startsWith('8') ? 'ap-beijing' : 'ap-guangzhou');

export class SampleWorld {
  private readonly names = new Map<string, string>();

  private constructor(
    readonly me: Account,
    readonly region: string,
  ) {}

  /** An empty world with an account of its own. */
  static async open(url: string, region: string): Promise<SampleWorld> {
    await control(url, 'POST', 'reset', { seed: 'empty' });
    return new SampleWorld({ ...(await newAccount(url, { classic: true })), region }, region);
  }

  /** Remembers that `made` shall be called what the sample calls it. @returns what it is still called. */
  as(made: unknown, wanted: string | undefined): string {
    if (typeof made !== 'string' || made === '') throw new Error(`nothing was made for ${wanted}`);
    if (wanted !== undefined) this.names.set(made, wanted);
    return made;
  }

  /** One call that must succeed. @throws Error with the refusal. */
  async do3(action: string, params: Values = {}, by: Target = this.me): Promise<Record<string, unknown>> {
    const answer = await call3(by, action, params);
    if (answer.Error) throw new Error(`${action}: ${answer.Error.Code} ${answer.Error.Message}`);
    return answer;
  }

  async do2017(action: string, params: Values = {}, by: Target = this.me): Promise<Record<string, unknown>> {
    const answer = await call2017(by, action, params);
    if (answer.code !== 0) throw new Error(`${action}: ${answer.message}`);
    return answer;
  }

  /** Puts a row that no action can make, or changes one. */
  async put(table: string, row: Values): Promise<Record<string, unknown>> {
    const { uin, url } = this.me;
    return (await control(url, 'POST', 'resources', { uin, region: this.region, table, row })).row as Record<string, unknown>;
  }

  control(path: string, body: Values): Promise<Record<string, unknown>> {
    return control(this.me.url, 'POST', path, { uin: this.me.uin, ...body });
  }

  /** Another account, in a region of its own. */
  async partner(region = this.region): Promise<Account> {
    return { ...(await newAccount(this.me.url)), region };
  }

  /** Gives everything its name of the sample, through a snapshot of the world. */
  async rename(): Promise<void> {
    if (this.names.size === 0) return;
    const { url } = this.me;
    let text = JSON.stringify(await control(url, 'GET', 'snapshot'));
    for (const [made, wanted] of this.names) {
      text = text.replace(new RegExp(`(?<![\\w-])${made.replaceAll('.', '\\.')}(?![\\w-])`, 'g'), wanted);
    }
    await control(url, 'PUT', 'snapshot', JSON.parse(text));
  }

  /** Sends flat parameters as the samples are printed: 2017 as a query string, API 3.0 as a form. @returns the whole answer. */
  async send(generation: 'v2' | 'v3', version: string | null, action: string, params: Params): Promise<Record<string, unknown>> {
    const { url } = this.me;
    if (generation === 'v2') {
      const path = '/v2/index.php';
      const query = signed1(this.me, 'GET', path, params, { Action: action });
      return (await (await fetch(`${url}${path}?${query}`)).json()) as Record<string, unknown>;
    }
    const body = signed1(this.me, 'POST', '/', params, { Action: action, Version: version ?? '' });
    return (await (await fetch(url, { method: 'POST', body })).json()) as Record<string, unknown>;
  }
}
