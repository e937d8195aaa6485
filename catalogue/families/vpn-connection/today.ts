/** VPN connections in API 3.0 of today: ciphers, hashes and groups that came since, and longer lives of keys. */
import { choice, flag, integer, optional, struct, text } from '../../define.ts';

const ciphers = ['SM4', 'AES128GCM128', 'AES192GCM128', 'AES256GCM128'] as const;

/** What is added to the sets of the documents, and the sizes as today has them. */
const ike = struct({
  PropoEncryAlgorithm: choice(ciphers),
  PropoAuthenAlgorithm: choice(['SHA', 'SHA-256', 'SHA-512']),
  DhGroupName: choice(['GROUP15', 'GROUP16', 'GROUP19', 'GROUP20', 'GROUP21']),
});

const ipsec = struct({
  EncryptAlgorithm: choice(ciphers),
  IntegrityAlgorithm: choice(['SHA-256', 'SHA-384', 'SHA-512', 'SM3']),
  PfsDhGroup: choice(['DH-GROUP15', 'DH-GROUP16', 'DH-GROUP19', 'DH-GROUP20', 'DH-GROUP21']),
  IPSECSaLifetimeTraffic: integer({ min: 2560, max: 4_294_967_295, measure: 'KB' }),
});

const options = { IKEOptionsSpecification: ike, IPSECOptionsSpecification: ipsec } as const;

export const todaysActions = {} as const;

export const today = {} as const;

export const additions = {
  'vpc:DescribeVpnConnections': {
    row: {
      ...options,
      EnableHealthCheck: optional(flag()),
      HealthCheckLocalIp: optional(text()),
      HealthCheckRemoteIp: optional(text()),
      HealthCheckStatus: optional(text()),
      DpdEnable: optional(integer()),
      DpdTimeout: optional(text()),
      DpdAction: optional(text()),
      NegotiationType: optional(text()),
    },
  },
  'vpc:CreateVpnConnection': { params: options },
  'vpc:ModifyVpnConnectionAttribute': { params: options },
} as const;
