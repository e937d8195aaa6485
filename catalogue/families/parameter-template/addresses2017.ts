/** Templates of addresses and their groups in the 2017 API: lines 15441-17712. */
import { action, actionTable, integer, listOf, ref, required, struct, text, time } from '../../define.ts';
import { page2017 } from '../shared.ts';
import { changes, changesRules, codes, pagingInside, startedAsText, task, taskResult } from './parts2017.ts';

const addressId = ref('parameter-template', { prefix: 'ipm' });
const addressGroupId = ref('parameter-template', { prefix: 'ipmg' });
const address = required(listOf(text({ format: 'address-or-range' }), { line: 15874 }));
const addressGroup = required(listOf(ref('parameter-template', { prefix: 'ipm' }), { line: 15939 }));

/** The table lists texts (15595), the sample objects (15637). */
const member = struct({ addressId, addressName: text() }, { orText: true });

export const addresses2017 = actionTable({
  // Ids and names are looked for as parts of a text, and both must match (15456).
  'vpc2017:DescribeAddress': action({
    kind: 'list',
    line: 15441,
    params: { addressId: text({ line: 15456 }), addressName: text({ line: 15457 }), ...page2017 },
    results: {
      data: struct({
        totalCount: integer(),
        data: listOf(struct({ addressId, addressName: text(), address: listOf(text()), createTime: time() })),
      }),
    },
    errors: codes,
    paging: pagingInside,
  }),
  'vpc2017:CreateAddress': action({
    kind: 'create',
    line: 15857,
    params: { addressName: required(text({ line: 15872 })), address },
    results: { data: struct({ addressId }) },
    errors: codes,
    changes,
  }),
  'vpc2017:ModifyAddressAttribute': action.update({
    line: 17476,
    params: { addressId: required(addressId), addressName: required(text({ line: 17492 })) },
    errors: codes,
    changes,
  }),
  'vpc2017:ModifyAddress': action({
    kind: 'update',
    line: 17355,
    params: { addressId: required(addressId), address },
    results: taskResult,
    errors: codes,
    changes: changesRules,
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:DeleteAddress': action({
    kind: 'delete',
    line: 16117,
    params: { addressId: required(addressId) },
    results: startedAsText,
    errors: codes,
    changes: changesRules,
    async: task,
    danger: 'destroys',
  }),
  'vpc2017:DescribeAddressInstances': action({
    kind: 'get',
    line: 16715,
    params: { addressId: required(addressId) },
    results: taskResult,
    errors: codes,
    async: task,
  }),

  'vpc2017:DescribeAddressGroups': action({
    kind: 'list',
    line: 15546,
    params: { addressGroupId: text({ line: 15561 }), addressGroupName: text({ line: 15562 }), ...page2017 },
    results: {
      data: struct({
        totalCount: integer(),
        data: listOf(struct({ addressGroupId, addressGroupName: text(), addressGroup: listOf(member), createTime: time() })),
      }),
    },
    errors: codes,
    paging: pagingInside,
  }),
  'vpc2017:CreateAddressGroup': action({
    kind: 'create',
    line: 15922,
    params: { addressGroupName: required(text({ line: 15937 })), addressGroup },
    results: { data: struct({ addressGroupId }) },
    errors: codes,
    changes,
  }),
  'vpc2017:ModifyAddressGroupAttribute': action.update({
    line: 17655,
    params: { addressGroupId: required(addressGroupId), addressGroupName: required(text({ line: 17671 })) },
    errors: codes,
    changes,
  }),
  'vpc2017:ModifyAddressGroup': action({
    kind: 'update',
    line: 17534,
    params: { addressGroupId: required(addressGroupId), addressGroup },
    results: taskResult,
    errors: codes,
    changes: changesRules,
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:DeleteAddressGroup': action({
    kind: 'delete',
    line: 16233,
    params: { addressGroupId: required(addressGroupId) },
    results: startedAsText,
    errors: codes,
    changes: changesRules,
    async: task,
    danger: 'destroys',
  }),
  'vpc2017:DescribeAddressGroupInstances': action({
    kind: 'get',
    line: 16875,
    params: { addressGroupId: required(addressGroupId) },
    results: taskResult,
    errors: codes,
    async: task,
  }),
});
