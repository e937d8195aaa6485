import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FamilyRef } from '../../../catalogue/define.ts';
import { useT } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { paths, segments } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Notice, Status } from '../../ui/status.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { useFamily } from '../words.ts';
import type { Blocker, Loser } from './blockers.ts';
import type { BatchStep } from './run.ts';

export interface ConfirmRow {
  readonly row: AnyRow;
  readonly id: string;
  readonly name: string;
  /** It went away while the question was open. */
  readonly vanished: boolean;
  readonly disabledReason: string | null;
  readonly consequence: string | null;
  readonly blockers: readonly Blocker[];
  /** What loses something with it. */
  readonly along: readonly Loser[];
  readonly step: BatchStep | undefined;
}

interface ConfirmItemProps {
  readonly family: FamilyRef;
  readonly item: ConfirmRow;
  readonly many: boolean;
  /** It is about deleting: the states are named so. */
  readonly deleting: boolean;
  /** A link to a blocker leads away: the question is withdrawn. */
  readonly onLeave: () => void;
}

/** Blockers named before "and n more". */
const named = 8;

export function ConfirmItem({ family, item, many, deleting, onLeave }: ConfirmItemProps) {
  const t = useT();
  const scope = useScope();
  const { text } = useFamily(family);
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
          <StepStatus step={item.step} blocked={many && blocked} deleting={deleting} />
        </span>
      </p>
      {item.vanished && !many && <Told many={many} title={t('kit.gone', { what: text.one, id: item.id })} />}
      {blocked && item.blockers.length > 0 && (
        <Told many={many} title={t('kit.delete.blockedBy', { n: item.blockers.length })}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {item.blockers.slice(0, named).map((blocker) => (
              <li key={blocker.id}>
                <Named one={blocker} onLeave={onLeave} />
              </li>
            ))}
            {more > 0 && (
              <li>
                {first ? (
                  <Link to={paths.detail(family, item.id, scope, segments[first])} onClick={onLeave} className={linkClass}>
                    {t('kit.delete.more', { n: more })}
                  </Link>
                ) : (
                  t('kit.delete.more', { n: more })
                )}
              </li>
            )}
          </ul>
        </Told>
      )}
      {blocked && item.disabledReason && <Told many={many} title={item.disabledReason} />}
      {!blocked && !item.vanished && !item.step && <Along item={item} many={many} onLeave={onLeave} />}
      {item.step?.error && (
        <ErrorPlace
          live
          error={item.step.error}
          title={t(deleting ? 'kit.delete.failedOne' : 'kit.run.failedOne', { name: item.name || item.id })}
        />
      )}
    </li>
  );
}

function Named({ one, onLeave }: { readonly one: Blocker; readonly onLeave: () => void }) {
  const scope = useScope();
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
      <Link to={paths.detail(one.family, one.id, there)} onClick={onLeave} className={linkClass}>
        <bdi>{one.name || one.id}</bdi>
      </Link>
      {one.name && <span className="ml-1.5 font-mono text-muted text-xs">{one.id}</span>}
      {there.region !== scope.region && <span className="ml-1.5 text-muted text-xs">{there.region}</span>}
    </>
  );
}

/** What else happens, and to whom. */
function Along({ item, many, onLeave }: Pick<ConfirmItemProps, 'item' | 'many' | 'onLeave'>) {
  const t = useT();
  const lost = item.along.reduce((sum, { parts }) => sum + parts.length, 0);
  if (item.consequence === null && lost === 0) return null;
  const more = item.along.length - named;
  return (
    <Told many={many} title={item.consequence ?? t('kit.delete.along', { n: lost })}>
      <ul className="flex flex-col gap-1">
        {item.along.slice(0, named).map((one) => (
          <li key={one.id}>
            <Named one={one} onLeave={onLeave} />
            <span className="ml-2 font-mono text-xs">{one.parts.slice(0, named).join(', ')}</span>
            {one.parts.length > named && <span className="ml-1 text-xs">{t('kit.delete.more', { n: one.parts.length - named })}</span>}
          </li>
        ))}
        {more > 0 && <li>{t('kit.delete.more', { n: more })}</li>}
      </ul>
    </Told>
  );
}

function Told({ many, title, children }: { readonly many: boolean; readonly title: string; readonly children?: ReactNode }) {
  if (!many) {
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
  readonly deleting: boolean;
}

function StepStatus({ step, blocked, deleting }: StepStatusProps) {
  const t = useT();
  if (blocked && !step) return <Status meaning="warning">{t(deleting ? 'kit.delete.stateBlocked' : 'kit.run.stateBlocked')}</Status>;
  if (!step) return null;
  if (step.state === 'running') return <Spinner label={t(deleting ? 'kit.delete.stateDeleting' : 'kit.run.stateRunning')} />;
  if (step.state === 'failed') return <Status meaning="danger">{t('kit.delete.stateFailed')}</Status>;
  if (step.state === 'started') return <Status meaning="pending">{t('kit.delete.stateStarted')}</Status>;
  return <Status meaning="good">{t(deleting ? 'kit.delete.stateDone' : 'kit.run.stateDone')}</Status>;
}
