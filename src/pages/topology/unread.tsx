import { RefusedLists } from '../../network-model/reading.tsx';
import type { Network } from '../../network-model/use-network.ts';
import type { EstateSpeech } from './words.ts';

interface UnreadLanesProps {
  readonly network: Pick<Network, 'refused' | 'refreshing'>;
  readonly speech: Pick<EstateSpeech, 'account'>;
}

/** A lane for each account of which a list could not be read: which, why, and the way to ask for it again. */
export function UnreadLanes({ network, speech }: UnreadLanesProps) {
  const accounts = [...new Set(network.refused.map(({ scope }) => scope.owner))].sort();
  return accounts.map((account) => {
    const lists = network.refused.filter(({ scope }) => scope.owner === account);
    return (
      <section
        key={account}
        aria-label={speech.account(account)}
        className="flex flex-wrap items-start gap-x-3 gap-y-1 rounded-md border border-warning border-dashed bg-surface px-3 py-1.5"
      >
        <h2 className="text-base">{speech.account(account)}</h2>
        <RefusedLists refused={lists} refreshing={network.refreshing} />
      </section>
    );
  });
}
