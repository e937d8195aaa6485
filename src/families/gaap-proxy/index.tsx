import type { WriteResult } from '../../api/mutate.ts';
import { useT } from '../../i18n/index.ts';
import { ActionForm } from '../../kit/form/action-form.tsx';
import { IdsControl } from '../../kit/form/ids-control.tsx';
import { type ItemOutcome, OutcomeList } from '../../kit/outcome-list.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice } from '../../ui/status.tsx';

export type ProxyOutcome = 'begun' | 'not-closed' | 'failed';

/** What came of each proxy: the answer names only those that were not opened. */
export function outcomesOf(asked: readonly string[], data: WriteResult['data']): { readonly id: string; readonly outcome: ProxyOutcome }[] {
  const named = (field: string): ReadonlySet<unknown> => new Set(Array.isArray(data[field]) ? data[field] : []);
  const notClosed = named('InvalidStatusInstanceSet');
  const failed = named('OperationFailedInstanceSet');
  return asked.map((id) => ({ id, outcome: failed.has(id) ? 'failed' : notClosed.has(id) ? 'not-closed' : 'begun' }));
}

/** Under either name of the parameter, each once. */
const idsIn = (...lists: readonly unknown[]): string[] => [
  ...new Set(lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : []))),
];

/** One action on acceleration proxies. Nothing in the documents lists proxies, so their ids are typed. */
export function Pages() {
  const t = useT();
  return (
    <Page lead={t('gaapProxy.lead')}>
      <ActionForm
        family="gaap-proxy"
        operation="open"
        fields={['ProxyIds', 'InstanceIds', 'ClientToken']}
        components={{ ProxyIds: IdsControl, InstanceIds: IdsControl }}
        note={() => <Notice meaning="warning" title={t('gaapProxy.costs')} />}
        outcome={({ data }, { ProxyIds, InstanceIds }) => <Results asked={idsIn(ProxyIds, InstanceIds)} data={data} />}
      />
    </Page>
  );
}

function Results({ asked, data }: { readonly asked: readonly string[]; readonly data: WriteResult['data'] }) {
  const t = useT();
  const drawn: Readonly<Record<ProxyOutcome, Omit<ItemOutcome, 'id'>>> = {
    begun: { meaning: 'pending', state: t('gaapProxy.begun'), words: t('gaapProxy.begunWords') },
    'not-closed': { meaning: 'warning', state: t('gaapProxy.notClosed'), words: t('gaapProxy.notClosedWords') },
    failed: { meaning: 'danger', state: t('gaapProxy.failed'), words: t('gaapProxy.failedWords') },
  };
  return (
    <OutcomeList label={t('gaapProxy.results')} items={outcomesOf(asked, data).map(({ id, outcome }) => ({ id, ...drawn[outcome] }))} />
  );
}
