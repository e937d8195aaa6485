/** Direct-connect gateways over the 2017 API, the only one that has them (12626-14647). */
import type { actions } from '../../../catalogue/families/direct-connect-gateway/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { orderedPage } from '../../rules/lists.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import { createAcls, deleteAcls, listAcls, localIPAcl, localSourceAcl, modifyAcls, translationOf } from './acl-rules.ts';
import { localDestination, localIP, localSource, type NatKind, peerIP } from './kinds.ts';
import { createRules, deleteRules, listRules, madeRulesOf, modifyRule, type NatRuleInput, type RuleList } from './nat-rules.ts';
import { changeable, createGateway, deleteGateway, gatewayIn, gatewayOf, type InGateway, renameGateway, vpcOfGateway } from './rules.ts';
import { type DirectConnectGatewayRow, directConnectGatewayTable } from './table.ts';

function listed(call: Call, row: DirectConnectGatewayRow) {
  const vpc = vpcOfGateway(call, row);
  const count = (kind: NatKind): number => madeRulesOf(call, row, kind).length;
  return {
    vpcId: vpc.OldId,
    unVpcId: vpc.VpcId,
    vpcName: vpc.VpcName,
    vpcCidrBlock: vpc.CidrBlock,
    directConnectGatewayId: row.DirectConnectGatewayId,
    directConnectGatewayName: row.DirectConnectGatewayName,
    directConnectGatewayIp: row.Ip,
    type: row.Type,
    snatNum: count(localIP),
    dnatNum: count(peerIP),
    snaptNum: count(localSource),
    dnaptNum: count(localDestination),
    createTime: row.CreatedTime,
  };
}

/** The documents know no gateway that stands in no VPC. @throws CloudError. */
function inVpc(row: DirectConnectGatewayRow): DirectConnectGatewayRow {
  if (row.VpcId !== '') return row;
  throw new CloudError('InvalidDirectConnectGateway.NotFound', `${row.DirectConnectGatewayId} stands in no VPC.`);
}

/** The answer of a kind whose changes are tasks. */
const started = (taskId: number) => ({ data: { taskId } });
/** The answer of one whose changes are done at once: an empty list (14083). */
const nothing = { data: [] };

const create = (call: Call, where: InGateway, kind: NatKind, wishes: readonly NatRuleInput[]): number =>
  createRules(call, changeable(call, where), kind, wishes);

const remove = (call: Call, where: InGateway, kind: NatKind, wishes: readonly NatRuleInput[]): number =>
  deleteRules(call, changeable(call, where), kind, wishes);

const change = (call: Call, where: InGateway & NatRuleInput, kind: NatKind, old: NatRuleInput): number =>
  modifyRule(call, changeable(call, where), kind, old, where);

const list = <F extends Parameters<typeof listRules>[2]['fields'][number]>(call: Call, asked: InGateway & RuleList, kind: NatKind<F>) => ({
  data: listRules(call, gatewayIn(call, asked), kind, asked),
});

export const handlers = {
  'vpc2017:CreateDirectConnectGateway': (params, call) => {
    const vpc = vpcIn(call, params.vpcId);
    const { DirectConnectGatewayId } = createGateway(call, vpc, { name: params.directConnectGatewayName, type: params.type ?? 0 });
    return { data: { directConnectGatewayId: DirectConnectGatewayId } };
  },

  'vpc2017:DescribeDirectConnectGateway': (params, call) => {
    const { directConnectGatewayId: id, directConnectGatewayName } = params;
    const vpc = vpcAsked(call, params.vpcId);
    const { total, rows } = orderedPage(call.table(directConnectGatewayTable), {
      ...params,
      order: ['directConnectGatewayName', 'DirectConnectGatewayName'],
      only: id === undefined ? undefined : inVpc(gatewayOf(call, vpc, id)),
      matches: (row) => row.VpcId !== '',
      under: { VpcId: vpc && [vpc.VpcId] },
      containing: { DirectConnectGatewayName: directConnectGatewayName },
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row)) };
  },

  'vpc2017:ModifyDirectConnectGateway': (params, call) => ({
    taskId: renameGateway(call, changeable(call, params), params.directConnectGatewayName),
  }),

  'vpc2017:DeleteDirectConnectGateway': (params, call) => ({ taskId: deleteGateway(call, changeable(call, params)) }),

  'vpc2017:CreateLocalIPTranslationNatRule': (params, call) => started(create(call, params, localIP, params.localIPTranslation)),
  'vpc2017:DescribeLocalIPTranslationNatRule': (params, call) => list(call, params, localIP),
  'vpc2017:ModifyLocalIPTranslationNatRule': (params, call) =>
    started(change(call, params, localIP, { originalIP: params.oldOriginalIP, translationIP: params.oldTranslationIP })),
  'vpc2017:DeleteLocalIPTranslationNatRule': (params, call) => started(remove(call, params, localIP, params.localIPTranslation)),

  'vpc2017:CreateLocalSourceIPPortTranslationNatRule': (params, call) =>
    started(create(call, params, localSource, params.localSourceIPPortTranslation)),
  'vpc2017:DescribeLocalSourceIPPortTranslationNatRule': (params, call) => list(call, params, localSource),
  'vpc2017:ModifyLocalSourceIPPortTranslationNatRule': (params, call) =>
    started(change(call, params, localSource, { translationIPPool: params.oldTranslationIPPool })),
  'vpc2017:DeleteLocalSourceIPPortTranslationNatRule': (params, call) =>
    started(remove(call, params, localSource, params.localSourceIPPortTranslation)),

  'vpc2017:CreateLocalDestinationIPPortTranslationNatRule': (params, call) => {
    create(call, params, localDestination, params.localDestinationIPPortTranslation);
    return nothing;
  },
  'vpc2017:DescribeLocalDestinationIPPortTranslationNatRule': (params, call) => list(call, params, localDestination),
  'vpc2017:ModifyLocalDestinationIPPortTranslationNatRule': (params, call) =>
    change(call, params, localDestination, {
      originalIP: params.oldOriginalIP,
      originalPort: params.oldOriginalPort,
      translationIP: params.oldTranslationIP,
      translationPort: params.oldTranslationPort,
      proto: params.oldProto,
    }),
  'vpc2017:DeleteLocalDestinationIPPortTranslationNatRule': (params, call) => {
    remove(call, params, localDestination, params.localDestinationIPPortTranslation);
    return nothing;
  },

  'vpc2017:CreatePeerIPTranslationNatRule': (params, call) => {
    create(call, params, peerIP, params.peerIPTranslation);
    return nothing;
  },
  'vpc2017:DescribePeerIPTranslationNatRule': (params, call) => list(call, params, peerIP),
  'vpc2017:ModifyPeerIPTranslationNatRule': (params, call) =>
    change(call, params, peerIP, { originalIP: params.oldOriginalIP, translationIP: params.oldTranslationIP }),
  'vpc2017:DeletePeerIPTranslationNatRule': (params, call) => {
    remove(call, params, peerIP, params.peerIPTranslation);
    return nothing;
  },

  'vpc2017:CreateLocalIPTranslationAclRule': (params, call) =>
    createAcls(call, changeable(call, params), localIPAcl, params, params.aclRules),
  'vpc2017:DescribeLocalIPTranslationAclRule': (params, call) => ({
    data: listAcls(call, translationOf(call, gatewayIn(call, params), localIPAcl, params), params.aclRules).map(
      ({ sourceCidr: _, ...acl }) => acl,
    ),
  }),
  'vpc2017:ModifyLocalIPTranslationAclRule': (params, call) =>
    modifyAcls(call, changeable(call, params), localIPAcl, params, params.aclRules),
  'vpc2017:DeleteLocalIPTranslationAclRule': (params, call) =>
    deleteAcls(call, changeable(call, params), localIPAcl, params, params.aclRules),

  'vpc2017:CreateLocalSourceIPPortTranslationAclRule': (params, call) =>
    createAcls(call, changeable(call, params), localSourceAcl, params, params.aclRules),
  'vpc2017:DescribeLocalSourceIPPortTranslationAclRule': (params, call) => ({
    data: listAcls(call, translationOf(call, gatewayIn(call, params), localSourceAcl, params), params.aclRules),
  }),
  'vpc2017:ModifyLocalSourceIPPortTranslationAclRule': (params, call) =>
    modifyAcls(call, changeable(call, params), localSourceAcl, params, params.aclRules),
  'vpc2017:DeleteLocalSourceIPPortTranslationAclRule': (params, call) =>
    deleteAcls(call, changeable(call, params), localSourceAcl, params, params.aclRules),
} satisfies Handlers<keyof typeof actions>;
