import { regions } from '../../../catalogue/regions.ts';
import { useLanguage } from '../../i18n/index.ts';
import { useConsole } from '../../lib/place.ts';
import type { Network } from '../../network-model/use-network.ts';

/** The region of a VPC, and its account where that is not the default one. */
export function SiteWords({ network, id }: { readonly network: Network; readonly id: string }) {
  const language = useLanguage();
  const info = useConsole();
  const site = network.known.get(id)?.site;
  if (!site) return null;
  const account = site.account === undefined ? undefined : info?.accounts.find((one) => one.id === site.account)?.name;
  return (
    <span className="whitespace-nowrap text-muted text-xs">
      {regions[site.region].name[language]}
      {account && <bdi> · {account}</bdi>}
    </span>
  );
}
