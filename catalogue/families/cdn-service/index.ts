/** Alibaba Cloud's CDN service: one action, once for an account (document 004). */
import { action, actionTable, choice, family, required } from '../../define.ts';

export const actions = actionTable({
  'alicdn:OpenCdnService': action.operate({
    line: 1,
    params: {
      // Marked required, with a default for when it is left out (004:23-28).
      InternetChargeType: required(
        choice(['PayByTraffic', 'PayByBandwidth'], {
          default: 'PayByTraffic',
          refusedAs: 'InvalidInternetChargeType.ValueNotSupported',
          line: 23,
        }),
      ),
    },
    errors: [
      'Forbidden.Intl',
      'InvalidInternetChargeType.ValueNotSupported',
      'CdnService.HasOpened',
      'InsufficientBalance',
      'NoRealNameAuthentication',
      'Forbidden.BidUser',
      'FUWU_BIZ_COMMODITY_VERIFY_FAIL_INVALID_PAY_METHOD',
      'FUWU_BIZ_COMMODITY_VERIFY_FAIL_USERPROFILECOMPLETE',
      'LX_CREATE_ORDER_FAILED',
    ],
    changes: ['cdn-service'],
    danger: 'costs',
  }),
});

export const data = family(actions, {
  family: 'cdn-service',
  segment: 'cdn',
  idPrefixes: [],
  group: 'more',
  icon: 'CloudUpload',
  id: 'InternetChargeType',
  errors: {
    correct: { 'InvalidInternetChargeType.ValueNotSupported': ['InternetChargeType'] },
    retry: { LX_CREATE_ORDER_FAILED: [] },
    already: { 'CdnService.HasOpened': [] },
    permission: { 'Forbidden.BidUser': [], 'Forbidden.Intl': [], FUWU_BIZ_COMMODITY_VERIFY_FAIL_USERPROFILECOMPLETE: [] },
    pay: { FUWU_BIZ_COMMODITY_VERIFY_FAIL_INVALID_PAY_METHOD: [] },
  },
  operations: { open: ['alicdn:OpenCdnService'] },
});
