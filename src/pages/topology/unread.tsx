import { regionName } from '../../../catalogue/regions.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { familyOfSource } from '../../network-model/sources.ts';
import type { Network } from '../../network-model/use-network.ts';
import { Button } from '../../ui/button.tsx';
import type { EstateSpeech } from './words.ts';

interface UnreadLanesProps {
  readonly network: Pick<Network, 'refused' | 'refreshing'>;
  readonly speech: Pick<EstateSpeech, 'account'>;
}

/** A lane for each account of which a list could not be read: which, why, and the way to ask for it again. */
export function UnreadLanes({ network, speech }: UnreadLanesProps) {
  const t = useT();
  const language = useLanguage();
  const accounts = [...new Set(network.refused.map(({ site }) => site.owner))].sort();
  return accounts.map((account) => {
    const lists = network.refused.filter(({ site }) => site.owner === account);
    return (
      <section
        key={account}
        aria-label={speech.account(account)}
        className="flex flex-wrap items-start justify-between gap-3 rounded-md border border-warning border-dashed bg-surface p-3"
      >
        <div className="min-w-0">
          <h2 className="text-base">
            {speech.account(account)} <span className="font-normal text-warning">{t('topology.unread')}</span>
          </h2>
          <ul className="text-muted">
            {lists.map(({ site, kind, code }) => (
              <li key={`${site.region} ${kind}`}>
                {t('reachability.refusedOne', {
                  kind: t(`family.${familyOfSource(kind)}`),
                  region: regionName(site.region, language),
                  code,
                })}
              </li>
            ))}
          </ul>
        </div>
        <Button
          size="sm"
          pending={network.refreshing}
          onClick={() => {
            for (const { again } of lists) again();
          }}
        >
          {t('topology.tryAgain')}
        </Button>
      </section>
    );
  });
}
