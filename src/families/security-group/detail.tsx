import { Suspense } from 'react';
import { useFormats, useT, withTexts } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { part } from '../../lib/part.tsx';
import { useDialect } from '../../lib/scope.ts';
import { Loading } from '../../ui/spinner.tsx';
import { groupMarks } from './columns.tsx';
import { boundCount, usesInWords, useUses } from './usage.ts';

// What reasons about rules comes only when it is looked at: the list needs none of it.
const RuleEditor = part(async () => (await withTexts(import('./rules/editor.tsx'), 'rules')).RuleEditor);
const RuleCards = part(async () => (await withTexts(import('./rules/rule-cards.tsx'), 'rules')).RuleCards);
const WrittenOut = part(async () => (await withTexts(import('./written-out.tsx'), 'rules')).WrittenOut);
const WhereUsed = part(async () => (await withTexts(import('./where-used.tsx'), 'rules')).WhereUsed);

export const useGroupDetail: UseDetail<'security-group'> = ({ id, row, standard }) => {
  const t = useT();
  const formats = useFormats();
  const isToday = useDialect() === 'today';
  const asked = useUses(row ? [row] : [], row !== null);
  const uses = asked.by.get(id);
  return exactly({
    primary: 'rules',
    marks: row && groupMarks(row, t),
    tabs: [
      standard.properties(() =>
        exactly({
          more: [
            {
              key: 'uses',
              label: t('securityGroup.uses'),
              value: uses ? usesInWords(uses, t, formats.list) : asked.error && t('securityGroup.usesUnread'),
            },
          ],
          below: (
            <Suspense fallback={<Loading />}>
              <RuleCards id={id} />
            </Suspense>
          ),
        }),
      ),
      { path: 'rules', label: t('securityGroup.rules'), content: row && <RuleEditor group={row} /> },
      {
        path: 'uses',
        label: t('securityGroup.uses'),
        count: uses && boundCount(uses) + uses.SG,
        content: row && <WhereUsed id={id} uses={uses} error={asked.error} refresh={asked.refresh} />,
      },
      ...(isToday ? [{ path: 'written-out' as const, label: t('securityGroup.expanded'), content: row && <WrittenOut id={id} /> }] : []),
      standard.references(),
    ],
  });
};
