/** In which words each generation refuses what network interfaces cannot do. Where a table names none, the nearest public one. */
export interface EniCodes {
  readonly notFound: string;
  readonly subnetNotFound: string;
  readonly noGroup: string;
  readonly overQuota: string;
  /** A task is under way with the interface or the address. */
  readonly busy: string;
  /** Something that a machine's first interface cannot do. */
  readonly firstInterface: string;
  readonly inUse: string;
  /** Attaching what is attached. */
  readonly attached: string;
  /** Detaching or moving what is not attached to that machine. */
  readonly notAttached: string;
  readonly noMachine: string;
  readonly vpcMismatch: string;
  /** Another zone, or a machine that neither runs nor is stopped (3208). */
  readonly notFit: string;
  /** Only the secondary addresses of an interface can be changed. */
  readonly primaryAddress: string;
  /** The interface has no such address. */
  readonly noAddress: string;
  /** The two interfaces are of different subnets. */
  readonly otherSubnet: string;
}

/** Codes for addresses that cannot be taken; they differ between creating an interface and giving it more. */
export interface AddressCodes {
  readonly outside: string;
  /** The subnet's first two addresses and its last are the cloud's. */
  readonly reserved: string;
  readonly taken: string;
  /** The subnet has no free address left. */
  readonly full: string;
  /** More than an interface may have. */
  readonly tooMany: string;
  /** Two primary ones, or a primary one where there is one already. */
  readonly primary: string;
}

export const api3Codes: EniCodes = {
  notFound: 'ResourceNotFound',
  subnetNotFound: 'ResourceNotFound',
  noGroup: 'ResourceNotFound',
  overQuota: 'LimitExceeded',
  busy: 'UnsupportedOperation.InvalidState',
  firstInterface: 'UnsupportedOperation',
  inUse: 'ResourceInUse',
  attached: 'ResourceInUse',
  notAttached: 'ResourceNotFound',
  noMachine: 'ResourceNotFound',
  vpcMismatch: 'UnsupportedOperation.VpcMismatch',
  notFit: 'UnsupportedOperation',
  primaryAddress: 'UnauthorizedOperation.PrimaryIp',
  noAddress: 'ResourceNotFound',
  otherSubnet: 'InvalidParameterValue',
};

export const api3NewAddresses: AddressCodes = {
  outside: 'InvalidParameterValue.Range',
  reserved: 'InvalidParameterValue.Reserved',
  taken: 'ResourceInUse',
  full: 'ResourceInsufficient',
  tooMany: 'InvalidParameterValue.LimitExceeded',
  primary: 'InvalidParameterValue.Malformed',
};

export const api3MoreAddresses: AddressCodes = {
  outside: 'InvalidParameterValue.Malformed',
  reserved: 'InvalidParameterValue.Malformed',
  taken: 'ResourceInsufficient',
  full: 'ResourceInsufficient',
  tooMany: 'ResourceInsufficient',
  primary: 'InvalidParameterValue.Malformed',
};

export const api2017Codes: EniCodes = {
  notFound: 'InvalidNetworkInterface.NotFound',
  subnetNotFound: 'InvalidSubnet.NotFound',
  noGroup: 'InvalidParameter',
  overQuota: 'NetworkInterfaceLimitExceeded',
  busy: 'ActionLocked',
  firstInterface: 'UnsupportedOperation',
  inUse: 'InvalidNetworkInterface.CanNotDelete',
  attached: 'InvalidNetworkInterface.AlreadyAssociated',
  notAttached: 'InvalidNetworkInterface.NotAttached',
  noMachine: 'InvalidInstance.NotFound',
  vpcMismatch: 'InvalidInstance.NotFound',
  notFit: 'UnsupportedOperation',
  primaryAddress: 'InvalidPrivateip.IsPrimary',
  noAddress: 'InvalidParameter',
  otherSubnet: 'InvalidParameter',
};

export const api2017Addresses: AddressCodes = {
  outside: 'InvalidParameter',
  reserved: 'InvalidParameter',
  taken: 'InvalidPrivateIpAddress.InUse',
  full: 'InvalidPrivateIpAddress.InUse',
  tooMany: 'InvalidParameter',
  primary: 'InvalidParameter',
};
