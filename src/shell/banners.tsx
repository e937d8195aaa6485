/** What is told once for the whole page: that Weft's server does not answer, that the session has ended, what the server warns of. */
import { useEffect } from 'react';
import { askNow, useConnection, watchNetwork } from '../api/connection.ts';
import { useFormats, useT } from '../i18n/index.ts';
import { currentPath, withBasePath } from '../lib/base-path.ts';
import { type AccountInfo, type SourceProblem, useConsole } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/status.tsx';

/** Above every page; nothing as long as all is well. */
export function Banners() {
  const t = useT();
  const { lostAt, signedOut } = useConnection();
  const info = useConsole();
  const problems = info?.sourceProblems ?? [];
  const troubled = (info?.accounts ?? []).filter(({ trouble }) => trouble !== undefined);
  useEffect(watchNetwork, []);
  if (lostAt === null && !signedOut && problems.length === 0 && troubled.length === 0) return null;
  return (
    <section aria-label={t('shell.banners')} className="flex shrink-0 flex-col gap-2 px-4 pt-4 md:px-6">
      {lostAt !== null && <ServerLost />}
      {signedOut && <SessionEnded />}
      {problems.length > 0 && <SourceProblems problems={problems} />}
      {troubled.length > 0 && <TroubledAccounts accounts={troubled} />}
    </section>
  );
}

/** What is on the page is kept, and as old as the server's last answer. */
function ServerLost() {
  const t = useT();
  const formats = useFormats();
  const { answeredAt, asking } = useConnection();
  return (
    <Notice
      live
      meaning="danger"
      title={t('shell.lost.title', { time: formats.time(new Date(answeredAt)) })}
      actions={
        <Button size="sm" pending={asking} onClick={() => void askNow()}>
          {t('shell.lost.now')}
        </Button>
      }
    >
      {t('shell.lost.body')}
    </Notice>
  );
}

/** Told instead of going to the sign-in page while something is being entered that this would lose. */
function SessionEnded() {
  const t = useT();
  return (
    <Notice
      live
      meaning="warning"
      title={t('shell.ended.title')}
      actions={
        <a href={withBasePath(paths.signIn(currentPath()))} className={buttonClass('secondary', 'sm')}>
          {t('shell.ended.signIn')}
        </a>
      }
    >
      {t('shell.ended.body')}
    </Notice>
  );
}

const kinds = [
  'half',
  'other-identity',
  'empty',
  'unreadable',
  'not-understood',
  'twice',
  'not-a-key',
  'expired',
  'foreign',
  'no-such-profile',
] as const;

const isKnown = (kind: string): kind is (typeof kinds)[number] => kinds.some((known) => known === kind);

/** Sources of accounts that could not be used: nobody may take the accounts that are here for those. */
function SourceProblems({ problems }: { readonly problems: readonly SourceProblem[] }) {
  const t = useT();
  return (
    <Notice meaning="warning" title={t('shell.sources', { n: problems.length })}>
      <ul className="flex flex-col gap-1">
        {problems.map(({ source, reason, kind, detail }) => (
          <li key={`${source} ${kind} ${detail}`}>
            <code className="break-all">{source}</code>{' '}
            {isKnown(kind) && (
              <span>
                {t(`shell.source.${kind}`)}
                {detail !== '' && (
                  <>
                    {' '}
                    (<code className="break-all">{detail}</code>)
                  </>
                )}
              </span>
            )}
            {/* The server's own words, which also say what to do. */}
            <bdi className="block text-muted text-xs" lang="en">
              {reason}
            </bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Accounts that are listed and cannot sign: why, in the words of the cloud or of the server, and from where their keys come. */
function TroubledAccounts({ accounts }: { readonly accounts: readonly AccountInfo[] }) {
  const t = useT();
  return (
    <Notice meaning="warning" title={t('shell.troubled', { n: accounts.length })}>
      <ul className="flex flex-col gap-1">
        {accounts.map(({ id, name, source, trouble }) => (
          <li key={id}>
            {name} <code className="break-all">{trouble?.code}</code>
            {source !== undefined && source !== name && <code className="block break-all text-muted text-xs">{source}</code>}
            <bdi className="block text-muted text-xs" lang="en">
              {trouble?.reason}
            </bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
