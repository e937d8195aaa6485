import { regionName } from '../../../catalogue/regions.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { Page } from '../../ui/page.tsx';
import { AttentionCard } from './attention-card.tsx';
import { CloudCard } from './cloud-card.tsx';
import { DraftsCard } from './drafts-card.tsx';
import { FirstSteps } from './first-steps.tsx';
import { RegionTable } from './region-table.tsx';
import { type RegionState, useCloud } from './use-cloud.ts';

/** The first page: what this cloud is, how much stands where, and what needs a look. */
export function Overview() {
  const t = useT();
  const language = useLanguage();
  const { account, region } = useScope();
  const cloud = useCloud(account);
  const namesOf = (which: (state: RegionState) => boolean): string[] =>
    cloud.regions.filter(which).map((state) => regionName(state.region, language));
  const loading = cloud.regions.some((state) => state.loading);
  return (
    <Page title={t('page.overview')}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <RegionTable account={account} region={region} regions={cloud.regions} onRefresh={cloud.refresh} />
          <AttentionCard
            account={account}
            attention={cloud.attention}
            unknown={namesOf(({ error }) => error !== null)}
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
