/** The way of an elastic IP that is bound to a NAT gateway. */
import { useMemo } from 'react';
import type { Address } from '../../../catalogue/families/eip/index.ts';
import type { ModelKind, NetworkModel } from '../../../network/model/model.ts';
import { natLeads } from '../../../network/routes/leads.ts';
import { useT } from '../../i18n/index.ts';
import { RefLink } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { modelOfLists } from '../../network-model/model-of-lists.ts';
import { useScopedLists } from '../../network-model/use-scoped-lists.ts';
import { Skeleton } from '../../ui/spinner.tsx';
import { Steps } from './path.tsx';

const behindGateway = ['natGateways', 'vpcs', 'subnets', 'routeTables'] as const;

/** The chain ends at the gateway, its VPC and the subnets that route to it: no interface of theirs is reached from outside. */
export function ThroughGateway({ row, gateway }: { readonly row: Address; readonly gateway: string }) {
  const t = useT();
  const { model, complete } = useScopeModel(behindGateway);
  const leads = useMemo(() => natLeads(model, gateway), [model, gateway]);
  const vpc = leads.vpc;
  return (
    <>
      <Steps row={row} nic={undefined} vpc={vpc} />
      {!complete && <Skeleton className="mt-2 w-full" />}
      {complete && leads.subnets.length > 0 && (
        <p className="mt-2 flex flex-wrap items-baseline gap-x-2">
          <span className="text-muted">{t('eip.path.subnets', { n: leads.subnets.length })}</span>
          {leads.subnets.map((id) => (
            <RefLink key={id} family="subnet" id={id} />
          ))}
        </p>
      )}
      {complete && leads.subnets.length === 0 && leads.unsure === null && <p className="mt-2">{t('eip.path.noSubnets')}</p>}
      {complete && leads.unsure !== null && <p className="mt-2 text-muted">{t('eip.path.subnetsNotKnown')}</p>}
    </>
  );
}

/** The network of this page's account and region alone. Keep `kinds` stable. */
function useScopeModel(kinds: readonly ModelKind[]): { readonly model: NetworkModel; readonly complete: boolean } {
  const t = useT();
  const scope = useScope();
  const scopes = useMemo(() => [scope], [scope]);
  const { lists, complete } = useScopedLists(scopes, kinds);
  return useMemo(
    () => ({ model: modelOfLists(lists, { reading: t('ui.loading'), partial: t('kit.inconsistent') }), complete }),
    [lists, complete, t],
  );
}
