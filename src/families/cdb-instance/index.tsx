import { Suspense, use } from 'react';
import type { ResultOf } from '../../../catalogue/index.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { explanationFor } from '../../api/errors.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { ActionForm } from '../../kit/form/action-form.tsx';
import { IdsControl } from '../../kit/form/ids-control.tsx';
import { OutcomeList } from '../../kit/outcome-list.tsx';
import { useFamily } from '../../kit/words.ts';
import { Code } from '../../ui/copy.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice } from '../../ui/status.tsx';

type Resumed = ResultOf<'cdb2017:OpenCdbHour'>['data'];

/** Two actions on databases. Nothing in the documents lists databases, so their ids are typed. */
export function Pages() {
  const t = useT();
  return (
    <Page title={t('cdbInstance.title')} lead={t('cdbInstance.lead')}>
      <ActionForm
        family="cdb-instance"
        operation="openPublicAccess"
        note={() => <Notice meaning="warning" title={t('cdbInstance.open.warning')} />}
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
      <ActionForm
        family="cdb-instance"
        operation="resume"
        components={{ cdbInstanceIds: IdsControl }}
        note={() => <Notice meaning="warning" title={t('cdbInstance.resume.costs')} />}
        outcome={({ data }) => <Results data={data.data as Resumed | undefined} />}
      />
    </Page>
  );
}

/** One result for each database: the call as a whole succeeds although some of them fail. */
function Results({ data }: { readonly data: Resumed | undefined }) {
  const t = useT();
  const { text } = useFamily('cdb-instance');
  const before = (state: string): string => valueText(text, 'cdb2017:OpenCdbHour', 'oldStatus', state);
  return (
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
  );
}

function Reason({ code, message }: { readonly code: string; readonly message: string }) {
  const explanation = use(explanationFor(code, useLanguage()));
  return (
    <>
      {explanation?.means ?? message} {explanation?.todo} <Code>{code}</Code>
    </>
  );
}
