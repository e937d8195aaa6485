import { Download } from 'lucide-react';
import { useState } from 'react';
import { severities } from '../../../network/findings/severity.ts';
import { useT } from '../../i18n/index.ts';
import { AbsentRegions, Reading } from '../../network-model/reading.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Badge } from '../../ui/status.tsx';
import { downloadCsv, downloadJson } from './file.ts';
import { FindingsFilters } from './filters.tsx';
import { FindingItem } from './finding-item.tsx';
import { LookedAt } from './looked-at.tsx';
import { fits, isFiltered, useFindingsUrl } from './url.ts';
import { useFindings } from './use-findings.ts';
import { groupOf, severityMeaning } from './words.ts';

/** So many are drawn at first: more when they are asked for. */
const few = 100;

/** What is wrong with the networks of all accounts and regions. */
export function Findings() {
  const t = useT();
  const { network, model, report, groups } = useFindings();
  const { filter, open, put } = useFindingsUrl();
  const [most, setMost] = useState(few);
  const all = report?.findings ?? [];
  const shown = all.filter((one) => fits(filter, one, groupOf));
  const icon = <Download aria-hidden="true" className="size-4" />;
  return (
    <Page
      lead={t('findings.lead')}
      beside={<Reading network={network} />}
      actions={
        report && (
          <>
            <Button icon={icon} onClick={() => downloadCsv(t, shown)}>
              {t('findings.csv')}
            </Button>
            <Button icon={icon} onClick={() => downloadJson(shown)}>
              {t('findings.json')}
            </Button>
          </>
        )
      }
    >
      <AbsentRegions network={network} />
      {report === null ? (
        <>
          <p role="status" className="text-muted">
            {groups ? t('findings.rules', groups) : t('findings.working')}
          </p>
          <Loading />
        </>
      ) : (
        <>
          <p role="status" className="flex flex-wrap items-center gap-2">
            <span>
              {isFiltered(filter) ? t('findings.shown', { n: shown.length, total: all.length }) : t('findings.count', { n: all.length })}
            </span>
            {severities.map((severity) => {
              const n = shown.filter((one) => one.severity === severity).length;
              return (
                n > 0 && (
                  <Badge key={severity} meaning={severityMeaning[severity]}>
                    {`${t(`findings.severity.${severity}`)} ${n}`}
                  </Badge>
                )
              );
            })}
          </p>
          <FindingsFilters network={network} findings={all} filter={filter} put={put} />
          {shown.length === 0 ? (
            <EmptyState
              title={t(all.length === 0 ? 'findings.none' : 'findings.noneShown')}
              {...(all.length === 0 ? { body: t('findings.noneBody') } : {})}
            />
          ) : (
            <section aria-label={t('findings.title')} className="divide-y divide-line rounded-md border border-line bg-surface">
              {shown.slice(0, most).map((one) => (
                <FindingItem
                  key={one.id}
                  network={network}
                  model={model}
                  finding={one}
                  open={open === one.id}
                  onToggle={() => put({ open: open === one.id ? null : one.id })}
                />
              ))}
            </section>
          )}
          {shown.length > most && (
            <Button onClick={() => setMost(shown.length)}>{t('findings.moreSymptoms', { n: shown.length - most })}</Button>
          )}
          <LookedAt network={network} report={report} />
        </>
      )}
    </Page>
  );
}
