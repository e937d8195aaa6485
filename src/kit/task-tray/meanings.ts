import type { TaskRecord } from '../../api/tasks.ts';
import type { Meaning } from '../../ui/status.tsx';

export const taskMeanings = { running: 'pending', done: 'good', failed: 'danger', unknown: 'warning' } as const satisfies Record<
  TaskRecord['state'],
  Meaning
>;
