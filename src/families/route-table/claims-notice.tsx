/** Who has the addresses of new routes already, over every region and account, as the page of overlaps tells. */
import { useMemo } from 'react';
import type { ModelRoute } from '../../../network/model/model.ts';
import { claimsOnRoute } from '../../../network/routes/claims.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { ClaimsUnread, claimKinds, useClaimWords } from '../../network-model/claim-words.tsx';
import { useNetwork } from '../../network-model/use-network.ts';
import { Notice } from '../../ui/status.tsx';

const few = 5;

const isOfCcn = ({ type }: ModelRoute): boolean => type === 'CCN' || type === 'USER_CCN';

/** A warning, no refusal; and what could not be read. */
export function ClaimsNotice({ vpc, routes }: { readonly vpc: string; readonly routes: readonly ModelRoute[] }) {
  const t = useT();
  const formats = useFormats();
  // Whether a new route leads into a CCN's own VPCs is told by the CCN alone.
  const network = useNetwork(claimKinds, routes.some(isOfCcn));
  const nameOf = useClaimWords(network);
  const { model } = network;
  const met = useMemo(
    () => routes.map((route) => ({ route, claims: claimsOnRoute(model, vpc, route) })).filter(({ claims }) => claims.length > 0),
    [model, vpc, routes],
  );
  return (
    <>
      {met.map(({ route, claims }) => (
        <Notice key={`${route.destination} ${route.gateway}`} meaning="warning" title={t('routeTable.form.claimedTitle')}>
          {t('routeTable.form.claimed', {
            destination: route.destination,
            names: formats.list([...new Set(claims.map(nameOf))].slice(0, few)),
          })}
        </Notice>
      ))}
      <ClaimsUnread network={network} />
    </>
  );
}
