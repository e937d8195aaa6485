import { Link } from 'react-router';
import { regionName } from '../../../catalogue/regions.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { pathOfDraft, useDrafts } from '../../lib/drafts.ts';
import { linkClass } from '../../ui/button.tsx';
import { Card } from '../../ui/parts.tsx';

/** Work that was begun in this browser and never applied. */
export function DraftsCard() {
  const t = useT();
  const language = useLanguage();
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  return (
    <Card title={t('overview.drafts')}>
      <ul className="flex flex-col gap-1">
        {drafts.map((draft) => (
          <li key={`${draft.account ?? ''} ${draft.region} ${draft.id}`} className="flex flex-wrap gap-x-3">
            <Link to={pathOfDraft(draft) ?? '/'} className={linkClass}>
              <bdi>{draft.name}</bdi>
            </Link>
            <span className="text-muted">{[regionName(draft.region, language), draft.account].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
