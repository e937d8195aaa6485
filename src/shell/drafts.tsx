import { FilePenLine } from 'lucide-react';
import { useNavigate } from 'react-router';
import { regionName } from '../../catalogue/regions.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { type DraftMark, pathOfDraft } from '../lib/drafts.ts';
import { Menu } from '../ui/menu.tsx';

/** In the top bar: the drafts that were left in this browser, wherever their rules are. */
export function Drafts({ drafts }: { readonly drafts: readonly DraftMark[] }) {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const label = t('shell.drafts', { n: drafts.length });
  return (
    <Menu
      label={label}
      items={drafts.map((draft) => ({
        key: `${draft.account ?? ''} ${draft.region} ${draft.id}`,
        label: <bdi>{draft.name}</bdi>,
        detail: [regionName(draft.region, language), draft.account].filter(Boolean).join(' · '),
        onSelect: () => void navigate(pathOfDraft(draft) ?? '/'),
      }))}
      trigger={(trigger) => (
        <button
          type="button"
          {...trigger}
          aria-label={label}
          title={label}
          className="quick inline-flex h-8 min-w-8 items-center justify-center gap-1 rounded px-2 text-warning hover:bg-hover"
        >
          <FilePenLine aria-hidden="true" className="size-4" />
          {drafts.length}
        </button>
      )}
    />
  );
}
