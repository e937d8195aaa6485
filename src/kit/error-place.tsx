import { Suspense, useEffect, useRef } from 'react';
import { type ApiError, isServerLost } from '../api/api-error.ts';
import { useT } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Code } from '../ui/copy.tsx';
import { Notice } from '../ui/status.tsx';
import { type RefusalWords, refusalWords, useRefusalWords } from './refusal.ts';

interface ErrorPlaceProps {
  readonly error: ApiError;
  /** What did not work, in words; without it the error speaks for itself. */
  readonly title?: string;
  readonly onRetry?: (() => void) | undefined;
  /** It answers something the person just did. */
  readonly live?: boolean;
}

/**
 * An error in its place: what happened, what it means, what to do, the code and the request id. One that answers what the
 * person just did comes into view and takes the focus: the eye may be at the other end of a long panel.
 */
export function ErrorPlace(props: ErrorPlaceProps) {
  const { error, live = false } = props;
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is looked at anew
  useEffect(() => {
    if (!live) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [live, error]);
  // The banner above the page says it, for every place at once; here only what is lacking because of it.
  if (isServerLost(props.error)) return <Waiting />;
  return (
    <div ref={place} tabIndex={live ? -1 : undefined} className="min-w-0 outline-none">
      <Suspense fallback={<ErrorNotice {...props} words={refusalWords(error, null, t)} />}>
        <Explained {...props} />
      </Suspense>
    </div>
  );
}

function Waiting() {
  return <p className="text-muted">{useT()('kit.error.waiting')}</p>;
}

function Explained(props: ErrorPlaceProps) {
  return <ErrorNotice {...props} words={useRefusalWords(props.error)} />;
}

function ErrorNotice({ error, title, onRetry, live = false, words }: ErrorPlaceProps & { readonly words: RefusalWords }) {
  const t = useT();
  const unknown = error.outcome === 'unknown';
  const headline = unknown ? t('kit.error.unknown') : (title ?? words.means ?? t('kit.error.title'));
  return (
    <Notice
      live={live}
      meaning={unknown ? 'warning' : 'danger'}
      title={headline}
      actions={onRetry && <Button onClick={onRetry}>{t('kit.retry')}</Button>}
    >
      <div className="flex flex-col gap-1">
        {unknown && <p>{t('kit.error.unknownBody')}</p>}
        {words.means && words.means !== headline && <p>{words.means}</p>}
        {words.quote && (
          <p className="text-muted">
            <q>
              <bdi>{words.quote}</bdi>
            </q>
          </p>
        )}
        {words.todo && !unknown && <p>{words.todo}</p>}
        <p className="flex flex-wrap items-center gap-x-4 text-muted text-xs">
          <Code>{error.code}</Code>
          {error.requestId && (
            <span className="inline-flex min-w-0 flex-wrap items-center gap-1">
              RequestId <Code copy>{error.requestId}</Code>
            </span>
          )}
        </p>
      </div>
    </Notice>
  );
}
