/** What the stories of third-party clients start from: a cloud, accounts in it, and clients that remember what they called. */
import { createRequire } from 'node:module';
import { cdb } from 'tencentcloud-sdk-nodejs/tencentcloud/services/cdb/index.js';
import { cvm } from 'tencentcloud-sdk-nodejs/tencentcloud/services/cvm/index.js';
import { gaap } from 'tencentcloud-sdk-nodejs/tencentcloud/services/gaap/index.js';
import { vpc } from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/index.js';
import type { Dialect } from '../../catalogue/binding.ts';
import { findAction, splitName } from '../../catalogue/index.ts';
import type { SeedName } from '../../simulator/seed/index.ts';
import { control, newAccount } from '../../simulator/testing/client.ts';
import { type Simulator, startSimulator } from '../../simulator/testing/start.ts';
import { misfits, withoutEnvelope } from '../support/fit.ts';
import { isToldOf, strangeInAnswer } from '../support/todays-api.ts';

export type Values = Readonly<Record<string, unknown>>;
export interface Account {
  readonly uin: string;
  /** Whose answers hold exactly what today's cloud tells; those of the documents may have what it no longer does. */
  readonly dialect?: Dialect;
  readonly keys: { readonly secretId: string; readonly secretKey: string };
}

const VpcClient = vpc.v20170312.Client;
const CdbClient = cdb.v20170320.Client;
const CvmClient = cvm.v20170312.Client;
const GaapClient = gaap.v20180529.Client;
type VpcClient = InstanceType<typeof VpcClient>;

interface Capi {
  request(data: Values, options: Values, done: (error: unknown, body: Answer) => void): void;
}
/** An answer of the 2017 API: `code` is 0, or the number of the refusal that `codeDesc` names. */
export type Answer = { readonly code: number; readonly codeDesc: string; readonly message: string } & Record<string, unknown>;

// The client of the 2017 API has no types and is CommonJS.
const CapiClient = createRequire(import.meta.url)('qcloudapi-sdk') as new (defaults: Values) => Capi;

/** The value, which must be there. */
export function must<T>(value: T): NonNullable<T> {
  if (value === undefined || value === null) throw new Error('the answer lacks a value');
  return value;
}

/** The code with which API 3.0 refuses; fails when it does not. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return (error as { code: string }).code;
  }
  throw new Error('the call was not refused');
}

let lastNonce = 0;
/** The client draws nonces from 65,536 numbers: among so many calls a second, one would come twice and be refused. */
const nextNonce = (): number => {
  lastNonce += 1;
  return lastNonce;
};

/** "data.totalCount" of an answer. */
const numberAt = (answer: Values, path: string): number =>
  path.split('.').reduce<unknown>((value, step) => (value as Values)[step], answer) as number;

/** The cloud of a suite, the actions that have succeeded in it, and the account of the story under way. */
export class SdkStage {
  /** `service:Action` of every call that was not refused. */
  readonly called = new Set<string>();
  /** Where their answers were not what the catalogue says. */
  readonly surprises = new Set<string>();
  /** Where answers of API 3.0 were not what today's API says: a field that it has not, one missing, or of another type. */
  readonly strange = new Set<string>();
  private readonly lists = new Map<string, number>();
  private simulator: Simulator | undefined;
  private account: Account | undefined;

  async open(seed: SeedName = 'empty'): Promise<void> {
    this.simulator = await startSimulator({ seed });
  }

  async close(): Promise<void> {
    await this.simulator?.close();
  }

  get cloud(): Simulator {
    return must(this.simulator);
  }

  get me(): Account {
    return must(this.account);
  }

  /** A new account for the next story. */
  async newStory(wishes: Values = {}): Promise<void> {
    this.account = await this.newAccount(wishes);
  }

  /** Lists that had no row in any answer so far. */
  get empty(): readonly string[] {
    return [...this.lists].filter(([, rows]) => rows === 0).map(([name]) => name);
  }

  /** Remembers an answer. */
  heard(name: string, answer: Values, dialect: Dialect = 'documents'): void {
    this.called.add(name);
    const total = findAction(name)?.paging?.total;
    if (total !== undefined) this.lists.set(name, (this.lists.get(name) ?? 0) + numberAt(answer, total));
    const { service, action } = splitName(name);
    const strange = isToldOf(service) ? strangeInAnswer(service, action, answer) : [];
    // A client of the documents also looks at what today's API no longer has.
    for (const fault of strange) if (dialect === 'today' || !fault.endsWith(': unknown')) this.strange.add(fault);
    // Of what today tells besides, the catalogue describes what pages show.
    for (const misfit of misfits(findAction(name)?.results ?? {}, withoutEnvelope(answer)))
      if (dialect !== 'today' || !misfit.endsWith(' unknown')) this.surprises.add(`${name} ${misfit}`);
  }

  /** Goes on as that account. */
  use(account: Account): void {
    this.account = account;
  }

  newAccount(wishes: Values = {}): Promise<Account> {
    return newAccount(this.cloud.url, wishes);
  }

  /** How a client of API 3.0 is told where to go. */
  private profile(account: Account, region: string) {
    const httpProfile = { protocol: 'http://' as const, endpoint: `127.0.0.1:${this.cloud.port}` };
    return { credential: { ...account.keys }, region, profile: { httpProfile } };
  }

  vpc(account = this.me, region = 'ap-guangzhou'): VpcClient {
    return this.watched('vpc', new VpcClient(this.profile(account, region)), account);
  }

  cdb() {
    return this.watched('cdb', new CdbClient(this.profile(this.me, 'ap-guangzhou')));
  }

  cvm() {
    return this.watched('cvm', new CvmClient(this.profile(this.me, 'ap-guangzhou')));
  }

  gaap() {
    return this.watched('gaap', new GaapClient(this.profile(this.me, 'ap-guangzhou')));
  }

  /** Every method of the official client ends in its `request`. */
  private watched<C extends { request(action: string, params: never, ...rest: never[]): Promise<unknown> }>(
    service: string,
    client: C,
    { dialect }: Account = this.me,
  ): C {
    const request = client.request.bind(client);
    client.request = async (action, ...rest) => {
      const answer = await request(action, ...rest);
      this.heard(`${service}:${action}`, answer as Values, dialect);
      return answer;
    };
    return client;
  }

  /** A caller of the 2017 API; it never throws for a refusal. */
  capi(account = this.me, Region = 'gz', service = 'vpc2017'): (Action: string, params?: Values) => Promise<Answer> {
    const client = new CapiClient({ SecretId: account.keys.secretId, SecretKey: account.keys.secretKey });
    const options = { protocol: 'http', host: `127.0.0.1:${this.cloud.port}` };
    return async (Action, params = {}) => {
      const body = await new Promise<Answer>((resolve, reject) => {
        client.request({ Region, Action, Nonce: nextNonce(), ...params }, options, (error, answer) =>
          error ? reject(error) : resolve(answer),
        );
      });
      if (body.code === 0) this.heard(`${service}:${Action}`, body);
      return body;
    };
  }

  /** The same for calls that must succeed. */
  ok2017(account = this.me, Region = 'gz', service = 'vpc2017'): (Action: string, params?: Values) => Promise<Answer> {
    const call = this.capi(account, Region, service);
    return async (Action, params) => {
      const body = await call(Action, params);
      if (body.code !== 0) throw new Error(`${Action}: ${body.message}`);
      return body;
    };
  }

  /** Puts a row that no action can make. @returns it as it then stands. */
  async put(table: string, row: Values, region = 'ap-guangzhou'): Promise<Record<string, unknown>> {
    const body = { uin: this.me.uin, region, table, row };
    return (await control(this.cloud.url, 'POST', 'resources', body)).row as Record<string, unknown>;
  }

  control(path: string, body: Values): Promise<Record<string, unknown>> {
    return control(this.cloud.url, 'POST', path, { uin: this.me.uin, ...body });
  }

  async machine(SubnetId: string, row: Values = {}): Promise<string> {
    return (await this.put('instance', { SubnetId, ...row })).InstanceId as string;
  }

  /** A VPC with a subnet in it. */
  async network(CidrBlock = '10.8.0.0/16', subnet = '10.8.1.0/24'): Promise<{ VpcId: string; SubnetId: string }> {
    const client = this.vpc();
    const { Vpc } = await client.CreateVpc({ VpcName: 'net', CidrBlock });
    const VpcId = must(Vpc?.VpcId);
    const { Subnet } = await client.CreateSubnet({ VpcId, SubnetName: 'web', CidrBlock: subnet, Zone: 'ap-guangzhou-2' });
    return { VpcId, SubnetId: must(Subnet?.SubnetId) };
  }
}
