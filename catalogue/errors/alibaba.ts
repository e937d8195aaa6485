import { type ErrorTable, none } from './table.ts';

/** Alibaba Cloud CDN (004), and the codes that every action of the RPC style shares, which that page does not repeat. */
export const alibaba: ErrorTable = {
  correct: { 'InvalidInternetChargeType.ValueNotSupported': ['InternetChargeType'] },
  retry: { LX_CREATE_ORDER_FAILED: none },
  'slow-down': { Throttling: none },
  already: { 'CdnService.HasOpened': none },
  unsupported: { 'InvalidAction.NotFound': none },
  permission: {
    'Forbidden.BidUser': none,
    'Forbidden.Intl': none,
    FUWU_BIZ_COMMODITY_VERIFY_FAIL_USERPROFILECOMPLETE: none,
    NoRealNameAuthentication: none,
  },
  credentials: {
    'InvalidAccessKeyId.NotFound': none,
    'InvalidSecurityToken.MismatchWithAccessKey': none,
    MissingSecurityToken: none,
    SignatureDoesNotMatch: none,
  },
  clock: { 'InvalidTimeStamp.Expired': none, 'InvalidTimeStamp.Format': none, SignatureNonceUsed: none },
  pay: { FUWU_BIZ_COMMODITY_VERIFY_FAIL_INVALID_PAY_METHOD: none, InsufficientBalance: none },
};
