import { Link, useLocation } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Page } from '../../ui/page.tsx';

export function NotFound() {
  const t = useT();
  const scope = useScope();
  const { pathname } = useLocation();
  return (
    <Page lead={t.node('shell.notFound.body', { path: <Code>{pathname}</Code> })}>
      <div>
        <Link to={paths.overview(scope)} className={buttonClass('primary')}>
          {t('shell.notFound.overview')}
        </Link>
      </div>
    </Page>
  );
}
