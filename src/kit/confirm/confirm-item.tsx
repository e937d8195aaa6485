import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths, segments } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Notice, Status } from '../../ui/status.tsx';
import { ErrorPlace } from '../error-place.tsx';
import type { Blocker } from './blockers.ts';
import type { BatchStep } from './run.ts';
import { type ConfirmRow, useConfirmation } from './state.ts';

/** Blockers named before "and n more". */
const named = 8;

interface ItemProps {
  readonly item: ConfirmRow;
}

/** One of what the confirmation is about: what holds it, what goes with it, and how it went. */
export function ConfirmItem({ item }: ItemProps) {
  const t = useT();
  const scope = useScope();
  const { family, text, many, plain, close } = useConfirmation();
  const blocked = !item.vanished && (item.disabledReason !== null || item.blockers.length > 0);
  const more = item.blockers.length - named;
  const first = item.blockers[0]?.family ?? null;
  return (
    <li className={many ? 'flex flex-col gap-1 px-3 py-2' : 'flex flex-col gap-3'}>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">
          <bdi>{item.name || t('kit.unnamed')}</bdi>
        </span>
        <Code muted>{item.id}</Code>
        <span className="ml-auto">
          {many && item.vanished && <Status meaning="neutral">{t('kit.delete.stateVanished')}</Status>}
          <StepStatus step={item.step} blocked={many && blocked} />
        </span>
      </p>
      {item.vanished && !many && <Told title={t('kit.gone', { what: text.one, id: item.id })} />}
      {blocked && item.blockers.length > 0 && (
        <Told title={t('confirm.delete.blockedBy', { n: item.blockers.length })}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {item.blockers.slice(0, named).map((blocker) => (
              <li key={blocker.id}>
                <Named one={blocker} />
              </li>
            ))}
            {more > 0 && (
              <li>
                {first ? (
                  <Link to={paths.detail(family, item.id, scope, segments[first])} onClick={close} className={linkClass}>
                    {t('confirm.delete.more', { n: more })}
                  </Link>
                ) : (
                  t('confirm.delete.more', { n: more })
                )}
              </li>
            )}
          </ul>
        </Told>
      )}
      {blocked && item.disabledReason && <Told title={item.disabledReason} />}
      {!blocked && !item.vanished && !item.step && <Along item={item} />}
      {item.step?.error && (
        <ErrorPlace
          live
          error={item.step.error}
          title={t(plain ? 'confirm.delete.failedOne' : 'kit.run.failedOne', { name: item.name || item.id })}
        />
      )}
    </li>
  );
}

/** A link to it leads away: the question is withdrawn. */
function Named({ one }: { readonly one: Blocker }) {
  const scope = useScope();
  const { close } = useConfirmation();
  const there = one.region === undefined ? scope : { ...scope, region: one.region };
  if (one.family === null) {
    return (
      <>
        <bdi>{one.name || one.id}</bdi>
        {one.name && <span className="ml-1.5 font-mono text-muted text-xs">{one.id}</span>}
      </>
    );
  }
  return (
    <>
      <Link to={paths.detail(one.at?.family ?? one.family, one.at?.id ?? one.id, there)} onClick={close} className={linkClass}>
        <bdi>{one.name || one.id}</bdi>
      </Link>
      {one.name && <span className="ml-1.5 font-mono text-muted text-xs">{one.id}</span>}
      {there.region !== scope.region && <span className="ml-1.5 text-muted text-xs">{there.region}</span>}
    </>
  );
}

/** What else happens, and to whom. */
function Along({ item }: ItemProps) {
  const t = useT();
  const lost = item.along.reduce((sum, { parts }) => sum + parts.length, 0);
  if (item.consequence === null && lost === 0) return null;
  const more = item.along.length - named;
  return (
    <Told title={item.consequence ?? t('confirm.delete.along', { n: lost })}>
      <ul className="flex flex-col gap-1">
        {item.along.slice(0, named).map((one) => (
          <li key={one.id}>
            <Named one={one} />
            <span className="ml-2 font-mono text-xs">{one.parts.slice(0, named).join(', ')}</span>
            {one.parts.length > named && <span className="ml-1 text-xs">{t('confirm.delete.more', { n: one.parts.length - named })}</span>}
          </li>
        ))}
        {more > 0 && <li>{t('confirm.delete.more', { n: more })}</li>}
      </ul>
    </Told>
  );
}

function Told({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  if (!useConfirmation().many) {
    return (
      <Notice meaning="warning" title={title}>
        {children}
      </Notice>
    );
  }
  return (
    <div className="text-muted">
      {title} {children}
    </div>
  );
}

interface StepStatusProps {
  readonly step: BatchStep | undefined;
  readonly blocked: boolean;
}

function StepStatus({ step, blocked }: StepStatusProps) {
  const t = useT();
  const { plain } = useConfirmation();
  if (blocked && !step) return <Status meaning="warning">{t(plain ? 'confirm.delete.stateBlocked' : 'confirm.run.stateBlocked')}</Status>;
  if (!step) return null;
  if (step.state === 'running') return <Spinner label={t(plain ? 'confirm.delete.stateDeleting' : 'confirm.run.stateRunning')} />;
  if (step.state === 'failed') return <Status meaning="danger">{t('confirm.delete.stateFailed')}</Status>;
  if (step.state === 'started') return <Status meaning="pending">{t('confirm.delete.stateStarted')}</Status>;
  return <Status meaning="good">{t(plain ? 'confirm.delete.stateDone' : 'confirm.run.stateDone')}</Status>;
}
