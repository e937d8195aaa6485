/** The same for direct-connect gateways, peerings, parameter templates and flow logs. */
import type { Recipe, Recipes } from './recipe.ts';
import type { Stand } from './stand.ts';
import { directConnectGateway, flowLog, securityGroup, template, vpc } from './things.ts';

type P = Record<string, string>;

const kinds = ['LocalIPTranslation', 'LocalSourceIPPortTranslation', 'LocalDestinationIPPortTranslation', 'PeerIPTranslation'] as const;
type Kind = (typeof kinds)[number];

const listOf = (kind: Kind): string => `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
const fields = ['originalIP', 'originalPort', 'translationIP', 'translationPort', 'translationIPPool', 'proto'];
const usual: Readonly<Record<Kind, P>> = {
  LocalIPTranslation: { originalIP: '10.0.0.5', translationIP: '138.0.0.1' },
  LocalSourceIPPortTranslation: { translationIPPool: '138.0.0.11-138.0.0.19' },
  LocalDestinationIPPortTranslation: {
    originalIP: '10.0.0.5',
    originalPort: '80',
    translationIP: '138.0.0.1',
    translationPort: '90',
    proto: 'tcp',
  },
  PeerIPTranslation: { originalIP: '192.168.7.1', translationIP: '138.0.0.1' },
};

/** The translation that the sample is about: the one it deletes, changes or has ACLs of. */
function ruleOf(kind: Kind, p: P): P {
  const named = fields.map((field) => {
    const old = `old${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    return [
      field,
      p[old] ?? p[`${listOf(kind)}.0.${field}`] ?? (p[old] === undefined && p.Action?.startsWith('Modify') ? undefined : p[field]),
    ];
  });
  const given = Object.fromEntries(named.filter(([, value]) => value !== undefined)) as P;
  return Object.keys(given).length > 0 ? given : usual[kind];
}

/** A gateway that translates, in a VPC that has the sample's addresses, with the rule unless the sample makes it. */
const translating =
  (kind: Kind, acl = false): Recipe =>
  async (s, p) => {
    const cidr = Object.values(p).some((value) => value.startsWith('10.100.')) ? '10.100.0.0/16' : '10.0.0.0/16';
    const gateway = await directConnectGateway(s, { vpc: p.vpcId, gateway: p.directConnectGatewayId }, 1, cidr);
    if (!acl && p.Action?.startsWith('Create')) return;
    const rule = acl ? Object.fromEntries(fields.filter((field) => p[field]).map((field) => [field, p[field]])) : ruleOf(kind, p);
    await s.do2017(`Create${kind}NatRule`, { ...gateway, [listOf(kind)]: [{ ...rule, description: 'rule' }] });
    if (!acl || p.Action?.startsWith('Create')) return;
    const source = kind === 'LocalSourceIPPortTranslation' ? { sourceCidr: '10.0.0.0/18' } : {};
    // The samples' rules are the first two that a world numbers: 25 and 26.
    const packets = ['80', '81'].map((sourcePort) => ({
      protocol: 'TCP',
      sourcePort,
      destinationCidr: '10.0.0.0/18',
      destinationPort: '90',
      ...source,
    }));
    await s.do2017(`Create${kind}AclRule`, { ...gateway, ...rule, aclRules: packets });
  };

const steps = ['Create', 'Delete', 'Modify', 'Describe'];

const gateway: Recipe = async (s, p) => void (await directConnectGateway(s, { vpc: p.vpcId, gateway: p.directConnectGatewayId }));

export const gateways: Recipes = {
  'vpc2017:CreateDirectConnectGateway': async (s, p) => void (await vpc(s, p.vpcId)),
  'vpc2017:DeleteDirectConnectGateway': gateway,
  'vpc2017:ModifyDirectConnectGateway': gateway,
  'vpc2017:DescribeDirectConnectGateway': gateway,
  ...Object.fromEntries(kinds.flatMap((kind) => steps.map((step) => [`vpc2017:${step}${kind}NatRule`, translating(kind)]))),
  ...Object.fromEntries(
    (['LocalIPTranslation', 'LocalSourceIPPortTranslation'] as const).flatMap((kind) =>
      steps.map((step) => [`vpc2017:${step}${kind}AclRule`, translating(kind, true)]),
    ),
  ),
};

/** A peering that somebody else asked for ("asked"), or that the caller asked somebody else for, or of two of his own VPCs. */
async function peered(s: Stand, p: P, how: 'asked' | 'asking' | 'own', elsewhere = false): Promise<void> {
  const other = how === 'own' ? s.me : await s.partner();
  const mine = await vpc(s);
  const cidrBlock = '172.16.0.0/16';
  const theirs = (await s.do2017('CreateVpc', { vpcName: 'far', cidrBlock }, elsewhere ? { ...other, region: 'ap-shanghai' } : other))
    .unVpcId;
  const [from, to] =
    how === 'asked'
      ? [
          { by: other, vpc: theirs },
          { by: s.me, vpc: mine },
        ]
      : [
          { by: s.me, vpc: mine },
          { by: other, vpc: theirs },
        ];
  const order = { vpcId: from.vpc, peerVpcId: to.vpc, peerUin: to.by.uin, peeringConnectionName: 'peers' };
  if (elsewhere) await s.do2017('CreateVpcPeeringConnectionEx', { ...order, peerRegion: 'sh', bandwidth: 20 }, from.by);
  else await s.do2017('CreateVpcPeeringConnection', order, from.by);
  const { data } = await s.do2017('DescribeVpcPeeringConnections');
  s.as((data as P[])[0]?.peeringConnectionId, p.peeringConnectionId);
}

const expired: Recipe = async (s, p) => {
  await peered(s, p, 'asking');
  await s.control('clock', { advance: 8 * 24 * 3600 });
};

/** Two VPCs of two accounts, neither of them peered yet. */
const strangers: Recipe = async (s, p) => {
  await vpc(s, p.vpcId);
  const other = await s.partner();
  const { vpcId } = await s.do2017('CreateVpc', { vpcName: 'far', cidrBlock: '172.16.0.0/16' }, other);
  s.as(vpcId, p.peerVpcId);
  s.as(other.uin, p.peerUin);
};

export const peerings: Recipes = {
  'vpc2017:DescribeVpcPeeringConnections': (s, p) => peered(s, p, 'own'),
  'vpc2017:CreateVpcPeeringConnection': strangers,
  'vpc2017:CreateVpcPeeringConnectionEx': strangers,
  'vpc2017:DeleteVpcPeeringConnection': (s, p) => peered(s, p, 'own'),
  'vpc2017:DeleteVpcPeeringConnectionEx': (s, p) => peered(s, p, 'own', true),
  'vpc2017:ModifyVpcPeeringConnection': (s, p) => peered(s, p, 'own'),
  'vpc2017:ModifyVpcPeeringConnectionEx': (s, p) => peered(s, p, 'own', true),
  'vpc2017:AcceptVpcPeeringConnection': (s, p) => peered(s, p, 'asked'),
  'vpc2017:AcceptVpcPeeringConnectionEx': (s, p) => peered(s, p, 'asked'),
  'vpc2017:RejectVpcPeeringConnection': (s, p) => peered(s, p, 'asked'),
  'vpc2017:RejectVpcPeeringConnectionEx': (s, p) => peered(s, p, 'asked'),
  'vpc2017:EnableVpcPeeringConnection': expired,
  'vpc2017:EnableVpcPeeringConnectionEx': expired,
};

const have =
  (...names: string[]): Recipe =>
  async (s, p) => {
    for (const name of names) await template(s, p[name] ?? name);
  };

export const templates: Recipes = {
  'vpc2017:DescribeAddress': have('ipm-kkkkkkkk'),
  'vpc2017:DescribeAddressGroups': have('ipmg-qqqqqqqq'),
  'vpc2017:DescribeService': have('ppm'),
  'vpc2017:DescribeServiceGroups': async (s) => void (await template(s, 'ppmg', undefined, 'a')),
  'vpc2017:CreateAddressGroup': have('addressGroup.0'),
  'vpc2017:CreateServiceGroup': have('serviceGroup.0'),
  'vpc2017:DeleteAddress': have('addressId'),
  'vpc2017:DeleteAddressGroup': have('addressGroupId'),
  'vpc2017:DeleteService': have('serviceId'),
  'vpc2017:DeleteServiceGroup': have('serviceGroupId'),
  'vpc2017:DescribeNetTaskResult': async (s, p) => {
    const serviceId = await template(s, 'ppm');
    const SecurityGroupId = await securityGroup(s);
    const Ingress = [{ ServiceTemplate: serviceId, CidrBlock: '10.0.0.0/8', Action: 'ACCEPT' }];
    await s.do3('CreateSecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: { Ingress } });
    const { data } = await s.do2017('DescribeServiceInstances', { serviceId });
    s.as(String((data as P).taskId), p.taskId);
  },
  'vpc2017:DescribeAddressInstances': have('addressId'),
  'vpc2017:DescribeAddressGroupInstances': have('addressGroupId'),
  'vpc2017:DescribeServiceInstances': have('serviceId'),
  'vpc2017:DescribeServiceGroupInstances': have('serviceGroupId'),
  'vpc2017:ModifyAddress': have('addressId'),
  'vpc2017:ModifyAddressAttribute': have('addressId'),
  'vpc2017:ModifyAddressGroup': have('addressGroupId', 'addressGroup.0'),
  'vpc2017:ModifyAddressGroupAttribute': have('addressGroupId'),
  'vpc2017:ModifyService': have('serviceId'),
  'vpc2017:ModifyServiceGroupAttribute': have('serviceGroupId'),
  'vpc2017:ModifyServiceGroup': have('serviceGroupId', 'addressGroup.0'),
  'vpc2017:ModifyServiceAttribute': have('serviceId'),
};

const logged: Recipe = (s, p) => flowLog(s, { vpc: p.vpcId, log: p.flowLogId });

export const flowLogs: Recipes = {
  'vpc2017:CreateFlowLog': async (s, p) => {
    // One VPC, whose name the document masked in two ways.
    const made = await s.do2017('CreateVpc', { vpcName: 'net', cidrBlock: '10.0.0.0/16' });
    s.as(made.vpcId, p.vpcId);
    s.as(made.unVpcId, p.resourceId);
  },
  'vpc2017:ModifyFlowLogAttribute': logged,
  'vpc2017:DeleteFlowLog': logged,
  'vpc2017:DescribeFlowLog': logged,
  'vpc2017:DescribeFlowLogs': logged,
};
