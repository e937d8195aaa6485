import { Component, type ErrorInfo, type ReactNode, useEffect, useRef } from 'react';
import { forgetFailures } from '../../catalogue/load-once.ts';
import { serverAnswers, useConnection } from '../api/connection.ts';
import { useT } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Copy } from '../ui/copy.tsx';
import { Page } from '../ui/page.tsx';
import { Notice } from '../ui/status.tsx';
import { isMissingChunk, reloadOnce } from './missing-chunk.ts';

interface State {
  readonly error: unknown;
  readonly where: string;
}

const well: State = { error: null, where: '' };

interface Props {
  /** Another page is another try. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

/** Keeps a page's failure within the page: the shell stays, and the page says what happened. */
export class PageBoundary extends Component<Props, State> {
  override state: State = well;

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // A reload while the server is away would leave nothing but the browser's own error page.
    if (isMissingChunk(error)) void serverAnswers().then((answers) => answers && reloadOnce());
    this.setState({ where: info.componentStack ?? '' });
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.error !== null) this.reset();
  }

  reset(): void {
    forgetFailures();
    this.setState(well);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Failure {...this.state} retry={() => (isMissingChunk(this.state.error) ? location.reload() : this.reset())} />;
  }
}

function Failure({ error, where, retry }: State & { readonly retry: () => void }) {
  const t = useT();
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const details = `${words}\n${where}`.trim();
  const missing = isMissingChunk(error);
  const lost = useConnection(({ lostAt }) => lostAt !== null);
  const wasLost = useRef(false);
  useEffect(() => {
    if (missing && wasLost.current && !lost) location.reload();
    wasLost.current = lost;
  }, [missing, lost]);
  if (missing && lost) {
    return (
      <Page title={t('shell.failure.waiting')}>
        <p className="text-muted">{t('shell.failure.waitingBody')}</p>
      </Page>
    );
  }
  return (
    <Page title={t('shell.failure.title')}>
      <Notice
        live
        meaning="danger"
        title={missing ? t('shell.failure.missing') : t('shell.failure.page')}
        actions={
          <Button variant="primary" onClick={retry}>
            {missing ? t('shell.failure.reload') : t('shell.failure.retry')}
          </Button>
        }
      >
        <details>
          <summary>{t('shell.failure.details')}</summary>
          <pre className="mt-2 overflow-x-auto whitespace-pre-wrap text-xs">{details}</pre>
          <Copy text={details} label={t('shell.failure.copy')} />
        </details>
      </Notice>
    </Page>
  );
}
