import { useMemo } from 'react';
import type { SecurityGroup } from '../../../../catalogue/families/security-group/index.ts';
import { useT } from '../../../i18n/index.ts';
import { useContainedList } from '../../../kit/contained.tsx';
import { ErrorPlace } from '../../../kit/error-place.tsx';
import { RulesEditor } from '../../../kit/rules/editor.tsx';
import { part } from '../../../lib/part.tsx';
import { Loading } from '../../../ui/spinner.tsx';
import { groupRules } from './kind.ts';
import { useRuleLimits } from './limits.ts';
import { useRules } from './read.ts';

const Review = part(async () => (await import('./review.tsx')).Review);

/** The tab of a group where its rules are changed. */
export function RuleEditor({ group }: { readonly group: SecurityGroup }) {
  const t = useT();
  const id = group.SecurityGroupId;
  const { rules, error, refresh } = useRules(id);
  const limits = useRuleLimits();
  const kind = useMemo(() => ({ ...groupRules, limits }), [limits]);
  const interfaces = useContainedList('eni', { family: 'security-group', id });
  if (error && !rules) return <ErrorPlace error={error} title={t('rules.rulesFailed')} onRetry={refresh} />;
  if (!rules) return <Loading />;
  return (
    <RulesEditor
      kind={kind}
      asked={rules}
      refresh={refresh}
      owner={{
        id,
        name: group.SecurityGroupName || id,
        interfaces: interfaces.complete ? interfaces.rows.length : null,
        review: (props) => <Review group={group} {...props} />,
      }}
    />
  );
}
