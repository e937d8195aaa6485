/** What the tests of direct-connect gateways share. */
import { beforeEach } from 'vitest';
import { TestWorld } from '../../testing/test-world.ts';

type Params = Record<string, unknown>;

/** The four kinds over the wire: the middle of their actions' names, their list, and rules that can be. */
export const kinds = {
  LocalIPTranslation: {
    list: 'localIPTranslation',
    count: 'snatNum',
    quota: 'local-ips-per-direct-connect-gateway',
    first: { originalIP: '10.0.0.5', translationIP: '138.0.0.1' },
    second: { originalIP: '10.0.0.6', translationIP: '138.0.0.2' },
    task: true,
  },
  LocalSourceIPPortTranslation: {
    list: 'localSourceIPPortTranslation',
    count: 'snaptNum',
    quota: 'local-sources-per-direct-connect-gateway',
    first: { translationIPPool: '138.0.0.11-138.0.0.19' },
    second: { translationIPPool: '138.0.1.0/24' },
    task: true,
  },
  LocalDestinationIPPortTranslation: {
    list: 'localDestinationIPPortTranslation',
    count: 'dnaptNum',
    quota: 'local-destinations-per-direct-connect-gateway',
    first: { originalIP: '10.0.0.5', originalPort: '80', translationIP: '138.0.0.1', translationPort: '90', proto: 'tcp' },
    second: { originalIP: '10.0.0.5', originalPort: '80-90', translationIP: '138.0.0.1', translationPort: '800-820', proto: 'tcp' },
    task: false,
  },
  PeerIPTranslation: {
    list: 'peerIPTranslation',
    count: 'dnatNum',
    quota: 'peer-ips-per-direct-connect-gateway',
    first: { originalIP: '192.168.7.1', translationIP: '138.0.0.1' },
    second: { originalIP: '192.168.7.2', translationIP: '138.0.0.2' },
    task: false,
  },
} as const;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];

/** {originalIP} → {oldOriginalIP}, as the changes name the rule that they mean. */
export const old = (rule: Params): Params =>
  Object.fromEntries(Object.entries(rule).map(([key, value]) => [`old${key.charAt(0).toUpperCase()}${key.slice(1)}`, value]));

/** A stage with a VPC and a gateway in it that translates. */
export class GatewayStage extends TestWorld {
  vpc1 = { id: '', oldId: '' };
  gateway1 = '';

  constructor() {
    super();
    beforeEach(async () => {
      this.vpc1 = await this.vpc();
      this.gateway1 = await this.gateway();
    });
  }

  readonly gateway = async (more: Params = {}): Promise<string> => {
    const params = { vpcId: this.vpc1.id, directConnectGatewayName: 'line', type: 1, ...more };
    const { data } = await this.call2017('CreateDirectConnectGateway', params);
    return (data as { directConnectGatewayId: string }).directConnectGatewayId;
  };

  /** The two parameters by which every action names the gateway. */
  get where() {
    return { vpcId: this.vpc1.id, directConnectGatewayId: this.gateway1 };
  }

  readonly listed = async (id = this.gateway1): Promise<Params | undefined> =>
    ((await this.call2017('DescribeDirectConnectGateway', { directConnectGatewayId: id })).data as Params[] | undefined)?.[0];

  readonly create = (kind: KindName, ...rules: Params[]) =>
    this.call2017(`Create${kind}NatRule`, { ...this.where, [kinds[kind].list]: rules });
  readonly createWord = (kind: KindName, ...rules: Params[]) =>
    this.word2017(`Create${kind}NatRule`, { ...this.where, [kinds[kind].list]: rules });
  readonly modifyWord = (kind: KindName, rule: Params, change: Params) =>
    this.word2017(`Modify${kind}NatRule`, { ...this.where, ...old(rule), ...change });
  readonly removeWord = (kind: KindName, ...rules: Params[]) =>
    this.word2017(`Delete${kind}NatRule`, { ...this.where, [kinds[kind].list]: rules });
  readonly rules = async (kind: KindName, more: Params = {}) =>
    (await this.call2017(`Describe${kind}NatRule`, { ...this.where, ...more })).data as Params[];

  /** How a task stands: 0 done, 1 failed, 2 under way. */
  readonly status = async (taskId: unknown) =>
    ((await this.call2017('DescribeVpcTaskResult', { taskId })).data as { status: number }).status;
}

/** An ACL rule of a local address. */
export const acl = (more: Params = {}): Params => ({
  protocol: 'tcp',
  sourcePort: '80',
  destinationCidr: '10.0.0.2/18',
  destinationPort: '90',
  ...more,
});

/** One of a pool of local sources. */
export const sourceAcl = (more: Params = {}): Params => acl({ sourceCidr: '11.1.0.2/16', ...more });
