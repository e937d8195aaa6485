import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, use, useDeferredValue, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Dialect } from '../../catalogue/binding.ts';
import type { Language } from '../../catalogue/languages.ts';
import { type FamilyModule, loadFamily, spokenModule } from '../../catalogue/lazy.ts';
import { loadOnce } from '../../catalogue/load-once.ts';
import { loadText } from '../../catalogue/text/load.ts';
import type { FamilyText } from '../../catalogue/text/shape.ts';
import { families } from '../families/manifests.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { useConsole, useDialect, useScope } from '../lib/scope.ts';
import { Listbox, OptionCount, useListbox } from '../ui/listbox.tsx';
import { useModal } from '../ui/modal.ts';
import { cachedResources } from './cached-resources.ts';
import { type Command, commandsFor, createsOf, matchingCommands } from './command-list.ts';

/** What the catalogue says of the families that have pages: their ids and names are needed to find their rows. */
const familyModules = loadOnce((): Promise<FamilyModule[]> => Promise.all(families.map(({ family }) => loadFamily(family))));

/** The words of the same families, in their order. */
const familyTexts = loadOnce(
  (language: Language): Promise<FamilyText[]> => Promise.all(families.map(({ family }) => loadText(language, family))),
);

/** The same as accounts of a dialect speak them. */
const spokenModules = loadOnce(
  async (dialect: Dialect): Promise<FamilyModule[]> => Promise.all((await familyModules()).map((module) => spokenModule(module, dialect))),
);

/** The command palette: every page, the resources that are already here, regions and accounts, by typing. */
export function Commands({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const scope = useScope();
  const info = useConsole();
  const client = useQueryClient();
  const language = useLanguage();
  const dialect = useDialect();
  const known = use(spokenModules(dialect));
  const words = use(familyTexts(language));
  const navigate = useNavigate();
  const dialog = useModal();
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const all = useMemo(
    () => commandsFor({ t, scope, info, resources: cachedResources(client, scope, known), creates: createsOf(known, words, dialect) }),
    [t, scope, info, client, known, words, dialect],
  );
  const found = useMemo(() => matchingCommands(all, sought, { t, scope }), [all, sought, t, scope]);

  const run = (command: Command | undefined): void => {
    if (!command) return;
    onClose();
    void navigate(command.to);
  };
  const options = useMemo(() => found.map(({ key, label, detail }) => ({ value: key, label, ...(detail ? { detail } : {}) })), [found]);
  const listbox = useListbox({ count: found.length, open: true, text, initial: 0 });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (listbox.onKey(event) || event.key !== 'Enter') return;
    event.preventDefault();
    // What is drawn may be of the text before the last keys.
    run(sought === text ? found[listbox.active] : matchingCommands(all, text, { t, scope })[0]);
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by `cancel`
    <dialog
      ref={dialog}
      aria-label={t('shell.commands')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="mx-auto mt-[12dvh] w-140 max-w-[calc(100vw-2rem)] overflow-hidden rounded-md border border-line bg-raised text-sm text-text shadow-float"
    >
      <input
        type="text"
        {...listbox.field}
        aria-label={t('shell.commands')}
        placeholder={t('shell.commandsHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-11 w-full border-line border-b bg-transparent px-4 text-base outline-none placeholder:text-muted"
      />
      <OptionCount state={listbox} />
      <Listbox
        className="max-h-[50dvh] overflow-y-auto py-1"
        state={listbox}
        options={options}
        label={t('shell.commands')}
        onChoose={(index) => run(found[index])}
        note={found.length === 0 ? t('ui.noMatch') : undefined}
        rowClass="min-h-9 px-4"
      />
      <p className="hidden border-line border-t px-4 py-2 text-muted text-xs md:block">{t('shell.commands.keys')}</p>
    </dialog>
  );
}
