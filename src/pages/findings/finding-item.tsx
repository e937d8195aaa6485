/** One finding: its sentence and cause in a line; below, once opened, all that is known of it. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NetworkFinding, Symptom } from '../../../network/findings/finding.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { useListWords } from '../../network-model/list-words.ts';
import { Why } from '../../network-model/paths/hop-words.tsx';
import { ScopeWords } from '../../network-model/scope-words.tsx';
import { familyOfSource } from '../../network-model/sources.ts';
import { scopeOf, Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Badge } from '../../ui/status.tsx';
import { EvidenceList } from './evidence.tsx';
import { mendingPage } from './mending-page.ts';
import { fixOf, sentenceOf, severityMeaning, whyOf } from './words.ts';

interface FindingItemProps {
  readonly network: Network;
  readonly model: NetworkModel;
  readonly finding: NetworkFinding;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function FindingItem({ network, model, finding, open, onToggle }: FindingItemProps) {
  const t = useT();
  const { severity } = finding;
  const [cause] = finding.causes;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <article aria-label={sentenceOf(t, finding)} className="px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="w-24 shrink-0">
          <Badge meaning={severityMeaning[severity]}>{t(`findings.severity.${severity}`)}</Badge>
        </span>
        <span className="min-w-0 flex-1 basis-72">
          <button
            type="button"
            aria-expanded={open}
            className="inline-flex min-h-6 max-w-full items-start gap-1.5 text-start hover:underline"
            onClick={onToggle}
          >
            <Chevron aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
            <span className="min-w-0 break-words font-medium">{sentenceOf(t, finding)}</span>
          </button>
        </span>
        <span className="min-w-0">
          {cause.of !== 'securityGroups' || cause.id !== '' ? <CauseWords network={network} finding={finding} /> : null}
        </span>
      </div>
      {open && <Details network={network} model={model} finding={finding} />}
    </article>
  );
}

/** What would have to be changed, and where it stands; of a list, which one. */
function CauseWords({ network, finding }: Pick<FindingItemProps, 'network' | 'finding'>) {
  const listWords = useListWords();
  const [cause] = finding.causes;
  if (finding.kind === 'could-not-read') {
    const { account, region, because } = finding.parameters;
    const place = { ...(account ? { account: String(account) } : {}), ...(region ? { region: String(region) } : {}) };
    return <span className="text-muted">{listWords({ kind: cause.of, ...place, because: String(because) })}</span>;
  }
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {finding.causes.map(({ of, id }) => (
        <Thing key={id} network={network} id={id} family={familyOfSource(of)} />
      ))}
      <ScopeWords network={network} id={cause.id} small />
    </span>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h2 className="text-muted text-xs">{title}</h2>
      {children}
    </div>
  );
}

function Details({ network, model, finding }: Omit<FindingItemProps, 'open' | 'onToggle'>) {
  const t = useT();
  const here = useScope();
  const form = mendingPage(finding, model, (id) => scopeOf(network, id, here));
  const { base, moves, evidence, symptoms, fix } = finding;
  const steps = [{ because: 'base' as const, to: base }, ...moves];
  return (
    <div className="mt-2 mb-1 flex flex-col gap-3 md:ps-6">
      <Part title={t('findings.why')}>
        <p>{whyOf(t, finding)}</p>
      </Part>
      {evidence.length > 0 && (
        <Part title={t('findings.evidence')}>
          <EvidenceList network={network} evidence={evidence} />
        </Part>
      )}
      {symptoms.length > 0 && (
        <Part title={t('findings.symptoms', { n: symptoms.length })}>
          <Symptoms network={network} symptoms={symptoms} />
        </Part>
      )}
      <Part title={t('findings.severityWhy')}>
        <p>
          {steps
            .map(({ because, to }) =>
              t('findings.move', { severity: t(`findings.severity.${to}`), because: t(`findings.because.${because}`) }),
            )
            .join(' → ')}
        </p>
      </Part>
      <Part title={t('findings.fix')}>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="min-w-0 flex-1 basis-72">{fixOf(t, finding)}</span>
          {form !== null && (
            <Link to={form} className={buttonClass('secondary', 'sm')}>
              {t(`findings.do.${fix.code}`)}
            </Link>
          )}
          {fix.code === 'read-again' && (
            <Button size="sm" pending={network.refreshing} onClick={network.refresh}>
              {t('findings.do.read-again')}
            </Button>
          )}
        </p>
      </Part>
    </div>
  );
}

const few = 12;

function Symptoms({ network, symptoms }: { readonly network: Network; readonly symptoms: readonly Symptom[] }) {
  const t = useT();
  return (
    <ul className="flex flex-col gap-1">
      {symptoms.slice(0, few).map(({ thing, what, reason }) => (
        <li key={`${thing.id} ${what}`} className="min-w-0 break-words">
          <Thing network={network} id={thing.id} family={familyOfSource(thing.of)} /> {what && <Code muted>{what}</Code>}{' '}
          {reason && (
            <span className="text-muted">
              <Why network={network} reason={reason} />
            </span>
          )}
        </li>
      ))}
      {symptoms.length > few && <li className="text-muted">{t('findings.moreSymptoms', { n: symptoms.length - few })}</li>}
    </ul>
  );
}
