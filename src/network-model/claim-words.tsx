/** Who has addresses already, in words: a VPC, the remote side of a tunnel, or what a route table leads to. */
import { regionName } from '../../catalogue/regions.ts';
import { type Claim, claimsNotRead } from '../../network/routes/claims.ts';
import { useFormats, useLanguage, useT } from '../i18n/index.ts';
import { useListWords } from './list-words.ts';
import type { SourceKind } from './sources.ts';
import { calledIn } from './thing.tsx';
import type { Network } from './use-network.ts';

/** The lists that tell who has addresses, besides the VPCs. */
export const claimKinds: readonly SourceKind[] = ['routeTables', 'vpnGateways', 'vpnConnections', 'peerings'];

/** "the remote side of the tunnel office (10.2.0.0/16) in Guangzhou". */
export function useClaimWords({ known }: Pick<Network, 'known'>): (claim: Claim) => string {
  const t = useT();
  const language = useLanguage();
  return ({ kind, id, vpc, cidr }) => {
    const region = known.get(id)?.scope.region ?? known.get(vpc ?? '')?.scope.region;
    const name = t(`vpc.claim.${kind}`, { name: calledIn({ known }, id), cidr });
    return region === undefined ? name : t('vpc.claimIn', { name, region: regionName(region, language) });
  };
}

/** Whether everything has been looked at, and what could not be read. */
export function ClaimsUnread({ network }: { readonly network: Network }) {
  const t = useT();
  const formats = useFormats();
  const listWords = useListWords();
  const { model, complete } = network;
  const unread = complete ? claimsNotRead(model) : [];
  if (!complete) return <p className="text-muted text-xs">{t('vpc.looking')}</p>;
  if (unread.length === 0) return null;
  return <p className="text-muted text-xs">{t('vpc.notRead', { lists: formats.list([...new Set(unread.map(listWords))]) })}</p>;
}
