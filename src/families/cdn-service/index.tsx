import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ActionForm } from '../../kit/form/action-form.tsx';
import { type AccountInfo, ScopeContext, useConsole, useScope } from '../../lib/scope.ts';
import { Select } from '../../ui/choice.tsx';
import { Code } from '../../ui/copy.tsx';
import { Field } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Card } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';

/** One action of Alibaba Cloud, once for an account: it needs an account of that cloud. */
export function Pages() {
  const t = useT();
  const info = useConsole();
  // The simulated cloud takes its own accounts for either vendor's.
  const accounts = (info?.accounts ?? []).filter(({ vendor }) => info?.mode === 'demo' || vendor === 'alibaba');
  return <Page lead={t('cdnService.lead')}>{info && (accounts.length > 0 ? <Open accounts={accounts} /> : <Missing />)}</Page>;
}

const variables = ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'] as const;

function Missing() {
  const t = useT();
  return (
    <Notice meaning="warning" title={t('cdnService.noAccount')}>
      <p>{t('cdnService.noAccountBody')}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {variables.map((name) => (
          <li key={name}>
            <Code copy>{name}</Code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Open({ accounts }: { readonly accounts: readonly AccountInfo[] }) {
  const t = useT();
  const info = useConsole();
  const scope = useScope();
  const here = scope.account ?? info?.defaultAccount;
  const [chosen, setChosen] = useState(accounts.some(({ id }) => id === here) ? here : accounts[0]?.id);
  const account = accounts.find(({ id }) => id === chosen);
  return (
    <>
      <Card title={t('cdnService.account')}>
        <div className="max-w-2xl">
          <Field required label={t('cdnService.account')} help={t('cdnService.accountHelp')}>
            {(ids) => (
              <Select
                {...ids}
                value={chosen ?? ''}
                onChange={setChosen}
                options={accounts.map(({ id, name, uin }) => ({ value: id, label: name, detail: uin ?? undefined }))}
              />
            )}
          </Field>
        </div>
      </Card>
      <ScopeContext value={{ ...scope, account: chosen === info?.defaultAccount ? undefined : chosen }}>
        <ActionForm
          key={chosen}
          family="cdn-service"
          operation="open"
          note={() => <Notice meaning="warning" title={t('cdnService.costs')} />}
          outcome={({ requestId }) => (
            <Notice meaning="good" title={t('cdnService.done', { account: account?.name ?? '' })}>
              {requestId && (
                <p>
                  RequestId <Code copy>{requestId}</Code>
                </p>
              )}
            </Notice>
          )}
        />
      </ScopeContext>
    </>
  );
}
