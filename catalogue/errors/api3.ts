import { type ErrorTable, none } from './table.ts';

/** API 3.0 and its public codes (821-827, 961-979), GAAP and CDB. */
export const api3: ErrorTable = {
  correct: {
    InvalidParameter: none,
    'InvalidParameter.Coexist': ['Filters'],
    InvalidParameterConflict: ['NetworkInterfaceId', 'InstanceId'],
    InvalidParameterValue: none,
    'InvalidParameterValue.Duplicate': ['DestinationCidrBlock', 'Routes', 'IpAddress', 'Addresses', 'AddressTemplateIds'],
    'InvalidParameterValue.LimitExceeded': ['SecondaryPrivateIpAddressCount', 'PrivateIpAddresses'],
    'InvalidParameterValue.Malformed': none,
    'InvalidParameterValue.Range': ['Limit', 'Offset'],
    'InvalidParameterValue.Reserved': ['PrivateIpAddresses'],
    'InvalidParameterValue.TooLong': ['AddressName'],
    MissingParameter: none,
    MissingResourceId: ['InstanceId', 'NetworkInterfaceId'],
    UnknownParameter: none,
    'InvalidSecurityGroupID.Malformed': ['SecurityGroupId'],
    DryRunOperation: none,
    'FailedOperation.DuplicatedRequest': ['ClientToken'],
  },
  'choose-range': {
    'InvalidParameterValue.SubnetConflict': ['CidrBlock'],
    'InvalidParameterValue.SubnetRange': ['CidrBlock'],
    'InvalidParameterValue.VpcCidrConflict': ['DestinationCidrBlock', 'Routes', 'SecurityPolicyDatabases'],
  },
  'look-up': {
    'InvalidInstanceId.NotFound': ['InstanceId'],
    'InvalidNetworkInterfaceId.NotFound': ['NetworkInterfaceId', 'PrivateIpAddress'],
    'InvalidSecurityGroupID.NotFound': ['SecurityGroupId'],
    ResourceNotFound: none,
  },
  'free-first': { ResourceInUse: none },
  quota: {
    LimitExceeded: none,
    VpcLimitExceeded: none,
    ResourceInsufficient: none,
  },
  retry: { InternalError: none, InternalServerError: none, ResourceUnavailable: none, FailedOperation: none },
  'slow-down': { RequestLimitExceeded: none },
  state: {
    'UnsupportedOperation.InvalidState': ['NetworkInterfaceId'],
  },
  unsupported: {
    InvalidAction: none,
    'InvalidInstance.NotSupported': ['InstanceId'],
    NoSuchVersion: none,
    OperationDenied: none,
    'UnauthorizedOperation.PrimaryIp': ['PrivateIpAddress'],
    UnsupportedOperation: none,
    'UnsupportedOperation.VpcMismatch': ['InstanceId'],
    UnsupportedRegion: none,
  },
  permission: { UnauthorizedOperation: none, 'AuthFailure.UnauthorizedOperation': none, 'AuthFailure.MFAFailure': none },
  credentials: {
    AuthFailure: none,
    'AuthFailure.InvalidSecretId': none,
    'AuthFailure.SecretIdNotFound': none,
    'AuthFailure.SignatureFailure': none,
    'AuthFailure.TokenFailure': none,
  },
  clock: { 'AuthFailure.SignatureExpire': none },
};
