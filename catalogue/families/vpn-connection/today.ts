/** VPN connections in API 3.0 of today: newer ciphers, hashes and groups, longer lives of keys; led by routes or BGP, and watched. */
import { address, choice, cidr, flag, integer, optional, ref, required, struct, text } from '../../define.ts';

const ciphers = ['SM4', 'AES128GCM128', 'AES192GCM128', 'AES256GCM128'] as const;

/** What is added to the sets of the documents, the sizes as today has them, and what is so where nothing is said, by the SDKs. */
const ike = struct({
  PropoEncryAlgorithm: choice(ciphers),
  PropoAuthenAlgorithm: choice(['SHA', 'SHA-256', 'SHA-512'], { default: 'SHA' }),
  DhGroupName: choice(['GROUP1', 'GROUP15', 'GROUP16', 'GROUP19', 'GROUP20', 'GROUP21'], { default: 'GROUP1' }),
  IKESaLifetimeSeconds: integer({ min: 60, max: 604_800, measure: 'seconds', default: 86_400 }),
});

const ipsec = struct({
  EncryptAlgorithm: choice(ciphers),
  IntegrityAlgorithm: choice(['SHA1', 'SHA-256', 'SHA-384', 'SHA-512', 'SM3'], { default: 'SHA1' }),
  IPSECSaLifetimeSeconds: integer({ min: 180, max: 604_800, measure: 'seconds', default: 14_400 }),
  PfsDhGroup: choice(['DH-GROUP15', 'DH-GROUP16', 'DH-GROUP19', 'DH-GROUP20', 'DH-GROUP21']),
  IPSECSaLifetimeTraffic: integer({ min: 2560, max: 4_294_967_295, measure: 'KB', default: 4_096_000_000 }),
});

const options = { IKEOptionsSpecification: ike, IPSECOptionsSpecification: ipsec } as const;

/** Whether the remote end is there is asked of it, and what is done when it no longer answers. */
const watched = {
  NegotiationType: choice(['active', 'passive', 'flowTrigger']),
  DpdEnable: choice([0, 1], { wire: 'Integer' }),
  // Seconds, as text.
  DpdTimeout: text(),
  DpdAction: choice(['clear', 'restart']),
  EnableHealthCheck: flag(),
  HealthCheckLocalIp: address(),
  HealthCheckRemoteIp: address(),
  HealthCheckConfig: struct({
    ProbeType: choice(['NQA']),
    ProbeInterval: integer({ min: 1000, max: 5000 }),
    ProbeThreshold: integer({ min: 3, max: 8, measure: 'count' }),
    ProbeTimeout: integer({ min: 10, max: 5000 }),
  }),
  BgpConfig: struct({
    TunnelCidr: required(cidr()),
    LocalBgpIp: required(address()),
    RemoteBgpIp: required(address()),
  }),
} as const;

/** What is so where a creation says nothing of it. */
const byDefault = {
  NegotiationType: { ...watched.NegotiationType, default: 'active' },
  DpdEnable: { ...watched.DpdEnable, default: 0 },
  DpdAction: { ...watched.DpdAction, default: 'restart' },
} as const;

export const todaysActions = {} as const;

export const today = {} as const;

export const additions = {
  'vpc:DescribeVpnConnections': {
    row: {
      ...options,
      EnableHealthCheck: optional(flag()),
      HealthCheckLocalIp: optional(text()),
      HealthCheckRemoteIp: optional(text()),
      HealthCheckStatus: optional(choice(['AVAILABLE', 'UNAVAILABLE'])),
      HealthCheckConfig: optional(
        struct({
          ProbeType: optional(text()),
          ProbeInterval: optional(integer()),
          ProbeThreshold: optional(integer({ measure: 'count' })),
          ProbeTimeout: optional(integer()),
        }),
      ),
      DpdEnable: optional(choice([0, 1], { wire: 'Integer' })),
      DpdTimeout: optional(text()),
      DpdAction: optional(choice(['clear', 'restart'])),
      NegotiationType: optional(choice(['active', 'passive', 'flowTrigger'])),
      BgpConfig: optional(
        struct({
          TunnelCidr: optional(text()),
          LocalBgpIp: optional(text()),
          RemoteBgpIp: optional(text()),
          LocalBgpAsn: optional(text()),
          RemoteBgpAsn: optional(text()),
        }),
      ),
    },
  },
  'vpc:CreateVpnConnection': {
    // One that routes or BGP lead has no policy; one of a CCN's gateway is in no VPC.
    optional: ['VpcId', 'SecurityPolicyDatabases'],
    params: { ...options, RouteType: choice(['STATIC', 'StaticRoute', 'Policy', 'Bgp'], { immutable: true }), ...watched, ...byDefault },
  },
  'vpc:ModifyVpnConnectionAttribute': { params: { ...options, CustomerGatewayId: ref('customer-gateway'), ...watched } },
} as const;
