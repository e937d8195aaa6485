/** What the actions of the 2017 API on parameter templates share (15441-18092). */
import { integer, struct } from '../../define.ts';

/** Every action has the same seven (15493). */
export const codes = ['29257', '29258', '29259', '29260', '29254', '9003', '9005'] as const;

export const changes = ['parameter-template'] as const;
/** Rules that use a template change with it. */
export const changesRules = ['parameter-template', 'security-group'] as const;

export const task = { field: 'data.taskId', poll: 'vpc2017:DescribeNetTaskResult' } as const;
export const taskResult = { data: struct({ taskId: integer() }) } as const;
/** Deletions answer the task as a text by their tables (16141), as a number by their samples. */
export const startedAsText = { data: struct({ taskId: integer({ wire: 'String' }) }) } as const;

/** The lists answer everything inside `data`, rows in `data.data`, though the tables write data.n (15480). */
export const pagingInside = { items: 'data.data', total: 'data.totalCount', offset: 'offset', limit: 'limit', max: 100 } as const;
