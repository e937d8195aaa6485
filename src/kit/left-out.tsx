/** What was left out of an answer because it could not be read. */

import { Suspense } from 'react';
import type { RowProblem } from '../../catalogue/decode.ts';
import { useT } from '../i18n/index.ts';
import { part } from '../lib/part.tsx';
import { Notice } from '../ui/status.tsx';

const Problems = part(async () => (await import('./unreadable-problems.tsx')).UnreadableProblems);

/** Above what could be read; nothing where all could. */
export function LeftOut({ problems }: { readonly problems: readonly RowProblem[] }) {
  const t = useT();
  if (problems.length === 0) return null;
  return (
    <Notice meaning="warning" title={t('kit.unreadable.leftOut')}>
      <Suspense fallback={null}>
        <Problems problems={problems} />
      </Suspense>
    </Notice>
  );
}
