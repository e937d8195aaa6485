/** Who an account is, where it may work, what it may do and how much of it: API 3.0 lines 1317 and 2739, 2017 API lines 9152 and 19526. */
import {
  action,
  actionTable,
  address,
  choice,
  family,
  foreign,
  integer,
  listOf,
  open,
  optional,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';

/** The limits that can be asked for (9172-9195). */
export const limitTypes = [0, 1, 2, 3, 4, 5, 7, 8, 15, 17, 18, 20, 22, 32, 34, 36, 38, 44, 51, 55, 56, 57] as const;

/** What a machine can be doing, as far as today's cvm tells. */
export const machineStates = [
  'PENDING',
  'LAUNCH_FAILED',
  'RUNNING',
  'STOPPED',
  'STARTING',
  'STOPPING',
  'REBOOTING',
  'SHUTDOWN',
  'TERMINATING',
] as const;

export const actions = actionTable({
  'vpc:DescribeAccountAttributes': action({
    kind: 'get',
    line: 1317,
    params: {},
    results: {
      AccountAttributeSet: listOf(struct({ AttributeName: text({ line: 7142 }), AttributeValues: listOf(text(), { line: 7143 }) })),
    },
    errors: [],
  }),
  'vpc:DescribeAddressQuota': action({
    kind: 'get',
    line: 2739,
    params: {},
    results: {
      QuotaSet: listOf(
        struct({
          // The structure calls the third DAILY_PUBLIC_IP_ASSIGN (7333), the sample DAILY_EIP_ASSIGN (2799).
          QuotaId: choice(['TOTAL_EIP_QUOTA', 'DAILY_EIP_APPLY', 'DAILY_PUBLIC_IP_ASSIGN', 'DAILY_EIP_ASSIGN'], { line: 7333 }),
          QuotaCurrent: integer({ line: 7334 }),
          QuotaLimit: integer({ line: 7335 }),
        }),
      ),
    },
    errors: ['InternalServerError'],
  }),
  'vpc2017:DescribeVpcLimit': action({
    kind: 'get',
    line: 9152,
    params: { type: required(listOf(choice(limitTypes), { line: 9167 })) },
    // The table makes lists of `data` and `limit` (9202); the sample has objects, `limit` by type (9226).
    results: { data: struct({ limit: open() }) },
    errors: [],
  }),
  'vpc2017:DescribeAccountVpcAttributes': action({
    kind: 'get',
    line: 19526,
    params: {},
    results: { data: struct({ supportedPlatforms: choice(['only-vpc', 'classic'], { line: 19547 }) }) },
    errors: [],
  }),
  'sts:GetCallerIdentity': action({
    kind: 'get',
    source: 'today',
    params: {},
    results: { Arn: text(), AccountId: text(), UserId: text(), PrincipalId: text(), Type: text() },
    errors: [],
  }),
  'region:DescribeRegions': action({
    kind: 'get',
    source: 'today',
    params: { Product: required(text()) },
    results: {
      TotalCount: integer(),
      RegionSet: listOf(struct({ Region: text(), RegionName: text(), RegionState: text() })),
    },
    errors: ['InvalidParameter.ParameterError'],
  }),
  'cvm:DescribeZones': action({
    kind: 'get',
    source: 'today',
    params: {},
    results: {
      TotalCount: integer(),
      ZoneSet: listOf(struct({ Zone: text(), ZoneName: text(), ZoneId: text(), ZoneState: text() })),
    },
    errors: [],
  }),
  // Machines with their names and states: of them a network console needs where they stand and what they are called.
  'cvm:DescribeInstances': action({
    kind: 'list',
    source: 'today',
    params: {
      InstanceIds: listOf(foreign('instance'), { max: 100 }),
      Offset: integer({ min: 0, default: 0 }),
      Limit: integer({ min: 1, max: 100, default: 20 }),
    },
    results: {
      TotalCount: integer(),
      InstanceSet: listOf(
        struct({
          InstanceId: foreign('instance'),
          InstanceName: optional(text()),
          // Whatever else it may say stands as it came.
          InstanceState: optional(choice(machineStates)),
          InstanceType: optional(text()),
          PrivateIpAddresses: optional(listOf(address())),
          PublicIpAddresses: optional(listOf(address())),
          IPv6Addresses: optional(listOf(text())),
          VirtualPrivateCloud: optional(struct({ VpcId: optional(ref('vpc')), SubnetId: optional(ref('subnet')) })),
          Placement: optional(struct({ Zone: optional(foreign('zone')) })),
          SecurityGroupIds: optional(listOf(ref('security-group'))),
          CreatedTime: optional(time()),
        }),
      ),
    },
    errors: ['InvalidInstanceId.Malformed'],
    paging: { items: 'InstanceSet', total: 'TotalCount', offset: 'Offset', limit: 'Limit', max: 100 },
  }),
});

export const data = family(actions, {
  family: 'account',
  segment: 'quotas',
  idPrefixes: [],
  group: 'account',
  icon: 'Gauge',
  id: 'AttributeName',
  errors: { correct: { 'InvalidParameter.ParameterError': ['Product'], 'InvalidInstanceId.Malformed': ['InstanceIds'] } },
  operations: {
    get: ['vpc:DescribeAccountAttributes', 'vpc2017:DescribeAccountVpcAttributes'],
    addressQuota: ['vpc:DescribeAddressQuota'],
    identity: ['sts:GetCallerIdentity'],
    regions: ['region:DescribeRegions'],
    zones: ['cvm:DescribeZones'],
    instances: ['cvm:DescribeInstances'],
    vpcLimit: ['vpc2017:DescribeVpcLimit', 'vpc:DescribeVpcLimits'],
  },
});
