import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { Block } from './block.tsx';
import type { CallEnding } from './use-call.ts';

/** What came back: how it ended, the request id, how long it took, and the answer itself. */
export function AnswerCard({ ending }: { readonly ending: CallEnding }) {
  const t = useT();
  const { error } = ending;
  return (
    <Card
      title={t('explorer.answer')}
      actions={<span className="text-muted">{t('explorer.took', { ms: Math.max(1, Math.round(ending.ms)) })}</span>}
    >
      <div className="flex flex-col gap-3">
        {error ? (
          <ErrorPlace live error={error} />
        ) : (
          <>
            <p role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Status meaning="good">{t('explorer.succeeded')}</Status>
              {ending.requestId && (
                <span className="inline-flex min-w-0 flex-wrap items-center gap-1 text-muted">
                  RequestId <Code copy>{ending.requestId}</Code>
                </span>
              )}
            </p>
            <Block label={t('explorer.answer')} text={JSON.stringify(ending.data ?? {}, null, 2)} />
          </>
        )}
      </div>
    </Card>
  );
}
