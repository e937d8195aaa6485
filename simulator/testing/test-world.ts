/** What the tests of a family start from: a cloud, an account of its own for each test, and short ways to ask it. */
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type CallFlaws, control, newAccount, type Target } from './client.ts';
import { CallRecorder } from './recorder.ts';
import { type Simulator, startSimulator } from './start.ts';

type Params = Readonly<Record<string, unknown>>;

const region = 'ap-guangzhou';

/** Call it at the top of a test file: it starts the cloud before the tests and ends it after them. */
export class TestWorld {
  readonly recorder = new CallRecorder();
  private readonly bugs: unknown[] = [];
  private simulator: Simulator | undefined;
  private account: (Target & { readonly uin: string }) | undefined;

  /** `wishes`: what the control API takes of a new account. */
  constructor(private readonly wishes: Params = {}) {
    beforeAll(async () => {
      this.simulator = await startSimulator({ seed: 'empty', onBug: (error) => this.bugs.push(error) });
    });
    afterAll(async () => {
      await this.simulator?.close();
      expect(this.bugs).toEqual([]);
      expect([...this.recorder.strange], 'answers of today that its cloud would not give').toEqual([]);
    });
    beforeEach(async () => {
      this.account = await this.newAccount();
    });
  }

  /** The account of the test under way. */
  get me(): Target & { readonly uin: string } {
    if (!this.account) throw new Error('no test is under way');
    return this.account;
  }

  newAccount(wishes: Params = this.wishes): Promise<Target & { readonly uin: string }> {
    if (!this.simulator) throw new Error('the cloud is not running');
    return newAccount(this.simulator.url, wishes);
  }

  /** Does the work with another account's keys in the place of the test's own. */
  async as<T>(who: Target & { readonly uin: string }, work: () => Promise<T>): Promise<T> {
    const own = this.me;
    this.account = who;
    try {
      return await work();
    } finally {
      this.account = own;
    }
  }

  /** The answer of API 3.0, whatever it is. */
  readonly call3 = async (action: string, params?: Params, spoil?: CallFlaws) =>
    (await this.recorder.call3(this.me, action, params, spoil)).answer;
  /** The code with which API 3.0 refuses, "" when it does not. */
  readonly code3 = async (action: string, params?: Params) => (await this.recorder.call3(this.me, action, params)).code;
  readonly call2017 = async (action: string, params?: Params) => (await this.recorder.call2017(this.me, action, params)).answer;
  readonly word2017 = async (action: string, params?: Params) => (await this.recorder.call2017(this.me, action, params)).code;
  /** The code with which an action of either generation refuses, by its name in the catalogue ("vpc2017:CreateVpc"). */
  readonly codeOf = (name: string, params?: Params): Promise<string> => {
    const [service, action = ''] = name.split(':');
    return service === 'vpc2017' ? this.word2017(action, params) : this.code3(action, params);
  };

  /** One call of the control API about this account. */
  readonly control = (path: string, body: Params) => control(this.me.url, 'POST', path, { uin: this.me.uin, ...body });
  readonly quota = (type: string, limit: number) => this.control('quotas', { type, limit });
  readonly speed = (family: string, speed: unknown) => this.control('transitions', { family, speed });

  /** Adds a row to a table, or changes one. @returns the row as it then stands. */
  readonly put = async (table: string, row: Params): Promise<Record<string, unknown>> =>
    (await this.control('resources', { region, table, row })).row as Record<string, unknown>;

  /** A machine in a subnet. */
  readonly machine = async (SubnetId: string, row: Params = {}) =>
    (await this.put('instance', { SubnetId, ...row })) as { InstanceId: string; PrivateIpAddress: string };

  /** What a test starts from. @throws Error with what the cloud says, where it refuses. */
  private readonly make3 = async <T>(action: string, result: string, params: Params = {}): Promise<T> => {
    const { Error: refusal, [result]: made } = await this.call3(action, params);
    if (refusal) throw new Error(`${action} ${JSON.stringify(params)} is refused, ${refusal.Code}: ${refusal.Message}`);
    return made as T;
  };

  readonly vpc = async (CidrBlock = '10.0.0.0/16'): Promise<{ id: string; oldId: string }> => {
    const answer = await this.call2017('CreateVpc', { vpcName: 'net', cidrBlock: CidrBlock });
    return { id: answer.unVpcId as string, oldId: answer.vpcId as string };
  };

  readonly subnet = async (VpcId: string, CidrBlock = '10.0.1.0/24', zone = 1): Promise<string> => {
    const params = { VpcId, SubnetName: 's', CidrBlock, Zone: `${region}-${zone}` };
    return (await this.make3<{ SubnetId: string }>('CreateSubnet', 'Subnet', params)).SubnetId;
  };

  /** How many addresses of a subnet are free. */
  readonly freeAddresses = async (SubnetId: string): Promise<number | undefined> => {
    const { SubnetSet } = await this.call3('DescribeSubnets', { SubnetIds: [SubnetId] });
    return (SubnetSet as { AvailableIpAddressCount: number }[])[0]?.AvailableIpAddressCount;
  };

  /** An elastic IP that is bound to nothing. */
  readonly freeEip = async (row: Params = {}): Promise<{ AddressId: string; AddressIp: string }> => {
    const [AddressId] = await this.make3<string[]>('AllocateAddresses', 'AddressSet');
    return (await this.put('eip', { AddressId, ...row })) as { AddressId: string; AddressIp: string };
  };

  /** How many rows of a table the account has in the region. */
  readonly count = async (table: string): Promise<number> => {
    const { accounts } = await control(this.me.url, 'GET', 'state');
    const mine = (accounts as { uin: string; regions: Record<string, Record<string, number>> }[]).find(({ uin }) => uin === this.me.uin);
    return mine?.regions[region]?.[table] ?? 0;
  };
}
