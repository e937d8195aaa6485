/** What sample requests about direct-connect gateways need to find. */
import type { Recipe, Recipes, SampleParams } from '../../recipe.ts';
import { directConnectGateway, vpc } from '../../resources.ts';

const kinds = ['LocalIPTranslation', 'LocalSourceIPPortTranslation', 'LocalDestinationIPPortTranslation', 'PeerIPTranslation'] as const;
type Kind = (typeof kinds)[number];

const listOf = (kind: Kind): string => `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
const fields = ['originalIP', 'originalPort', 'translationIP', 'translationPort', 'translationIPPool', 'proto'];
const usual: Readonly<Record<Kind, SampleParams>> = {
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
function ruleOf(kind: Kind, p: SampleParams): SampleParams {
  const named = fields.map((field) => {
    const old = `old${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    return [
      field,
      p[old] ?? p[`${listOf(kind)}.0.${field}`] ?? (p[old] === undefined && p.Action?.startsWith('Modify') ? undefined : p[field]),
    ];
  });
  const given = Object.fromEntries(named.filter(([, value]) => value !== undefined)) as SampleParams;
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

export const recipes: Recipes = {
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
