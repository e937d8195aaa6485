/** Every documented refusal of the VPN gateway actions, through the wire. */
import { beforeEach } from 'vitest';
import { itRefuses, type RefusalCase } from '../../testing/refusals.ts';
import { Stage } from '../../testing/stage.ts';

const stage = new Stage();
stage.recorder.provesRefusalsOf('vpn-gateway');
const { call3 } = stage;
const none = 'vpngw-00000000';
let vpc: { id: string; oldId: string };
let gateway: string;

beforeEach(async () => {
  vpc = await stage.vpc();
  gateway = await create();
});

const wanted = (more: Record<string, unknown> = {}) => ({ VpcId: vpc.id, VpnGatewayName: 'g', InternetMaxBandwidthOut: 5, ...more });
const create = async (more: Record<string, unknown> = {}) =>
  ((await call3('CreateVpnGateway', wanted(more))).VpnGateway as { VpnGatewayId: string }).VpnGatewayId;
const InstanceChargePrepaid = { Period: 1 };

const create3 = 'vpc:CreateVpnGateway';
itRefuses(stage, [
  [create3, 'what is no id of a VPC', 'InvalidVpcId.Malformed', () => wanted({ VpcId: 'network' })],
  [create3, 'a VPC that is not there', 'InvalidVpcId.NotFound', () => wanted({ VpcId: 'vpc-00000000' })],
  [create3, 'a bandwidth that is not sold', 'InvalidParameterValue', () => wanted({ InternetMaxBandwidthOut: 7 })],
  [create3, '63 bytes of name', 'InvalidParameterValue', () => wanted({ VpnGatewayName: '网'.repeat(21) })],
  [create3, 'prepayment without a period', 'MissingParameter', () => wanted({ InstanceChargeType: 'PREPAID' })],
  [
    create3,
    'prepayment for 13 months',
    'InvalidParameterValue',
    () => wanted({ InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 13 } }),
  ],
  [
    create3,
    'one more than the quota',
    'LimitExceeded',
    async () => {
      await stage.quota('vpn-gateways-per-vpc', 1);
      return wanted();
    },
  ],
]);

/** What each action about one gateway takes beside its id. */
const aboutOne = {
  'vpc:ModifyVpnGatewayAttribute': {},
  'vpc:RenewVpnGateway': { InstanceChargePrepaid },
  'vpc:ResetVpnGatewayInternetMaxBandwidth': { InternetMaxBandwidthOut: 10 },
  'vpc:InquiryPriceRenewVpnGateway': { InstanceChargePrepaid },
  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth': { InternetMaxBandwidthOut: 10 },
} as const;

itRefuses(stage, [
  ...Object.entries(aboutOne).flatMap(([action, params]): RefusalCase[] => [
    [action as keyof typeof aboutOne, 'a gateway that is not there', 'ResourceNotFound', { VpnGatewayId: none, ...params }],
    [action as keyof typeof aboutOne, 'what is no id', 'InvalidParameterValue.Malformed', { VpnGatewayId: 'gate', ...params }],
  ]),
  ['vpc:InquiryPriceCreateVpnGateway', 'a bandwidth that is not sold', 'InvalidParameterValue', { InternetMaxBandwidthOut: 6 }],
  [
    'vpc:InquiryPriceRenewVpnGateway',
    'a gateway that is paid by the hour',
    'UnsupportedOperation',
    () => ({ VpnGatewayId: gateway, InstanceChargePrepaid }),
  ],
  ['vpc:DeleteVpnGateway', 'a gateway that is not there', 'InvalidVpnGatewayId.NotFound', { VpnGatewayId: none }],
  ['vpc:DeleteVpnGateway', 'what is no id', 'InvalidVpnGatewayId.Malformed', { VpnGatewayId: 'gate' }],
  ['vpc:DescribeVpnGateways', 'a gateway that is not there', 'InvalidVpnGatewayId.NotFound', { VpnGatewayIds: [none] }],
  ['vpc:DescribeVpnGateways', 'what is no id', 'InvalidVpnGatewayId.Malformed', { VpnGatewayIds: ['gate'] }],
  [
    'vpc:DeleteVpnGateway',
    'one for SSL',
    'UnsupportedOperation',
    async () => {
      await stage.put('vpn-gateway', { VpnGatewayId: gateway, Type: 'SSL' });
      return { VpnGatewayId: gateway };
    },
  ],
  [
    'vpc:DeleteVpnGateway',
    'one with a tunnel',
    'ResourceInUse',
    async () => {
      await stage.put('vpn-connection', { VpnConnectionId: 'vpnx-1', VpnGatewayId: gateway });
      return { VpnGatewayId: gateway };
    },
  ],
]);

const aboutOne2017 = {
  'vpc2017:DescribeVpnGw': {},
  'vpc2017:ModifyVpnGw': { vpnGwName: 'x' },
  'vpc2017:RenewVpn': { period: 1 },
} as const;
const renamed = (vpnGwName: string) => ({ vpcId: vpc.id, vpnGwId: gateway, vpnGwName });

itRefuses(stage, [
  ...Object.entries(aboutOne2017).flatMap(([name, params]): RefusalCase[] => {
    const action = name as keyof typeof aboutOne2017;
    return [
      [action, 'a VPC that is not there', 'InvalidVpc.NotFound', () => ({ vpcId: 'vpc-00000000', vpnGwId: gateway, ...params })],
      [action, 'a gateway that is not there', 'InvalidVpnGw.NotFound', () => ({ vpcId: vpc.id, vpnGwId: none, ...params })],
      [
        action,
        'a gateway of another VPC',
        'InvalidVpnGw.NotFound',
        async () => ({ vpcId: (await stage.vpc('10.1.0.0/16')).oldId, vpnGwId: gateway, ...params }),
      ],
    ];
  }),
  ['vpc2017:ModifyVpnGw', '61 characters of name', 'InvalidVpnGwName', () => renamed('x'.repeat(61))],
  [
    'vpc2017:ModifyVpnGw',
    'one that is being deleted',
    'InvalidVpnGwState',
    async () => {
      await stage.speed('vpn-gateway', { seconds: 60 });
      await stage.code3('DeleteVpnGateway', { VpnGatewayId: gateway });
      return renamed('y');
    },
  ],
  [
    'vpc2017:RenewVpn',
    'a gateway that is paid by the hour',
    'UnsupportedOperation',
    () => ({ vpcId: vpc.id, vpnGwId: gateway, period: 1 }),
  ],
  [
    'vpc2017:RunVpnGw',
    'prepayment without a period',
    'InvalidParameter',
    () => ({ name: 'x', vpcId: vpc.id, bandwidth: 5, chargeType: 'PREPAID' }),
  ],
]);
