import { useT } from '../i18n/index.ts';
import { type ShortcutGroup, shortcuts } from '../lib/shortcuts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/parts.tsx';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Mod: isMac ? '⌘' : 'Ctrl',
};

const groups = Object.keys(shortcuts) as ShortcutGroup[];

/** All keys of the console, as the handlers know them. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const sign = (key: string): string =>
    key === ' ' ? t('aside.keys.space') : (signs[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  const parts = (shortcut: string): string[] => (shortcut.length > 1 ? shortcut.split(/\+(?=.)/) : [shortcut]);
  return (
    <Dialog title={t('shell.keys')} onClose={onClose} size="lg">
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="pb-1 text-muted text-xs">{t(`aside.keys.${group}`)}</h3>
            <dl>
              {Object.entries<readonly string[]>(shortcuts[group]).map(([name, keys]) => (
                <div key={name} className="flex min-h-8 items-center justify-between gap-4 border-line border-b">
                  <dt>{t(`aside.keys.${group}.${name}` as 'aside.keys.list.next')}</dt>
                  <dd className="flex flex-wrap justify-end gap-2">
                    {keys.map((shortcut) => (
                      <span key={shortcut} className="inline-flex gap-0.5">
                        {parts(shortcut).map((key) => (
                          <Kbd key={key}>{sign(key)}</Kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="pt-3 text-muted text-xs">{t('aside.keys.typing')}</p>
    </Dialog>
  );
}
