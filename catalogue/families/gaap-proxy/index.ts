/** Acceleration proxies: one action of API 3.0 (document 001). */
import { action, actionTable, family, listOf, ref, text } from '../../define.ts';

export const actions = actionTable({
  'gaap:OpenProxies': action({
    kind: 'do',
    line: 1,
    params: {
      // The older name of ProxyIds (001:18).
      InstanceIds: listOf(ref('gaap-proxy'), { line: 18 }),
      ClientToken: text({ max: 64, line: 19 }),
      ProxyIds: listOf(ref('gaap-proxy'), { line: 20 }),
    },
    results: { InvalidStatusInstanceSet: listOf(ref('gaap-proxy')), OperationFailedInstanceSet: listOf(ref('gaap-proxy')) },
    errors: [
      'FailedOperation',
      'FailedOperation.AccountBalanceInsufficient',
      'FailedOperation.DuplicatedRequest',
      'FailedOperation.NotSupportOldVersionProxy',
      'InternalError',
      'InvalidParameter',
      'InvalidParameterValue',
      'MissingParameter',
      'ResourceNotFound',
      'ResourceUnavailable',
      'UnknownParameter',
    ],
    // Neither is required by itself (001:18-20), but a call without either is about nothing.
    oneOf: [['ProxyIds', 'InstanceIds']],
    changes: ['gaap-proxy'],
    danger: 'costs',
  }),
});

export const data = family(actions, {
  family: 'gaap-proxy',
  segment: 'gaap',
  idPrefixes: ['link'],
  group: 'more',
  icon: 'Rocket',
  id: 'ProxyId',
  errors: {
    unsupported: { 'FailedOperation.NotSupportOldVersionProxy': ['ProxyIds', 'InstanceIds'] },
    pay: { 'FailedOperation.AccountBalanceInsufficient': [] },
  },
  operations: { open: ['gaap:OpenProxies'] },
});
