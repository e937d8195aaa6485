/** VPN connections over the 2017 API (11901-12600): small letters, "sha" for SHA1, and a cipher that stands in the other set. */
import type { actions } from '../../../catalogue/families/vpn-connection/index.ts';
import type { ParamsOf } from '../../../catalogue/index.ts';
import type { Call, Handlers2017 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { orderedPage } from '../../rules/lists.ts';
import { customerGatewayOf } from '../customer-gateway/rules.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import type { VpcRow } from '../vpc/table.ts';
import { vpnGatewayIn } from '../vpn-gateway/rules.ts';
import { configurationFor } from './configuration.ts';
import type { OptionInputs } from './options.ts';
import {
  type ConnectionCodes,
  connectionIn,
  connectionOf,
  createConnection,
  deleteConnection,
  modifyConnection,
  neighboursOf,
  resetConnection,
} from './rules.ts';
import { type IkeOptions, type IpsecOptions, type Policy, type VpnConnectionRow, vpnConnectionTable } from './table.ts';

const codes: ConnectionCodes = {
  // A missing connection has the gateway's word but where one is deleted (11935, 12104).
  notFound: 'InvalidVpnGw.NotFound',
  overQuota: 'VpnConnLimitExceeded',
  busy: 'ActionLocked',
  coexist: 'InvalidParameter',
  missing: 'InvalidParameter',
  conflict: 'InvalidParameter',
  outside: 'InvalidParameter',
  malformed: 'InvalidParameter',
};
const connectionNotFound = 'InvalidVpnConn.NotFound';

type ModifyParams = ParamsOf<'vpc2017:ModifyVpnConnEx'>;

/** A set of options comes as one, or as a list of one. */
const one = <T>(set: T | T[] | undefined): T | undefined => (Array.isArray(set) ? set[0] : set);
/** The two generations differ in capitals only. */
const upper = <T extends string>(text: T | undefined) => text?.toUpperCase() as Uppercase<T> | undefined;
const hashOf = (text: 'md5' | 'sha' | undefined) => text && (text === 'md5' ? 'MD5' : 'SHA1');
const hashShown = (text: 'MD5' | 'SHA1'): string => (text === 'MD5' ? 'md5' : 'sha');

function ikeIn(params: ModifyParams): OptionInputs<IkeOptions> | undefined {
  const set = one(params.IKESet);
  return (
    set && {
      PropoEncryAlgorithm: upper(set.propoEncryAlgorithm),
      PropoAuthenAlgorithm: hashOf(set.propoAuthenAlgorithm),
      ExchangeMode: upper(set.exchangeMode),
      LocalIdentity: upper(set.localIdentity),
      RemotIdentity: upper(set.remoteIdentity),
      LocalAddress: set.localAddress,
      RemoteAddress: set.remoteAddress,
      LocalFqdnName: set.localFqdnName,
      RemoteFqdnName: set.remoteFqdnName,
      DhGroupName: upper(set.dhGroupName),
      IKESaLifetimeSeconds: set.ikeSaLifetimeSeconds,
    }
  );
}

/** IPsec's cipher stands in the IKE set (11999); what is not said of the rest stays as it was. */
function ipsecIn(params: ModifyParams, before: OptionInputs<IpsecOptions>): OptionInputs<IpsecOptions> | undefined {
  const set = one(params.IPsecSet);
  const cipher = one(params.IKESet)?.encryptAlgorithm;
  if (!set && cipher === undefined) return undefined;
  const kept = { ...before, ...(cipher === undefined ? {} : { EncryptAlgorithm: upper(cipher) }) };
  if (!set) return kept;
  return {
    EncryptAlgorithm: kept.EncryptAlgorithm,
    IntegrityAlgorithm: hashOf(set.integrityAlgorithm),
    IPSECSaLifetimeSeconds: set.ipsecSaLifetimeSeconds,
    PfsDhGroup: upper(set.pfsDhGroup),
    IPSECSaLifetimeTraffic: set.ipsecSaLifetimeTraffic,
  };
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

/** {"10.0.0.0/24": ["172.16.0.0/16"]} (11979). @throws CloudError when it is anything else. */
function policiesInJson(text: string): Policy[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    read = null;
  }
  const pairs = typeof read === 'object' && read !== null && !Array.isArray(read) ? Object.entries(read) : [];
  const policies = pairs.flatMap(([LocalCidrBlock, RemoteCidrBlock]) =>
    isTexts(RemoteCidrBlock) && RemoteCidrBlock.length > 0 ? [{ LocalCidrBlock, RemoteCidrBlock }] : [],
  );
  if (policies.length > 0 && policies.length === pairs.length) return policies;
  throw new CloudError(codes.malformed, 'spdAcl is no JSON object of blocks with lists of blocks.');
}

/** The finer spdAcl goes before the blocks alone, with which the whole VPC may speak (11978-11979). */
function policiesIn(vpc: VpcRow, params: Pick<ModifyParams, 'spdAcl' | 'userGwCidrBlock'>): Policy[] | undefined {
  if (params.spdAcl?.length) return [params.spdAcl].flat().flatMap(policiesInJson);
  if (!params.userGwCidrBlock?.length) return undefined;
  return [{ LocalCidrBlock: vpc.CidrBlock, RemoteCidrBlock: params.userGwCidrBlock }];
}

function named(
  call: Call,
  params: { readonly vpcId: string; readonly vpnGwId: string; readonly vpnConnId: string },
  notFound = codes.notFound,
) {
  return connectionIn(call, vpnGatewayIn(call, vpcIn(call, params.vpcId), params.vpnGwId), params.vpnConnId, notFound);
}

const statusOf = (row: VpnConnectionRow) => ({ AVAILABLE: 6, DELETING: 4, PENDING: row.Changing ? 2 : 0 }) as const;

function listed(call: Call, row: VpnConnectionRow) {
  const { vpc, gateway, customer } = neighboursOf(call, row);
  const { Ike: ike, Ipsec: ipsec } = row;
  return {
    vpcId: vpc?.OldId ?? '',
    unVpcId: vpc?.VpcId ?? '',
    vpnGwId: Number(gateway.OldId),
    unVpnGwId: gateway.VpnGatewayId,
    vpnGwAddress: gateway.PublicIpAddress,
    userGwId: customer.OldId,
    unUserGwId: customer.CustomerGatewayId,
    userGwAddress: customer.IpAddress,
    vpnConnId: Number(row.OldId),
    unVpnConnId: row.VpnConnectionId,
    createTime: row.CreatedTime,
    vpnConnName: row.VpnConnectionName,
    preSharedKey: row.PreShareKey,
    sourceCidr: row.Policies.map((policy) => policy.LocalCidrBlock),
    destinationCidr: [...new Set(row.Policies.flatMap((policy) => policy.RemoteCidrBlock))],
    vpcConnStatus: statusOf(row)[row.State],
    netStatus: row.NetStatus === 'AVAILABLE' ? ('available' as const) : ('unavailable' as const),
    IKESet: [
      {
        propoEncryAlgorithm: ike.PropoEncryAlgorithm.toLowerCase(),
        propoAuthenAlgorithm: hashShown(ike.PropoAuthenAlgorithm),
        exchangeMode: ike.ExchangeMode.toLowerCase(),
        localIdentity: ike.LocalIdentity.toLowerCase(),
        remoteIdentity: ike.RemotIdentity.toLowerCase(),
        localAddress: ike.LocalAddress,
        remoteAddress: ike.RemoteAddress,
        localFqdnName: ike.LocalFqdnName,
        remoteFqdnName: ike.RemoteFqdnName,
        dhGroupName: ike.DhGroupName.toLowerCase(),
        ikeSaLifetimeSeconds: ike.IKESaLifetimeSeconds,
      },
    ],
    IPsecSet: [
      {
        encryptAlgorithm: ipsec.EncryptAlgorithm.toLowerCase(),
        integrityAlgorithm: hashShown(ipsec.IntegrityAlgorithm),
        encapMode: 'tunnel',
        securityProto: 'ESP',
        ipsecSaLifetimeSeconds: ipsec.IPSECSaLifetimeSeconds,
        ipsecSaLifetimeTraffic: ipsec.IPSECSaLifetimeTraffic,
        pfsDhGroup: ipsec.PfsDhGroup.toLowerCase(),
      },
    ],
  };
}

export const handlers = {
  'vpc2017:AddVpnConnEx': (params, call) => {
    const vpc = vpcIn(call, params.vpcId);
    const gateway = vpnGatewayIn(call, vpc, params.vpnGwId);
    const customer = customerGatewayOf(call, params.userGwId, 'InvalidUserGw.NotFound');
    const options = { ...params, vpnConnId: '' };
    const wanted = {
      name: params.vpnConnName,
      key: params.preSharedKey,
      policies: policiesIn(vpc, params) ?? [],
      ike: ikeIn(options) ?? {},
      ipsec: { EncryptAlgorithm: '3DES-CBC' as const, ...ipsecIn(options, { EncryptAlgorithm: '3DES-CBC' }) },
    };
    return { data: { taskId: createConnection(call, { vpc, gateway, customer }, wanted, codes).task } };
  },

  'vpc2017:DescribeVpnConn': (params, call) => {
    const vpc = vpcAsked(call, params.vpcId);
    const gateway = params.vpnGwId === undefined ? undefined : vpnGatewayIn(call, vpc, params.vpnGwId);
    const { total, rows } = orderedPage(call.table(vpnConnectionTable), {
      ...params,
      order: ['vpnConnName', 'VpnConnectionName'],
      only: params.vpnConnId === undefined ? undefined : connectionOf(call, params.vpnConnId, codes.notFound),
      under: { VpcId: vpc && [vpc.VpcId], VpnGatewayId: gateway && [gateway.VpnGatewayId] },
      containing: { VpnConnectionName: params.vpnConnName },
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row)) };
  },

  'vpc2017:ModifyVpnConnEx': (params, call) => {
    const row = named(call, params);
    const policies = policiesIn(vpcIn(call, params.vpcId), params);
    const ike = ikeIn(params);
    const ipsec = ipsecIn(params, row.Ipsec);
    const changes = {
      ...(params.vpnConnName === undefined ? {} : { name: params.vpnConnName }),
      ...(params.preSharedKey === undefined ? {} : { key: params.preSharedKey }),
      ...(policies ? { policies } : {}),
      ...(ike ? { ike } : {}),
      ...(ipsec ? { ipsec } : {}),
    };
    return { data: { taskId: modifyConnection(call, row, changes, codes) } };
  },

  'vpc2017:DeleteVpnConn': (params, call) => ({
    data: { taskId: deleteConnection(call, named(call, params, connectionNotFound), 'InvalidVpnConnState') },
  }),

  'vpc2017:ResetVpnConnSA': (params, call) => resetConnection(call, named(call, params), codes.busy),

  'vpc2017:GetVpnConnConfig': (params, call) => {
    const { vendorname: vendor, platform, software, interfaceName } = params;
    const row = connectionOf(call, params.vpnConnId, connectionNotFound);
    return { data: { configFileInfo: configurationFor(call, row, { vendor, platform, software, interfaceName }, codes.malformed) } };
  },
} satisfies Handlers2017<typeof actions>;
