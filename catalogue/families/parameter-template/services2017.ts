/** Templates of services and their groups in the 2017 API: lines 15658-18092. */
import { action, actionTable, choice, foreign, integer, listOf, open, optional, ref, required, struct, text, time } from '../../define.ts';
import { page2017 } from '../shared.ts';
import { changes, changesRules, codes, pagingInside, startedAsText, task, taskResult } from './parts2017.ts';

const serviceId = ref('parameter-template', { prefix: 'ppm' });
const serviceGroupId = ref('parameter-template', { prefix: 'ppmg' });
const service = required(listOf(text({ format: 'service' }), { line: 16004 }));
/** One sample sends it as addressGroup (17970). */
const serviceGroup = required(listOf(ref('parameter-template', { prefix: 'ppm' }), { line: 16069, alsoSpelled: ['addressGroup'] }));

/** The name of a group is a serviceName where it is sent (15772, 16067), a serviceGroupName where it is answered (15798). */
const groupName = text({ line: 16067, alsoSpelled: ['serviceGroupName'] });

/** The table lists texts (15805), the sample objects (15847). */
const member = struct({ serviceId, serviceName: text() }, { orText: true });

export const services2017 = actionTable({
  'vpc2017:DescribeService': action({
    kind: 'list',
    line: 15658,
    params: { serviceId: text({ line: 15673 }), serviceName: text({ line: 15674 }), ...page2017 },
    results: {
      data: struct({
        totalCount: integer(),
        data: listOf(struct({ serviceId, serviceName: text(), service: listOf(text()), createTime: time() })),
      }),
    },
    errors: codes,
    paging: pagingInside,
  }),
  'vpc2017:CreateService': action({
    kind: 'create',
    line: 15987,
    params: { serviceName: required(text({ line: 16002 })), service },
    results: { data: struct({ serviceId: ref('parameter-template', { prefix: 'ppm', alsoSpelled: ['serviceld'] }) }) },
    errors: codes,
    changes,
  }),
  'vpc2017:ModifyServiceAttribute': action.update({
    line: 18013,
    // Its sample sends the id of a group (18058).
    params: { serviceId: required(ref('parameter-template', { line: 18028 })), serviceName: required(text({ line: 18029 })) },
    errors: codes,
    changes,
  }),
  'vpc2017:ModifyService': action({
    kind: 'update',
    line: 17713,
    params: { serviceId: required(serviceId), service },
    results: taskResult,
    errors: codes,
    changes: changesRules,
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:DeleteService': action({
    kind: 'delete',
    line: 16349,
    params: { serviceId: required(serviceId) },
    results: startedAsText,
    errors: codes,
    changes: changesRules,
    async: task,
    danger: 'destroys',
  }),
  'vpc2017:DescribeServiceInstances': action({
    kind: 'get',
    line: 17035,
    params: { serviceId: required(serviceId) },
    results: taskResult,
    errors: codes,
    async: task,
  }),

  'vpc2017:DescribeServiceGroups': action({
    kind: 'list',
    line: 15756,
    params: { serviceGroupId: text({ line: 15771 }), serviceName: text({ line: 15772, alsoSpelled: ['serviceGroupName'] }), ...page2017 },
    results: {
      data: struct({
        totalCount: integer(),
        data: listOf(struct({ serviceGroupId, serviceGroupName: text(), serviceGroup: listOf(member), createTime: time() })),
      }),
    },
    errors: codes,
    paging: pagingInside,
  }),
  'vpc2017:CreateServiceGroup': action({
    kind: 'create',
    line: 16052,
    params: { serviceName: required(groupName), serviceGroup },
    results: { data: struct({ serviceGroupId }) },
    errors: codes,
    changes,
  }),
  'vpc2017:ModifyServiceGroupAttribute': action.update({
    line: 17834,
    params: { serviceGroupId: required(serviceGroupId), serviceName: required(groupName) },
    errors: codes,
    changes,
  }),
  'vpc2017:ModifyServiceGroup': action({
    kind: 'update',
    line: 17892,
    params: { serviceGroupId: required(serviceGroupId), serviceGroup },
    results: taskResult,
    errors: codes,
    changes: changesRules,
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:DeleteServiceGroup': action({
    kind: 'delete',
    line: 16465,
    params: { serviceGroupId: required(serviceGroupId) },
    results: startedAsText,
    errors: codes,
    changes: changesRules,
    async: task,
    danger: 'destroys',
  }),
  'vpc2017:DescribeServiceGroupInstances': action({
    kind: 'get',
    line: 17195,
    params: { serviceGroupId: required(serviceGroupId) },
    results: taskResult,
    errors: codes,
    async: task,
  }),

  // The tasks of parameter templates have numbers of their own (16592). Only queries have `data.data` (16611).
  'vpc2017:DescribeNetTaskResult': action({
    kind: 'get',
    line: 16581,
    params: { taskId: required(integer({ line: 16600 })) },
    results: {
      data: struct({
        status: choice([0, 1, 2]),
        output: struct({ code: integer(), message: text() }),
        data: optional(open()),
      }),
    },
    reports: { asks: 'taskId' },
    errors: codes,
  }),
});

/** What `data.data` of DescribeNetTaskResult holds when the task was a query: who uses the template (16660). */
export const usersShape = struct({
  total: integer(),
  detail: listOf(struct({ region: foreign('region'), type: text(), id: text(), name: text() })),
});
