import { X } from 'lucide-react';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { regionName } from '../../../catalogue/regions.ts';
import { dismissTask, type TaskRecord } from '../../api/tasks.ts';
import { useFormats, useLanguage, useT } from '../../i18n/index.ts';
import { useNow } from '../../lib/use-now.ts';
import { paths } from '../../paths.ts';
import { IconButton, linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Status } from '../../ui/status.tsx';
import { type RefusalFacts, useRefusalWords } from '../refusal.ts';
import { inOneLine } from '../refusal-line.ts';
import { useFamily } from '../words.ts';
import { taskMeanings } from './meanings.ts';

/** Each task, how it stands or ended, and why. */
export const TaskList = ({ tasks, onFollow }: { readonly tasks: readonly TaskRecord[]; readonly onFollow: () => void }) => (
  <ul className="divide-y divide-line">
    {tasks.map((task) => (
      <Task key={task.key} task={task} onFollow={onFollow} />
    ))}
  </ul>
);

/** 75,000 ms as "1:15": the same in every language. */
const elapsed = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

const words = {
  running: 'kit.task.stateRunning',
  done: 'kit.task.stateDone',
  failed: 'kit.task.stateFailed',
  unknown: 'kit.task.stateUnknown',
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
        <Status meaning={taskMeanings[task.state]}>{t(words[task.state])}</Status>
        {task.state !== 'running' && (
          <IconButton
            size="sm"
            label={t('kit.task.dismiss')}
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
        {t('kit.task.began', { ago: formats.relative(new Date(Math.min(task.started, now)), new Date(now)) })} ·{' '}
        {t(task.ended === null ? 'kit.task.since' : 'kit.task.took', { time: elapsed((task.ended ?? now) - task.started) })}
      </p>
      {task.words && <p className="text-xs">{task.words === 'timeout' ? t('kit.task.timeout') : <bdi>{task.words}</bdi>}</p>}
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
