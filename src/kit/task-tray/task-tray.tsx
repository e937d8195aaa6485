import { useQueryClient } from '@tanstack/react-query';
import { ListChecks, X } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { regionName } from '../../../catalogue/regions.ts';
import { followTasks } from '../../api/follow.ts';
import { dismissTask, type TaskRecord, useTasks } from '../../api/tasks.ts';
import { useFormats, useLanguage, useT } from '../../i18n/index.ts';
import { useNow } from '../../lib/use-now.ts';
import { paths } from '../../paths.ts';
import { toast } from '../../stores/toasts.ts';
import { Button, IconButton, linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { type Meaning, Status } from '../../ui/status.tsx';
import { inOneLine, type RefusalFacts, useRefusalWords } from '../refusal.ts';
import { useFamily } from '../words.ts';

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
      label={t('taskTray.tray')}
      align="end"
      className="w-96 p-0"
      trigger={(trigger) => (
        <Button
          {...trigger}
          size="sm"
          variant="ghost"
          icon={running > 0 ? <Spinner /> : <ListChecks aria-hidden="true" className="size-4" />}
        >
          <span className="max-sm:sr-only">{running > 0 ? t('taskTray.running', { n: running }) : t('taskTray.tray')}</span>
        </Button>
      )}
    >
      {(close) => (
        <ul className="divide-y divide-line">
          {tasks.map((task) => (
            <Task key={task.key} task={task} onFollow={close} />
          ))}
        </ul>
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
      toast({ meaning: meanings[task.state], title: t(endings[task.state], { name: task.label }) });
    }
    running.current = new Set(tasks.filter(({ state }) => state === 'running').map(({ key }) => key));
  }, [tasks, t]);
}

/** 75,000 ms as "1:15": the same in every language. */
const elapsed = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

const meanings = { running: 'pending', done: 'good', failed: 'danger', unknown: 'warning' } as const satisfies Record<
  TaskRecord['state'],
  Meaning
>;
const endings = { done: 'taskTray.endedDone', failed: 'taskTray.endedFailed', unknown: 'taskTray.endedUnknown' } as const;
const words = {
  running: 'taskTray.stateRunning',
  done: 'taskTray.stateDone',
  failed: 'taskTray.stateFailed',
  unknown: 'taskTray.stateUnknown',
} as const;

/** What was asked for, in words: they come with the family, which a page of another one may not have yet. */
function Title({ task }: { readonly task: TaskRecord }) {
  const title = useFamily(task.family).text.actions[task.action]?.title;
  return title && <>{title} · </>;
}

function Task({ task, onFollow }: { readonly task: TaskRecord; readonly onFollow: () => void }) {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const now = useNow(1_000);
  const scope = { account: task.account, region: task.region };
  return (
    <li className="flex flex-col gap-0.5 py-2 pr-2 pl-3">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">
          {task.resource ? (
            <Link to={paths.detail(task.family, task.resource, scope)} onClick={onFollow} className={linkClass}>
              <bdi>{task.label}</bdi>
            </Link>
          ) : (
            <bdi>{task.label}</bdi>
          )}
        </span>
        <Status meaning={meanings[task.state]}>{t(words[task.state])}</Status>
        {task.state !== 'running' && (
          <IconButton
            size="sm"
            label={t('taskTray.dismiss')}
            icon={<X aria-hidden="true" className="size-3.5" />}
            onClick={() => dismissTask(task.key)}
          />
        )}
      </div>
      <p className="text-muted text-xs">
        <Suspense>
          <Title task={task} />
        </Suspense>
        <Code>{task.action.split(':')[1] ?? task.action}</Code> · {regionName(task.region, language)} ·{' '}
        {t('taskTray.began', { ago: formats.relative(new Date(Math.min(task.started, now)), new Date(now)) })} ·{' '}
        {t(task.ended === null ? 'taskTray.since' : 'taskTray.took', { time: elapsed((task.ended ?? now) - task.started) })}
      </p>
      {task.words && <p className="text-xs">{task.words === 'timeout' ? t('taskTray.timeout') : <bdi>{task.words}</bdi>}</p>}
      {task.refusal && (
        <Suspense>
          <RefusalText refusal={task.refusal} />
        </Suspense>
      )}
      {task.requestId && (
        <p className="text-muted text-xs">
          RequestId <Code copy>{task.requestId}</Code>
        </p>
      )}
    </li>
  );
}

const RefusalText = ({ refusal }: { readonly refusal: RefusalFacts }) => (
  <p className="text-xs">
    <bdi>{inOneLine(refusal, useRefusalWords(refusal))}</bdi>
  </p>
);
