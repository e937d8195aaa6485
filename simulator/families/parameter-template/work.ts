/** What the 2017 API does with templates in tasks of its own queue: changes of members, deletions, and who uses one (16581-18012). */
import type { Call } from '../../call.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { readTask, startTask } from '../../rules/tasks.ts';
import { securityGroupsUsing, templateGroupsWith } from '../../rules/templates.ts';
import { shortOf } from '../../rules/zones.ts';
import { type Effect, taskKey, taskTable } from '../task/table.ts';
import { changeTemplate, checkIdle, type TemplateCodes, templateOf, usersOf } from './rules.ts';
import { type TemplateKind, type TemplateRow, templateTable } from './table.ts';

/** The seven numbers that every action has (15493), as far as they have a cause. */
export const codes2017: TemplateCodes = {
  notFound: '29258',
  noMember: '29258',
  duplicate: '9003',
  badName: '9003',
  overQuota: '29260',
  tooLarge: '29259',
  busy: '9005',
};

/** What a task of this queue has to tell when it is over. */
interface NetResult {
  readonly output: { readonly code: number; readonly message: string };
  readonly data?: unknown;
}

const begun = (call: Call, effects: readonly Effect[], result?: NetResult, fails = false) => ({
  data: {
    taskId: startTask(call, { family: 'parameter-template', queue: 'net', effects, fails, ...(result === undefined ? {} : { result }) }),
  },
});

/** Nothing else may be done to the template until the task is over. */
function hold(call: Call, row: TemplateRow): void {
  call.table(templateTable).put({ ...row, Busy: true });
}

export function changeMembers(call: Call, kind: TemplateKind, id: string, members: readonly string[]) {
  const row = templateOf(call, kind, id, codes2017.notFound);
  const { Members } = changeTemplate(call, row, { members }, codes2017);
  hold(call, row);
  return begun(call, [willSet(call.partition, templateTable, id, { Members, Busy: false })]);
}

export function rename(call: Call, kind: TemplateKind, id: string, name: string) {
  call.table(templateTable).put(changeTemplate(call, templateOf(call, kind, id, codes2017.notFound), { name }, codes2017));
  return {};
}

/** The task, not the call, finds out that a template is in use, for which it must look into every region. */
export function remove(call: Call, kind: TemplateKind, id: string) {
  const row = templateOf(call, kind, id, codes2017.notFound);
  checkIdle(row, codes2017);
  const users = usersOf(call, row);
  if (users.length > 0) {
    const message = `The parameter template ${id} is used by ${users.slice(0, 20).join(', ')}.`;
    return begun(call, [], { output: { code: Number(codes2017.busy), message } }, true);
  }
  hold(call, row);
  return begun(call, [willGo(call.partition, templateTable, id)]);
}

/** Who uses the template: groups of templates, and the security groups of all regions (16722, 16660). */
export function findUsers(call: Call, kind: TemplateKind, id: string) {
  const row = templateOf(call, kind, id, codes2017.notFound);
  const groups = templateGroupsWith(call, id).map((group) => ({
    // A group of templates belongs to no region; the caller's is named.
    region: shortOf(call.region),
    type: group.Kind,
    id: group.TemplateId,
    name: group.Name,
  }));
  const securityGroups = securityGroupsUsing(call, row.TemplateId).map(({ region, group }) => ({
    region: shortOf(region),
    type: 'sg',
    id: group.SecurityGroupId,
    name: group.SecurityGroupName,
  }));
  const detail = [...groups, ...securityGroups];
  return begun(call, [], { output: { code: 0, message: 'OK' }, data: { total: detail.length, detail } });
}

/** 16609. */
const statusOf = { done: 0, failed: 1, running: 2 } as const;

/**
 * A task of the account. That the question is itself a read of this family has been counted already, but only among the
 * tasks of the caller's region.
 */
function taskOf(call: Call, taskId: number) {
  const row = call.table(taskTable).get(taskKey('net', taskId));
  return row?.Uin === call.account.uin && row.Region === call.region ? row : readTask(call, 'net', taskId);
}

/** What became of a task, or undefined when the account has none of this number. */
export function outcomeOf(call: Call, taskId: number) {
  const task = taskOf(call, taskId);
  if (!task) return undefined;
  const status = statusOf[task.State];
  if (task.State === 'running') return { status, output: { code: 0, message: 'RUNNING' }, data: undefined };
  const result = task.Result as NetResult | undefined;
  const failed = { code: 29_257, message: 'FAILED' };
  return { status, output: result?.output ?? (task.State === 'failed' ? failed : { code: 0, message: 'OK' }), data: result?.data };
}
