import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, use, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { toApiError } from '../../api/api-error.ts';
import { readProviderName } from '../../api/people.ts';
import { signIn } from '../../api/session.ts';
import { useT } from '../../i18n/index.ts';
import { withBasePath } from '../../lib/base-path.ts';
import { paths, returnPath } from '../../paths.ts';
import { Brand } from '../../shell/brand.tsx';
import { SettingsMenu } from '../../shell/settings-menu.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { DocumentTitle, PageTitle } from '../../ui/page.tsx';
import { Notice } from '../../ui/status.tsx';
import { tokenIn } from './token.ts';

type Trouble = { readonly kind: 'wrong' | 'wait' | 'empty' } | { readonly kind: 'failed'; readonly code: string };

/** The token of the link, taken out of the address bar and the history before anything else happens. */
function takeToken(): string {
  const token = tokenIn(location.hash);
  if (location.hash !== '') history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return token;
}

function useSignIn() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [query] = useSearchParams();
  const from = query.get('from');
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const submit = useCallback(
    async (token: string): Promise<void> => {
      if (token === '') {
        setTrouble({ kind: 'empty' });
        return;
      }
      setPending(true);
      setTrouble(null);
      try {
        if (await signIn(token)) {
          // Whatever an earlier session had read is not this session's.
          client.clear();
          void navigate(returnPath(from), { replace: true });
          return;
        }
        setTrouble({ kind: 'wrong' });
      } catch (error) {
        const { code, status } = toApiError(error);
        setTrouble(status === 429 ? { kind: 'wait' } : { kind: 'failed', code });
      }
      setPending(false);
    },
    [client, from, navigate],
  );
  return { pending, trouble, submit };
}

/** Reasons for which the server sends back here, as it names them in the URL. */
const troubles = ['denied', 'refused', 'unreachable', 'pending', 'no-role'] as const;

export function SignIn() {
  const t = useT();
  const title = use(PageTitle);
  const [query] = useSearchParams();
  const isBack = query.has('done') || query.has('trouble');
  const { data: provider } = useQuery({ queryKey: ['sign-in'], queryFn: ({ signal }) => readProviderName(signal), staleTime: 0 });
  return (
    <div className="flex min-h-dvh flex-col bg-canvas text-text">
      <DocumentTitle>{title}</DocumentTitle>
      <header className="flex h-(--bar) items-center justify-between px-4">
        <Brand />
        <SettingsMenu />
      </header>
      <main className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center gap-4 px-4 pb-24">
        <div>
          <h1 className="text-xl">{title}</h1>
          <p className="text-muted">{t('signIn.lead')}</p>
        </div>
        {provider === undefined && isBack ? null : typeof provider === 'string' ? <ByProvider provider={provider} /> : <ByLink />}
      </main>
    </div>
  );
}

/** To the provider and back. The server leads back here with what came of it: a browser that comes from another site brings no session yet. */
function ByProvider({ provider }: { readonly provider: string }) {
  const t = useT();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [query] = useSearchParams();
  const from = query.get('from');
  const trouble = troubles.find((one) => one === query.get('trouble'));
  const done = query.has('done');
  useEffect(() => {
    if (!done) return;
    // Whatever an earlier session had read is not this session's.
    client.clear();
    void navigate(returnPath(from), { replace: true });
  }, [done, client, from, navigate]);
  if (done) return <p role="status">{t('signIn.going')}</p>;
  return (
    <div className="flex flex-col gap-4 rounded-md border border-line bg-surface p-4">
      {trouble && <Notice live meaning="danger" title={t(`signIn.trouble.${trouble}`)} />}
      <p>{t('signIn.provider')}</p>
      <div>
        <a href={withBasePath(paths.signInByProvider(returnPath(from)))} className={buttonClass('primary')}>
          {t('signIn.with', { provider })}
        </a>
      </div>
    </div>
  );
}

function ByLink() {
  const t = useT();
  const { pending, trouble, submit } = useSignIn();
  const [text, setText] = useState('');
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const token = takeToken();
    if (token !== '') void submit(token);
  }, [submit]);
  // A link pasted into a tab that stands here already changes the fragment alone: the page is not loaded again.
  useEffect(() => {
    const onHash = (): void => {
      if (location.hash === '') return;
      const token = takeToken();
      setText('');
      void submit(token);
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [submit]);

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!pending) void submit(tokenIn(text));
  };
  const words = trouble && (trouble.kind === 'failed' ? t('signIn.failed', { code: trouble.code }) : t(`signIn.${trouble.kind}`));

  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4 rounded-md border border-line bg-surface p-4">
      <p>{t('signIn.where')}</p>
      <div>
        <p className="text-muted">{t('signIn.example')}</p>
        <code className="break-all">{`${location.origin}/sign-in#token=…`}</code>
      </div>
      <Field label={t('signIn.token')} required error={words}>
        {(ids) => <TextInput {...ids} mono autoFocus value={text} onChange={setText} />}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {pending ? t('signIn.checking') : t('signIn.submit')}
        </Button>
      </div>
    </form>
  );
}
