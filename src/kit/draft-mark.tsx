import { FilePenLine } from 'lucide-react';
import { Link } from 'react-router';
import { useT } from '../i18n/index.ts';
import { pathOfDraft, useDrafts } from '../lib/drafts.ts';
import { useScope } from '../lib/scope.ts';
import { Badge } from '../ui/status.tsx';

/** Beside a name: a draft of its rules was left in this browser, and the way to it. */
export function DraftMark({ id }: { readonly id: string }) {
  const t = useT();
  const { account, region } = useScope();
  const draft = useDrafts().find((one) => one.id === id && one.region === region && one.account === account);
  const to = draft && pathOfDraft(draft);
  if (!to) return null;
  return (
    <Link to={to} title={t('kit.draftHint')} className="inline-flex shrink-0 rounded">
      <Badge meaning="warning" icon={<FilePenLine aria-hidden="true" className="size-3" />}>
        {t('kit.draft')}
      </Badge>
    </Link>
  );
}
