import { Link } from 'react-router';
import { regionName } from '../../../catalogue/regions.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { pathOfDraft, useDrafts } from '../../lib/drafts.ts';
import { useConsole, useScope } from '../../lib/scope.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Page } from '../../ui/page.tsx';
import { Card, KeyValue } from '../../ui/parts.tsx';
import { FindingsCard } from './findings-card.tsx';
import { FirstSteps } from './first-steps.tsx';
import { RegionTable } from './region-table.tsx';
import { type RegionState, useCloud } from './use-cloud.ts';

/** The first page: what this cloud is, how much stands where, and what needs a look. */
export function Overview() {
  const language = useLanguage();
  const { account, region } = useScope();
  const cloud = useCloud(account);
  const namesOf = (which: (state: RegionState) => boolean): string[] =>
    cloud.regions.filter(which).map((state) => regionName(state.region, language));
  const loading = cloud.regions.some((state) => state.loading);
  return (
    <Page>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <RegionTable account={account} region={region} regions={cloud.regions} onRefresh={cloud.refresh} />
          <FindingsCard
            account={account}
            findings={cloud.findings}
            unknown={namesOf(({ error }) => error !== null)}
            partly={namesOf(({ unread }) => unread.vpcs + unread.subnets > 0)}
            withoutQuotas={namesOf(({ limitsFailed }) => limitsFailed)}
            loading={loading}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DraftsCard />
          <CloudCard />
          <FirstSteps />
        </div>
      </div>
    </Page>
  );
}

/** Which cloud and which account everything on these pages is about. */
function CloudCard() {
  const t = useT();
  const info = useConsole();
  const { account } = useScope();
  if (!info) return null;
  const current = info.accounts.find((item) => item.id === (account ?? info.defaultAccount));
  const demo = info.mode === 'demo';
  return (
    <Card title={t('overview.cloud')}>
      <p className="mb-2">{demo ? t('overview.cloudDemo') : t('overview.cloudReal')}</p>
      <KeyValue
        columns={1}
        items={[
          { key: 'account', label: t('shell.account'), value: current?.name ?? account },
          { key: 'uin', label: 'UIN', value: current?.uin ? <Code copy>{current.uin}</Code> : t('overview.uinUnknown') },
          ...(info.endpoints.vpc ? [{ key: 'endpoint', label: t('overview.endpoint'), value: <Code>{info.endpoints.vpc}</Code> }] : []),
          { key: 'version', label: 'Weft', value: info.version },
        ]}
      />
    </Card>
  );
}

/** Work that was begun in this browser and never applied. */
function DraftsCard() {
  const t = useT();
  const language = useLanguage();
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  return (
    <Card title={t('overview.drafts')}>
      <ul className="flex flex-col gap-1">
        {drafts.map((draft) => (
          <li key={`${draft.account ?? ''} ${draft.region} ${draft.id}`} className="flex flex-wrap gap-x-3">
            <Link to={pathOfDraft(draft) ?? '/'} className={linkClass}>
              <bdi>{draft.name}</bdi>
            </Link>
            <span className="text-muted">{[regionName(draft.region, language), draft.account].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
