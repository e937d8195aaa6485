import { useQueryClient } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import { followTasks } from '../../api/follow.ts';
import { type TaskRecord, useTasks } from '../../api/tasks.ts';
import { useT } from '../../i18n/index.ts';
import { part } from '../../lib/part.tsx';
import { toast } from '../../stores/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { taskMeanings } from './meanings.ts';

/** Loaded when the tray is opened. */
const TaskList = part(async () => (await import('./task-list.tsx')).TaskList);

/** What the cloud is still working on, and how it ended. Not there while there is nothing to tell. Follows the tasks as long as it is mounted. */
export function TaskTray() {
  const t = useT();
  const client = useQueryClient();
  const tasks = useTasks((state) => state.tasks);
  useEffect(() => followTasks(client), [client]);
  useEndings(tasks);
  if (tasks.length === 0) return null;
  const running = tasks.filter(({ state }) => state === 'running').length;
  return (
    <Popover
      label={t('kit.task.tray')}
      align="end"
      className="w-96 p-0"
      trigger={(trigger) => (
        <Button
          {...trigger}
          size="sm"
          variant="ghost"
          icon={running > 0 ? <Spinner /> : <ListChecks aria-hidden="true" className="size-4" />}
        >
          <span className="max-sm:sr-only">{running > 0 ? t('kit.task.running', { n: running }) : t('kit.task.tray')}</span>
        </Button>
      )}
    >
      {(close) => (
        <Suspense>
          <TaskList tasks={tasks} onFollow={close} />
        </Suspense>
      )}
    </Popover>
  );
}

/** Says it when work that was running a moment ago has ended: the tray is seldom open. */
function useEndings(tasks: readonly TaskRecord[]): void {
  const t = useT();
  const running = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const task of tasks) {
      if (task.state === 'running' || !running.current.has(task.key) || document.hidden) continue;
      toast({ meaning: taskMeanings[task.state], title: t(endings[task.state], { name: task.label }) });
    }
    running.current = new Set(tasks.filter(({ state }) => state === 'running').map(({ key }) => key));
  }, [tasks, t]);
}

const endings = { done: 'kit.task.endedDone', failed: 'kit.task.endedFailed', unknown: 'kit.task.endedUnknown' } as const;
