import type { actions } from '../../catalogue/families/eip/index.ts';
import type { CoverageOf } from './shape.ts';

const quotas = { AddressQuotaLimitExceeded: 'cause', 'AddressQuotaLimitExceeded.DailyAllocate': 'cause' } as const;
const instances = { 'InvalidInstance.NotSupported': 'cause', 'InvalidInstanceId.NotFound': 'cause' } as const;

/** Being blocked or in arrears comes over an elastic IP from outside: the control API puts it into the row. */
export const eipCoverage = {
  'vpc:AllocateAddresses': quotas,
  'vpc:DescribeAddresses': { InvalidParameter: 'cause' },
  'vpc:AssociateAddress': {
    ...instances,
    'InvalidAddressId.Blocked': 'cause',
    'InvalidAddressId.NotFound': 'cause',
    'InvalidAddressIdState.InArrears': 'cause',
    'InvalidAddressIdStatus.NotPermit': 'cause',
    'InvalidInstanceId.AlreadyBindEip': 'cause',
    'InvalidNetworkInterfaceId.NotFound': 'cause',
    InvalidParameterConflict: 'cause',
    'InvalidPrivateIpAddress.AlreadyBindEip': 'cause',
    MissingParameter: 'cause',
    MissingResourceId: 'cause',
  },
  'vpc:DisassociateAddress': {
    ...instances,
    'InvalidAddressId.Blocked': 'cause',
    'InvalidAddressId.NotFound': 'cause',
    'InvalidAddressIdStatus.NotPermit': 'cause',
    InvalidParameter: 'cause',
  },
  'vpc:ModifyAddressAttribute': {
    'InvalidAddressId.NotFound': 'cause',
    InvalidParameterValue: 'cause',
    'InvalidParameterValue.TooLong': 'cause',
  },
  'vpc:ReleaseAddresses': { 'InvalidAddressId.NotFound': 'cause', InvalidAddressState: 'cause' },
  'vpc:TransformAddress': { ...quotas, ...instances },
} as const satisfies CoverageOf<typeof actions>;
