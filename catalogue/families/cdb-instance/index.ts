/** Cloud databases: one action of API 3.0 (document 000) and one of the 2017 API (document 002). */
import { action, actionTable, choice, family, integer, listOf, ref, required, struct, text } from '../../define.ts';

export const actions = actionTable({
  // The answer names a task, but the document names no action that follows it (000:30).
  'cdb:OpenWanService': action({
    kind: 'do',
    line: 1,
    params: { InstanceId: required(ref('cdb-instance', { line: 24, refusedAs: 'InvalidParameter' })) },
    results: { AsyncRequestId: text() },
    errors: [
      'FailedOperation.StatusConflict',
      'InvalidParameter',
      'InvalidParameter.InstanceNotFound',
      'OperationDenied',
      'OperationDenied.ActionNotSupport',
      'OperationDenied.WrongStatus',
    ],
    changes: ['cdb-instance'],
  }),
  'cdb2017:OpenCdbHour': action({
    kind: 'do',
    line: 1,
    params: {
      cdbInstanceIds: required(listOf(ref('cdb-instance'), { line: 11 })),
      instanceRole: choice(['master', 'ro'], { default: 'master', line: 12 }),
    },
    // The table calls `data` a list (002:21), the sample shows an object (002:64).
    results: {
      data: struct({
        instanceRole: choice(['master', 'ro']),
        cdbInstanceIds: listOf(
          struct({ code: integer(), message: text(), oldStatus: choice(['1', '5']), cdbInstanceId: ref('cdb-instance') }),
        ),
      }),
    },
    errors: ['100207', '9003', '9640', '9572', '9548', '9592'],
    changes: ['cdb-instance'],
    danger: 'costs',
  }),
});

export const data = family(actions, {
  family: 'cdb-instance',
  segment: 'cdb',
  idPrefixes: ['cdb'],
  group: 'more',
  icon: 'Database',
  id: 'InstanceId',
  errors: {
    'look-up': { '9572': ['CdbInstanceIds'], 'InvalidParameter.InstanceNotFound': ['InstanceId'] },
    wait: { '9592': ['CdbInstanceIds'], 'OperationDenied.WrongStatus': [], 'FailedOperation.StatusConflict': [] },
    unsupported: { 'OperationDenied.ActionNotSupport': [] },
    retry: { '9640': [] },
    state: { '9548': ['CdbInstanceIds'] },
    pay: { '100207': [] },
  },
  operations: { openPublicAccess: ['cdb:OpenWanService'], resume: ['cdb2017:OpenCdbHour'] },
});
