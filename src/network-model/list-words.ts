/** What the pages call a list of the network that was not read whole: of what, where, and whose. */
import { regionName } from '../../catalogue/regions.ts';
import type { GapReason, Reason } from '../../network/model/reasons.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { useConsole } from '../lib/scope.ts';
import { familyOfSource } from './sources.ts';
import type { UnreadList } from './unread-lists.ts';

type List = Omit<UnreadList, 'again'>;

/** "Elastic IPs in Guangzhou, account partner: RequestLimitExceeded". */
export function useListWords(): (list: List) => string {
  const t = useT();
  const language = useLanguage();
  const info = useConsole();
  return ({ kind, account, region, because }) => {
    const family = t(`family.${familyOfSource(kind)}`);
    const own = info?.accounts.filter(({ vendor }) => vendor === 'tencent') ?? [];
    // With one account its name says nothing.
    const name = own.length > 1 ? own.find(({ id, uin }) => account !== undefined && (uin ?? id) === account)?.name : undefined;
    if (region === undefined)
      return name === undefined
        ? t('reachability.list.everywhere', { family, because })
        : t('reachability.list.accountEverywhere', { family, account: name, because });
    const place = regionName(region, language);
    return name === undefined
      ? t('reachability.list.region', { family, region: place, because })
      : t('reachability.list.account', { family, region: place, account: name, because });
  };
}

/** The lists that reasons name, each once. */
export function listsIn(reasons: readonly (Reason | null)[]): GapReason[] {
  const lists = reasons.flatMap((reason): readonly GapReason[] =>
    reason?.code === 'not-known' ? [reason] : reason?.code === 'rule-not-resolved' ? reason.lists : [],
  );
  return lists.filter((list, at) => lists.findIndex((other) => JSON.stringify(other) === JSON.stringify(list)) === at);
}
