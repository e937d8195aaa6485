/**
 * Peering connections: lines 14648-15440 of the 2017 API, where each action has a twin "…Ex" for peerings between regions,
 * which answers with a task. API 3.0 of the documents has none; today's has them (today.ts).
 */
import {
  action,
  actionTable,
  choice,
  family,
  foreign,
  integer,
  listOf,
  optional,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { orderDirection, page2017Of50, paging2017 } from '../shared.ts';

const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound' });
const peerVpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound', immutable: true });
const peeringConnectionId = ref('peering', {
  refusedAs: 'InvalidPeeringConnection.NotFound',
  alsoSpelled: ['peerInConnectionId'],
});
const peeringConnectionName = text({ max: 60, refusedAs: 'InvalidPeeringConnectionName' });

/** Bandwidths between regions, in Mbps (15234). */
const bandwidths = [10, 20, 50, 100, 200, 500, 1000] as const;

/** 4 is "deleted by the other side" (14666, 14688); 8373 calls it deleting, and adds 5 for a failed creation. */
const states = [0, 1, 2, 3, 4] as const;

const started = { taskId: integer() } as const;
const task = { field: 'taskId', poll: 'vpc2017:DescribeVpcTaskResult' } as const;
const createErrors = [
  'InvalidPeeringConnectionName',
  'PeeringConnectionVpcConflict',
  'PeeringConnectionLimitExceeded',
  'InvalidVpc.NotFound',
] as const;
const errors = ['InvalidVpc.NotFound', 'InvalidPeeringConnection.NotFound'] as const;
const nameErrors = ['InvalidPeeringConnectionName', ...errors] as const;
const byId = { peeringConnectionId: required(peeringConnectionId) } as const;
const created = {
  by: 'vpc2017:DescribeVpcPeeringConnections',
  where: { peeringConnectionName: 'peeringConnectionName' },
  expect: 'exists',
  compare: { peerUin: 'peerUin' },
} as const;
const gone = {
  by: 'vpc2017:DescribeVpcPeeringConnections',
  where: { peeringConnectionId: 'peeringConnectionId' },
  expect: 'absent',
} as const;

export const actions = actionTable({
  'vpc2017:DescribeVpcPeeringConnections': action({
    kind: 'list',
    line: 14648,
    params: {
      vpcId: ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 14663, alsoSpelled: ['vpclid'] }),
      peeringConnectionId,
      peeringConnectionName: text({ line: 14665 }),
      state: choice(states, { line: 14666 }),
      ...page2017Of50,
      orderField: choice(['peeringConnectionname', 'createTime'], { line: 14669 }),
      orderDirection,
    },
    results: {
      totalCount: integer(),
      data: listOf(
        struct({
          vpcId: ref('vpc'),
          unVpcId: ref('vpc'),
          peerVpcId: ref('vpc'),
          unPeerVpcId: ref('vpc'),
          appId: foreign('account'),
          peeringConnectionId: ref('peering'),
          peeringConnectionName: text(),
          state: choice(states),
          createTime: time(),
          uin: foreign('account'),
          peerUin: foreign('account'),
          // Today a row tells where its ends are, and what passes between them is paid for.
          sourceRegion: optional(foreign('region')),
          destinationRegion: optional(foreign('region')),
          bandwidth: optional(integer({ measure: 'Mbps' })),
          chargeType: optional(choice(['POSTPAID_BY_DAY_MAX', 'POSTPAID_BY_MONTH_95'])),
          qosLevel: optional(choice(['PT', 'AU', 'AG'])),
          type: optional(choice([1, 2])),
        }),
      ),
    },
    errors,
    paging: paging2017(50),
  }),
  'vpc2017:CreateVpcPeeringConnection': action({
    kind: 'create',
    line: 14739,
    params: {
      vpcId: required(vpcId),
      peerVpcId: required(peerVpcId),
      peerUin: required(foreign('account', { immutable: true, line: 14761 })),
      peeringConnectionName: required(peeringConnectionName),
    },
    results: { peeringConnectionId: ref('peering') },
    errors: createErrors,
    changes: ['peering', 'vpc'],
    lookUp: created,
  }),
  'vpc2017:CreateVpcPeeringConnectionEx': action({
    kind: 'create',
    line: 15075,
    params: {
      vpcId: required(vpcId),
      peerVpcId: required(peerVpcId),
      peerUin: required(foreign('account', { immutable: true, line: 15102 })),
      peeringConnectionName: required(peeringConnectionName),
      peerRegion: required(foreign('region', { immutable: true, line: 15106 })),
      // Required, and "unlimited by default" in the same row (15108).
      bandwidth: required(choice(bandwidths, { wire: 'String', line: 15108 })),
      type: choice([1, 2], { default: 1, immutable: true, line: 15112 }),
    },
    results: started,
    errors: createErrors,
    changes: ['peering', 'vpc'],
    async: task,
    danger: 'costs',
  }),
  'vpc2017:ModifyVpcPeeringConnection': action.update({
    line: 14861,
    params: { ...byId, peeringConnectionName: required(peeringConnectionName) },
    errors: nameErrors,
    changes: ['peering'],
    lookUp: { ...gone, expect: 'same', compare: { peeringConnectionName: 'peeringConnectionName' } },
  }),
  'vpc2017:ModifyVpcPeeringConnectionEx': action({
    kind: 'update',
    line: 15217,
    params: { ...byId, peeringConnectionName, bandwidth: choice(bandwidths, { line: 15234 }) },
    results: started,
    errors: nameErrors,
    changes: ['peering'],
    async: task,
    danger: 'costs',
  }),
  'vpc2017:DeleteVpcPeeringConnection': action.delete({
    line: 14806,
    params: byId,
    errors,
    changes: ['peering', 'route-table', 'vpc'],
    lookUp: gone,
  }),
  'vpc2017:DeleteVpcPeeringConnectionEx': action({
    kind: 'delete',
    line: 15162,
    params: byId,
    results: started,
    errors,
    changes: ['peering', 'route-table', 'vpc'],
    async: task,
    danger: 'destroys',
  }),
  'vpc2017:AcceptVpcPeeringConnection': action.operate({
    line: 14917,
    params: byId,
    errors,
    changes: ['peering'],
  }),
  'vpc2017:AcceptVpcPeeringConnectionEx': action({
    kind: 'do',
    line: 15273,
    params: byId,
    results: started,
    errors,
    changes: ['peering'],
    async: task,
  }),
  'vpc2017:RejectVpcPeeringConnection': action.operate({
    line: 14969,
    params: byId,
    errors,
    changes: ['peering'],
  }),
  'vpc2017:RejectVpcPeeringConnectionEx': action({
    kind: 'do',
    line: 15329,
    params: byId,
    results: started,
    errors,
    changes: ['peering'],
    async: task,
  }),
  'vpc2017:EnableVpcPeeringConnection': action.operate({
    line: 15021,
    params: byId,
    errors,
    changes: ['peering'],
  }),
  'vpc2017:EnableVpcPeeringConnectionEx': action({
    kind: 'do',
    line: 15385,
    params: byId,
    results: started,
    errors,
    changes: ['peering'],
    async: task,
  }),
});

export const data = family(actions, {
  family: 'peering',
  segment: 'peerings',
  idPrefixes: ['pcx'],
  group: 'connect',
  icon: 'ArrowLeftRight',
  within: ['vpc'],
  tabs: ['routes'],
  listState: ['view'],
  id: 'peeringConnectionId',
  name: 'peeringConnectionName',
  tags: { type: 'vpc/pcx' },
  states: { state: { '0': 'pending', '1': 'good', '2': 'warning', '3': 'danger', '4': 'danger' } },
  errors: {
    correct: { InvalidPeeringConnectionName: ['PeeringConnectionName'] },
    'choose-range': {
      PeeringConnectionVpcConflict: ['PeerVpcId'],
      'UnsupportedOperation.VpcPeerCidrConflict': ['PeerVpcId', 'DestinationVpcId'],
    },
    'look-up': { 'InvalidPeeringConnection.NotFound': ['PeeringConnectionId'] },
    quota: { PeeringConnectionLimitExceeded: [], 'LimitExceeded.VpcPeerAvaLimitExceeded': [] },
    state: { 'UnsupportedOperation.VpcPeerInvalidStateChange': ['PeeringConnectionId'] },
    permission: { 'UnsupportedOperation.VpcPeerPurviewError': ['PeeringConnectionId'] },
  },
  quotas: {
    // Only connections that are in force (9187): 1 is connected (14666).
    'peerings-per-vpc': { usual: 10, limitType: 20, per: 'vpc', by: 'unVpcId', where: { state: 1 } },
  },
  operations: {
    list: ['vpc2017:DescribeVpcPeeringConnections', 'vpc:DescribeVpcPeeringConnections'],
    create: ['vpc2017:CreateVpcPeeringConnection', 'vpc:CreateVpcPeeringConnection'],
    createBetweenRegions: ['vpc2017:CreateVpcPeeringConnectionEx'],
    update: ['vpc2017:ModifyVpcPeeringConnection', 'vpc:ModifyVpcPeeringConnection'],
    updateBetweenRegions: ['vpc2017:ModifyVpcPeeringConnectionEx'],
    delete: ['vpc2017:DeleteVpcPeeringConnection', 'vpc:DeleteVpcPeeringConnection'],
    deleteBetweenRegions: ['vpc2017:DeleteVpcPeeringConnectionEx'],
    accept: ['vpc2017:AcceptVpcPeeringConnection', 'vpc:AcceptVpcPeeringConnection'],
    acceptBetweenRegions: ['vpc2017:AcceptVpcPeeringConnectionEx'],
    reject: ['vpc2017:RejectVpcPeeringConnection', 'vpc:RejectVpcPeeringConnection'],
    rejectBetweenRegions: ['vpc2017:RejectVpcPeeringConnectionEx'],
    enable: ['vpc2017:EnableVpcPeeringConnection'],
    enableBetweenRegions: ['vpc2017:EnableVpcPeeringConnectionEx'],
  },
});
