import { Keyboard, LogOut, Settings } from 'lucide-react';
import { languageNames } from '../../catalogue/languages.ts';
import { languages, showLanguage, useLanguage, useT } from '../i18n/index.ts';
import { prefer, usePreferences } from '../stores/preferences.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';

const themes = ['system', 'light', 'dark'] as const;

/** Language, theme and, when there is a session, the way out. */
interface SettingsMenuProps {
  /** To the list of sessions. */
  readonly onSessions?: () => void;
  readonly onHelp?: () => void;
  readonly onSignOut?: () => void;
}

export function SettingsMenu({ onHelp, onSessions, onSignOut }: SettingsMenuProps) {
  const t = useT();
  const language = useLanguage();
  const theme = usePreferences((state) => state.theme);
  const items: MenuItem[] = [
    ...languageNames.map((choice) => ({
      key: choice,
      label: <span lang={languages[choice].tag}>{languages[choice].name}</span>,
      checked: choice === language,
      onSelect: () => {
        prefer({ language: choice });
        void showLanguage(choice);
      },
    })),
    ...themes.map((choice, index) => ({
      key: choice,
      label: t(`shell.theme.${choice}`),
      checked: choice === theme,
      separated: index === 0,
      onSelect: () => prefer({ theme: choice }),
    })),
    ...(onHelp
      ? [
          {
            key: 'keys',
            label: t('shell.keys'),
            icon: Keyboard,
            separated: true,
            onSelect: onHelp,
          },
        ]
      : []),
    ...(onSessions ? [{ key: 'sessions', label: t('shell.sessions'), separated: true, onSelect: onSessions }] : []),
    ...(onSignOut
      ? [
          {
            key: 'out',
            label: t('shell.signOut'),
            icon: LogOut,
            separated: onSessions === undefined,
            onSelect: onSignOut,
          },
        ]
      : []),
  ];
  return (
    <Menu
      label={t('shell.settings')}
      items={items}
      trigger={(trigger) => (
        <IconButton {...trigger} label={t('shell.settings')} icon={<Settings aria-hidden="true" className="size-4" />} />
      )}
    />
  );
}
