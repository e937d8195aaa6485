import { Suspense, useMemo } from 'react';
import { useOne } from '../../api/query.ts';
import { useFormats, useT, withTexts } from '../../i18n/index.ts';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { DraftMark } from '../../kit/draft-mark.tsx';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { Loading } from '../../ui/spinner.tsx';
import { Badge } from '../../ui/status.tsx';
import { useGroupActions } from './actions.tsx';
import { usesInWords } from './columns.tsx';
import { bound, useUses } from './usage.ts';

// What reasons about rules comes only when it is looked at: the list needs none of it.
const RuleEditor = part(async () => (await withTexts(import('./rules/editor.tsx'), 'rules')).RuleEditor);

const RuleCards = part(async () => (await withTexts(import('./rules/rule-cards.tsx'), 'rules')).RuleCards);
const WhereUsed = part(async () => (await withTexts(import('./where-used.tsx'), 'rules')).WhereUsed);

export function SecurityGroupDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const formats = useFormats();
  const scope = useScope();
  const one = useOne(scope, 'security-group', id);
  const { row } = one;
  const standard = useStandardTabs('security-group', id, row);
  const uses = useUses(useMemo(() => (row ? [id] : []), [row, id]));
  const of = uses.get(id);
  const actions = useGroupActions('detail', uses);
  const words = of && usesInWords(of, t, formats.list);
  return (
    <ResourceDetail
      family="security-group"
      id={id}
      tab={tab}
      one={one}
      marks={
        <>
          {row?.IsDefault && <Badge>{t('securityGroup.default')}</Badge>}
          <DraftMark id={id} />
        </>
      }
      actions={actions.of}
      primary="rules"
      tabs={[
        standard.properties(() => ({
          more: [{ key: 'uses', label: t('securityGroup.uses'), value: words }],
          below: (
            <Suspense fallback={<Loading />}>
              <RuleCards id={id} />
            </Suspense>
          ),
        })),
        {
          path: 'rules',
          label: t('securityGroup.rules'),
          content: row && <RuleEditor group={row} />,
        },
        {
          path: 'uses',
          label: t('securityGroup.uses'),
          count: of && bound(of) + of.SG,
          content: row && <WhereUsed id={id} uses={of} />,
        },
        standard.references(),
      ]}
    />
  );
}
