import { useT } from '../../i18n/index.ts';
import { UnreadItems } from '../../network-model/reading.tsx';
import { unreadLists } from '../../network-model/unread-lists.ts';
import type { Network } from '../../network-model/use-network.ts';
import type { EstateSpeech } from './words.ts';

interface UnreadLanesProps {
  readonly network: Pick<Network, 'model' | 'refused' | 'complete' | 'refreshing' | 'refresh'>;
  readonly speech: Pick<EstateSpeech, 'account'>;
}

/** A lane for each account of which a list could not be read whole: which, why, and the way to ask for it again. */
export function UnreadLanes({ network, speech }: UnreadLanesProps) {
  const t = useT();
  const all = unreadLists(network);
  const accounts = [...new Set(all.map(({ account }) => account ?? ''))].sort();
  return accounts.map((account) => {
    const name = account === '' ? t('reachability.notReadTitle') : speech.account(account);
    const lists = all.filter((list) => (list.account ?? '') === account);
    return (
      <section
        key={account}
        aria-label={name}
        className="flex flex-wrap items-start gap-x-3 gap-y-1 rounded-md border border-warning border-dashed bg-surface px-3 py-1.5"
      >
        <h2 className="text-base">{name}</h2>
        <UnreadItems lists={lists} network={network} />
      </section>
    );
  });
}
