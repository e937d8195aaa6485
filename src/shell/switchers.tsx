import { ChevronDown, Cloud, FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { regionName } from '../../catalogue/regions.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { RegionName } from '../kit/region-name.tsx';
import { type AccountInfo, regionsOf, useConsole, useScope } from '../lib/scope.ts';
import { sectionPath } from '../paths.ts';
import { rememberRegion, usePreferences } from '../stores/preferences.ts';
import { cx } from '../ui/cx.ts';
import { Menu } from '../ui/menu.tsx';
import type { TriggerProps } from '../ui/popover.tsx';
import { Badge } from '../ui/status.tsx';
import { Tooltip } from '../ui/tooltip.tsx';

const triggerClass =
  'quick inline-flex h-8 min-w-0 items-center gap-1 rounded border border-transparent px-2 font-medium hover:bg-hover aria-expanded:bg-hover';

interface SwitchButtonProps {
  /** Keeps its width where space is short. */
  readonly firm?: boolean;
  readonly trigger: TriggerProps;
  /** What is chosen here, said before its value. */
  readonly label: string;
  readonly value: ReactNode;
}

function SwitchButton({ trigger, label, value, firm = false }: SwitchButtonProps) {
  return (
    <button type="button" {...trigger} className={cx(triggerClass, 'on-paper', firm && 'shrink-0')}>
      <span className="sr-only">{label}: </span>
      <span className="truncate">{value}</span>
      <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
    </button>
  );
}

/** What cloud this is, on every page: nobody may take the simulated one for the real one, or the reverse. */
export function CloudBadge() {
  const t = useT();
  const info = useConsole();
  if (!info) return null;
  const demo = info.mode === 'demo';
  return (
    <Tooltip side="bottom" content={demo ? t('shell.cloud.demoHint') : t('shell.cloud.realHint')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation must be reachable by keyboard */}
      <span tabIndex={0} className="inline-flex shrink-0 rounded">
        <Badge
          meaning={demo ? 'pending' : 'warning'}
          icon={demo ? <FlaskConical aria-hidden="true" className="size-3" /> : <Cloud aria-hidden="true" className="size-3" />}
        >
          {demo ? t('shell.cloud.demo') : t('shell.cloud.real')}
        </Badge>
      </span>
    </Tooltip>
  );
}

/** The account in whose name everything here is asked. Switching goes to the section's first page: ids do not carry over. */
export function AccountSwitcher() {
  const t = useT();
  const info = useConsole();
  const { account, region } = useScope();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const lastRegion = usePreferences((state) => state.lastRegion);
  if (!info) return null;
  const current = account ?? info.defaultAccount;
  const items = info.accounts.map((item) => ({
    key: item.id,
    label: item.name,
    detail: item.trouble
      ? t('shell.accountTrouble')
      : [item.uin ? `UIN ${item.uin}` : '', t(`shell.dialect.${item.dialect}`)].filter((part) => part !== '').join(' · '),
    checked: item.id === current,
    onSelect: () => {
      const next = item.id === info.defaultAccount ? undefined : item.id;
      void navigate(sectionPath(pathname, { account: next, region: lastRegion[next ?? ''] ?? region }));
    },
  }));
  const shown = info.accounts.find((item) => item.id === current);
  return (
    <Menu
      label={t('shell.account')}
      items={items}
      trigger={(trigger) => (
        <SwitchButton trigger={trigger} label={t('shell.account')} value={<AccountName account={shown} id={current} />} />
      )}
    />
  );
}

/** An account's name, and beside it which API it speaks. */
function AccountName({ account, id }: { readonly account: AccountInfo | undefined; readonly id: string }) {
  const t = useT();
  if (!account) return id;
  return (
    <>
      {account.name} <span className="hidden font-normal text-muted lg:inline">{t(`shell.dialect.${account.dialect}`)}</span>
    </>
  );
}

/** The region that lists and forms speak of, by both its names. */
export function RegionSwitcher() {
  const t = useT();
  const { account, region } = useScope();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const info = useConsole();
  const language = useLanguage();
  const items = regionsOf(info, region, account).map((name) => ({
    key: name,
    label: <RegionName id={name} />,
    aside: <code>{name}</code>,
    checked: name === region,
    onSelect: () => {
      rememberRegion(account, name);
      void navigate(sectionPath(pathname, { account, region: name }));
    },
  }));
  const shown = (
    <>
      <span className="md:hidden">{regionName(region, language)}</span>
      <span className="hidden md:inline">
        <RegionName id={region} />
      </span>
    </>
  );
  return (
    <Menu
      label={t('shell.region')}
      items={items}
      trigger={(trigger) => <SwitchButton trigger={trigger} label={t('shell.region')} value={shown} firm />}
    />
  );
}
