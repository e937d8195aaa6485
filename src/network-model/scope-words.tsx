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
  const scope = network.known.get(id)?.scope;
  if (!scope) return null;
  const account = scope.account === undefined ? undefined : info?.accounts.find((one) => one.id === scope.account)?.name;
  return (
    <span className={cx('whitespace-nowrap text-muted', small && 'text-xs')}>
      {regionName(scope.region, language)}
      {account && <bdi> · {account}</bdi>}
    </span>
  );
}
