import { regions } from '../../../catalogue/regions.ts';
import { useLanguage } from '../../i18n/index.ts';
import { useConsole } from '../../lib/place.ts';
import type { Network } from '../../network-model/use-network.ts';

/** The region of a thing, and its account where it is not the first one's. */
export function Where({ network, id }: { readonly network: Pick<Network, 'known'>; readonly id: string }) {
  const language = useLanguage();
  const info = useConsole();
  const site = network.known.get(id)?.site;
  if (!site) return null;
  const account = site.account === undefined ? undefined : info?.accounts.find((one) => one.id === site.account)?.name;
  return (
    <span className="whitespace-nowrap text-muted">
      {regions[site.region].name[language]}
      {account && <bdi> · {account}</bdi>}
    </span>
  );
}
