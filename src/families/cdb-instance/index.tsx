import { Suspense } from 'react';
import type { ResultOf } from '../../../catalogue/index.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { ActionForm } from '../../kit/form/action-form.tsx';
import { IdsControl } from '../../kit/form/ids-control.tsx';
import { OutcomeList } from '../../kit/outcome-list.tsx';
import { useRefusalWords } from '../../kit/refusal.ts';
import { useFamily } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { Code } from '../../ui/copy.tsx';
import { Page } from '../../ui/page.tsx';
import { Card } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';
import { keepBegun, useBegun } from './begun.ts';

type ResumeResult = ResultOf<'cdb2017:OpenCdbHour'>['data'];

/** Two actions on databases. Nothing in the documents lists databases, so their ids are typed. */
export function Pages() {
  const t = useT();
  const { account } = useScope();
  return (
    <Page lead={t('cdbInstance.lead')}>
      <ActionForm
        family="cdb-instance"
        operation="openPublicAccess"
        note={() => <Notice meaning="warning" title={t('cdbInstance.open.warning')} />}
        done={({ data, requestId }, { InstanceId }) =>
          keepBegun({
            account,
            InstanceId: String(InstanceId),
            AsyncRequestId: String(data.AsyncRequestId ?? ''),
            RequestId: requestId ?? '',
            at: new Date().toISOString(),
          })
        }
        outcome={({ data, requestId }, { InstanceId }) => (
          <Notice meaning="good" title={t('cdbInstance.open.begun', { id: String(InstanceId) })}>
            <p>{t('cdbInstance.open.noPoller')}</p>
            <p className="flex flex-wrap gap-x-4">
              <span>
                AsyncRequestId <Code copy>{String(data.AsyncRequestId ?? '')}</Code>
              </span>
              {requestId && (
                <span>
                  RequestId <Code copy>{requestId}</Code>
                </span>
              )}
            </p>
          </Notice>
        )}
      />
      <BegunList account={account} />
      <ActionForm
        family="cdb-instance"
        operation="resume"
        components={{ cdbInstanceIds: IdsControl }}
        note={() => <Notice meaning="warning" title={t('cdbInstance.resume.costs')} />}
        outcome={({ data }) => <Results data={data.data as ResumeResult | undefined} />}
      />
    </Page>
  );
}

/** What was begun earlier from this browser, on this account. */
function BegunList({ account }: { readonly account: string | undefined }) {
  const t = useT();
  const formats = useFormats();
  const begun = useBegun().filter((one) => one.account === account);
  if (begun.length === 0) return null;
  return (
    <Card flush title={t('cdbInstance.open.earlier')}>
      <div className="overflow-x-auto">
        <table className="grid-table">
          <caption className="sr-only">{t('cdbInstance.open.earlier')}</caption>
          <thead>
            <tr>
              <th scope="col">InstanceId</th>
              <th scope="col">{t('cdbInstance.open.at')}</th>
              <th scope="col">AsyncRequestId</th>
              <th scope="col">RequestId</th>
            </tr>
          </thead>
          <tbody>
            {begun.map(({ InstanceId, AsyncRequestId, RequestId, at }) => (
              <tr key={`${AsyncRequestId} ${at}`}>
                <td>
                  <Code>{InstanceId}</Code>
                </td>
                <td>
                  <time dateTime={at}>{formats.dateTime(new Date(at))}</time>
                </td>
                <td>
                  <Code copy>{AsyncRequestId}</Code>
                </td>
                <td>{RequestId && <Code copy>{RequestId}</Code>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** One result for each database: the call as a whole succeeds although some of them fail. */
function Results({ data }: { readonly data: ResumeResult | undefined }) {
  const t = useT();
  const { text } = useFamily('cdb-instance');
  const before = (state: string): string => valueText(text, 'cdb2017:OpenCdbHour', 'data.cdbInstanceIds.oldStatus', state);
  const role = data?.instanceRole;
  return (
    <>
      {role && <p>{t('cdbInstance.resume.role', { role: valueText(text, 'cdb2017:OpenCdbHour', 'instanceRole', role) })}</p>}
      <OutcomeList
        label={t('cdbInstance.resume.results')}
        items={(data?.cdbInstanceIds ?? []).map(({ cdbInstanceId, code, message, oldStatus }) => ({
          id: cdbInstanceId,
          meaning: Number(code) === 0 ? 'good' : 'danger',
          state: Number(code) === 0 ? t('cdbInstance.resume.done') : t('cdbInstance.resume.failed'),
          words: (
            <>
              {oldStatus && t('cdbInstance.resume.before', { state: before(String(oldStatus)) })}{' '}
              {Number(code) !== 0 && (
                <Suspense fallback={message}>
                  <Reason code={String(code)} message={message} />
                </Suspense>
              )}
            </>
          ),
        }))}
      />
    </>
  );
}

function Reason({ code, message }: { readonly code: string; readonly message: string }) {
  const { means, todo, quote } = useRefusalWords({ code, message });
  return (
    <>
      {means ?? quote} {todo} <Code>{code}</Code>
    </>
  );
}
