import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'task',
  many: 'tasks',
  what: 'Work that a call has started and that goes on after the answer. Its number is asked for until it has ended.',
  actions: {
    'vpc2017:DescribeVpcTaskResult': { title: 'Show task', what: 'Tells whether a task is still running, has succeeded or has failed.' },
  },
  fields: {
    TaskId: { label: 'Task', help: 'The number that the call answered with.' },
  },
} as const satisfies FamilyText;
