/** Whether anything leads to a gateway, beside its state: one that runs and that no live route names carries nothing. */
import { useMemo } from 'react';
import type { RowOf, StateFieldOf } from '../../catalogue/row-of.ts';
import { valueText } from '../../catalogue/text/shape.ts';
import type { ModelKind } from '../../network/model/model.ts';
import type { GatewayLeads } from '../../network/routes/leads.ts';
import { type GatewayQuery, leadsInRows, unreadIn } from '../../network/routes/leads-of-lists.ts';
import { useT } from '../i18n/index.ts';
import { useFamily } from '../kit/words.ts';
import { operation } from '../lib/family.ts';
import { useScope } from '../lib/scope.ts';
import { type Meaning, Status } from '../ui/status.tsx';
import { useScopedLists } from './use-scoped-lists.ts';

type LeadStatus = GatewayLeads['leads'] | 'checking';

export interface LeadTargets {
  readonly leads: LeadStatus;
  readonly live: number;
  readonly lost: number;
  readonly unsure: GatewayLeads['unsure'];
}

type LeadsOf = (gateway: GatewayQuery) => LeadTargets;

type GatewayFamily = 'nat-gateway' | 'vpn-gateway' | 'vpn-connection' | 'direct-connect-gateway';

/** What routes to each sort of gateway are judged by. */
const kinds: Readonly<Record<GatewayFamily, readonly ModelKind[]>> = {
  'nat-gateway': ['vpcs', 'routeTables'],
  'vpn-gateway': ['vpcs', 'routeTables', 'vpnConnections'],
  'vpn-connection': ['vpcs', 'routeTables', 'vpnConnections'],
  'direct-connect-gateway': ['vpcs', 'routeTables'],
};

/** Which routes lead to gateways of this page's account and region. */
export function useLeads(family: GatewayFamily): LeadsOf {
  const t = useT();
  const scope = useScope();
  const scopes = useMemo(() => [scope], [scope]);
  const { lists, complete } = useScopedLists(scopes, kinds[family]);
  return useMemo((): LeadsOf => {
    const unread = unreadIn(lists, kinds[family], t('ui.loading'));
    return (asked) => {
      const found = leadsInRows(lists, asked, unread);
      return found.leads === 'unknown' && !complete ? { ...found, leads: 'checking' } : found;
    };
  }, [lists, complete, family, t]);
}

const meanings: Readonly<Record<Exclude<LeadStatus, 'led'>, Meaning>> = {
  lost: 'warning',
  nothing: 'warning',
  unknown: 'neutral',
  checking: 'neutral',
};

/** The words of a state, and what of routes goes with it: only a healthy state is told by its routes. */
export function useLedWords<F extends GatewayFamily, K extends StateFieldOf<F>>(
  family: F,
  field: K,
): (state: RowOf<F>[K], leads: LeadStatus) => string {
  const t = useT();
  const { text, module } = useFamily(family);
  return useMemo(() => {
    const list = operation<string>(module, 'list')?.name ?? '';
    const states = module.data.states?.[field];
    return (state, leads) => {
      const words = valueText(text, list, field as string, String(state));
      return states?.[String(state)] !== 'good' || leads === 'led' ? words : t(`kit.leads.${leads}`, { state: words });
    };
  }, [t, text, module, field]);
}

/** A state with its leads as the page's address has it, in any language; `useLedFacet` has its words. */
export const ledCode = (state: unknown, leads: LeadStatus): string => (leads === 'led' ? String(state) : `${String(state)}.${leads}`);

/** The words of a code. */
export function useLedFacet<F extends GatewayFamily, K extends StateFieldOf<F>>(family: F, field: K): (code: string) => string {
  const words = useLedWords(family, field);
  return useMemo(
    () => (code) => {
      const [state = '', leads = 'led'] = code.split('.');
      // Only `ledCode` makes codes.
      return words(state as RowOf<F>[K], leads as LeadStatus);
    },
    [words],
  );
}

interface LedStateProps<F extends GatewayFamily, K extends StateFieldOf<F>> {
  readonly family: F;
  readonly field: K;
  readonly state: RowOf<F>[K];
  readonly leads: LeadStatus;
}

/** A state as `FieldValue` shows it, but never healthy for what nothing leads to. */
export function LedState<F extends GatewayFamily, K extends StateFieldOf<F>>({ family, field, state, leads }: LedStateProps<F, K>) {
  const { module } = useFamily(family);
  const words = useLedWords(family, field)(state, leads);
  const own = module.data.states?.[field]?.[String(state)] ?? 'neutral';
  return <Status meaning={own === 'good' && leads !== 'led' ? meanings[leads] : own}>{words}</Status>;
}

/** For gateways that tell no state: whether routes lead to them is all there is. */
export function LedOnly({ leads }: { readonly leads: LeadStatus }) {
  const t = useT();
  return <Status meaning={leads === 'led' ? 'good' : meanings[leads]}>{t(`kit.leadsOnly.${leads}`)}</Status>;
}
