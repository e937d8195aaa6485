import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { prefer, usePreferences } from '../../stores/preferences.ts';
import { IconButton, linkClass } from '../../ui/button.tsx';
import { Card } from '../../ui/parts.tsx';

/** For someone here for the first time; gone for good once dismissed. */
export function FirstSteps() {
  const t = useT();
  const scope = useScope();
  const shown = usePreferences((state) => state.firstSteps);
  if (!shown) return null;
  return (
    <Card
      title={t('overview.firstSteps')}
      actions={
        <IconButton
          size="sm"
          label={t('ui.dismiss')}
          icon={<X aria-hidden="true" className="size-3.5" />}
          onClick={() => prefer({ firstSteps: false })}
        />
      }
    >
      <ol className="flex list-decimal flex-col gap-2 pl-4 marker:text-muted">
        <Step to={paths.list('vpc', scope)} title={t('overview.stepLook')}>
          {t('overview.stepLookBody')}
        </Step>
        <Step to={paths.create('vpc', scope)} title={t('overview.stepCreate')}>
          {t('overview.stepCreateBody')}
        </Step>
        <Step to={paths.list('subnet', scope)} title={t('overview.stepSubnet')}>
          {t('overview.stepSubnetBody')}
        </Step>
      </ol>
    </Card>
  );
}

function Step({ to, title, children }: { readonly to: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <li>
      <Link to={to} className={linkClass}>
        {title}
      </Link>
      <p className="text-muted">{children}</p>
    </li>
  );
}
