/** What the pages of networks show of CCNs, which only accounts of today have: brought where it is shown, with its words. */
import { withTexts } from '../i18n/index.ts';
import type { FurtherReference } from '../kit/detail/references.tsx';
import { part } from '../lib/part.tsx';
import { useDialect } from '../lib/scope.ts';
import type { NetworkInCcns } from './ccns-of-network.tsx';

const Shown = part(async () => (await withTexts(import('./ccns-of-network.tsx'), 'ccn')).CcnsOfNetwork);
const Referrers = part(async () => (await withTexts(import('./ccns-of-network.tsx'), 'ccn')).CcnReferrers);

export function InCcns(props: NetworkInCcns) {
  return useDialect() === 'today' ? <Shown {...props} /> : null;
}

/** Undefined for accounts that have no CCNs. */
export function useCcnReferrers(id: string): FurtherReference | undefined {
  return useDialect() === 'today' ? { family: 'ccn', content: <Referrers id={id} /> } : undefined;
}
