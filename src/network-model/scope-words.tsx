import { regionName } from '../../catalogue/regions.ts';
import { useLanguage } from '../i18n/index.ts';
import { useConsole } from '../lib/scope.ts';
import { cx } from '../ui/cx.ts';
import type { Network } from './use-network.ts';

interface ScopeWordsProps {
  readonly network: Pick<Network, 'known'>;
  readonly id: string;
  readonly small?: boolean;
}

/** The region of a thing of the network, and its account where that is not the default one. */
export function ScopeWords({ network, id, small = false }: ScopeWordsProps) {
  const language = useLanguage();
  const info = useConsole();
  const site = network.known.get(id)?.site;
  if (!site) return null;
  const account = site.account === undefined ? undefined : info?.accounts.find((one) => one.id === site.account)?.name;
  return (
    <span className={cx('whitespace-nowrap text-muted', small && 'text-xs')}>
      {regionName(site.region, language)}
      {account && <bdi> · {account}</bdi>}
    </span>
  );
}
