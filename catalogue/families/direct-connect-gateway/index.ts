/** Direct-connect gateways with their translations and ACLs, which only the 2017 API has: lines 12626-14647. */
import { family } from '../../define.ts';
import { aclRules } from './acl-rules.ts';
import { gateway } from './gateway.ts';
import { localRules } from './local-rules.ts';
import { portRules } from './port-rules.ts';

export const actions = { ...gateway, ...localRules, ...portRules, ...aclRules } as const;

export const data = family(actions, {
  family: 'direct-connect-gateway',
  segment: 'direct-connect-gateways',
  idPrefixes: ['dcg'],
  group: 'connect',
  icon: 'Plug',
  within: ['vpc'],
  tabs: ['local-ips', 'local-sources', 'local-destinations', 'peer-ips'],
  aboutNone: ['createForCcn'],
  id: 'directConnectGatewayId',
  name: 'directConnectGatewayName',
  errors: {
    correct: {
      InvalidDirectConnectGatewayName: ['DirectConnectGatewayName'],
      'InvalidOriginalIP.Duplicate': ['OriginalIP', 'OldOriginalIP'],
      'InvalidTranslationIP.Duplicate': ['TranslationIP', 'TranslationIPPool', 'OldTranslationIP'],
      'InvalidLocalSourceIPPortTranslationAcl.Conflict': ['AclRules'],
    },
    'choose-range': {
      'InvalidOriginalIP.NotInVpcCidr': ['OriginalIP'],
      'InvalidTranslationIP.InVpcCidr': ['TranslationIP'],
      'InvalidTranslationIPPool.InVpcCidr': ['TranslationIPPool'],
      'InvalidTranslationIPPool.NotInVpcCidr': ['TranslationIPPool'],
    },
    'look-up': {
      'InvalidDirectConnectGateway.NotFound': ['DirectConnectGatewayId'],
      'InvalidLocalDestinationIPPortTranslation.NotFound': ['LocalDestinationIPPortTranslation', 'OldOriginalIP'],
      'InvalidLocalIPTranslation.NotFound': ['LocalIPTranslation', 'OriginalIP', 'OldOriginalIP'],
      'InvalidLocalSourceIPPortTranslation.NotFound': ['TranslationIPPool', 'OldTranslationIPPool'],
      'InvalidPeerIPTranslation.NotFound': ['PeerIPTranslation', 'OldOriginalIP'],
      'InvalidTranslationIPPool.NotFound': ['TranslationIPPool'],
    },
    quota: {
      AclRuleLimitExceeded: ['AclRules'],
      DirectConnectGatewayLimitExceeded: [],
      LocalDestinationIPPortTranslationLimitExceeded: [],
      LocalIPTranslationLimitExceeded: [],
      LocalSourceIPPortTranslationLimitExceeded: [],
      PeerIPTranslationLimitExceeded: [],
    },
  },
  quotas: {
    'direct-connect-gateways-per-vpc-and-type': { usual: 1 },
    'local-ips-per-direct-connect-gateway': { usual: 100, limitType: 32, per: 'direct-connect-gateway', counts: 'snatNum' },
    'peer-ips-per-direct-connect-gateway': { usual: 100, limitType: 34, per: 'direct-connect-gateway', counts: 'dnatNum' },
    'local-destinations-per-direct-connect-gateway': { usual: 100, limitType: 36, per: 'direct-connect-gateway', counts: 'dnaptNum' },
    'local-sources-per-direct-connect-gateway': { usual: 100, limitType: 38, per: 'direct-connect-gateway', counts: 'snaptNum' },
    'acl-rules-per-translation': { usual: 20 },
  },
  operations: {
    list: ['vpc2017:DescribeDirectConnectGateway', 'vpc:DescribeDirectConnectGateways'],
    create: ['vpc2017:CreateDirectConnectGateway'],
    // One of the CCN kind, which only today has.
    createForCcn: ['vpc:CreateDirectConnectGateway'],
    update: ['vpc2017:ModifyDirectConnectGateway', 'vpc:ModifyDirectConnectGatewayAttribute'],
    delete: ['vpc2017:DeleteDirectConnectGateway', 'vpc:DeleteDirectConnectGateway'],
    listLocalIPs: ['vpc2017:DescribeLocalIPTranslationNatRule'],
    createLocalIP: ['vpc2017:CreateLocalIPTranslationNatRule'],
    updateLocalIP: ['vpc2017:ModifyLocalIPTranslationNatRule'],
    deleteLocalIP: ['vpc2017:DeleteLocalIPTranslationNatRule'],
    listLocalIPAcl: ['vpc2017:DescribeLocalIPTranslationAclRule'],
    createLocalIPAcl: ['vpc2017:CreateLocalIPTranslationAclRule'],
    updateLocalIPAcl: ['vpc2017:ModifyLocalIPTranslationAclRule'],
    deleteLocalIPAcl: ['vpc2017:DeleteLocalIPTranslationAclRule'],
    listLocalSources: ['vpc2017:DescribeLocalSourceIPPortTranslationNatRule'],
    createLocalSource: ['vpc2017:CreateLocalSourceIPPortTranslationNatRule'],
    updateLocalSource: ['vpc2017:ModifyLocalSourceIPPortTranslationNatRule'],
    deleteLocalSource: ['vpc2017:DeleteLocalSourceIPPortTranslationNatRule'],
    listLocalSourceAcl: ['vpc2017:DescribeLocalSourceIPPortTranslationAclRule'],
    createLocalSourceAcl: ['vpc2017:CreateLocalSourceIPPortTranslationAclRule'],
    updateLocalSourceAcl: ['vpc2017:ModifyLocalSourceIPPortTranslationAclRule'],
    deleteLocalSourceAcl: ['vpc2017:DeleteLocalSourceIPPortTranslationAclRule'],
    listLocalDestinations: ['vpc2017:DescribeLocalDestinationIPPortTranslationNatRule'],
    createLocalDestination: ['vpc2017:CreateLocalDestinationIPPortTranslationNatRule'],
    updateLocalDestination: ['vpc2017:ModifyLocalDestinationIPPortTranslationNatRule'],
    deleteLocalDestination: ['vpc2017:DeleteLocalDestinationIPPortTranslationNatRule'],
    listPeerIPs: ['vpc2017:DescribePeerIPTranslationNatRule'],
    createPeerIP: ['vpc2017:CreatePeerIPTranslationNatRule'],
    updatePeerIP: ['vpc2017:ModifyPeerIPTranslationNatRule'],
    deletePeerIP: ['vpc2017:DeletePeerIPTranslationNatRule'],
  },
});
