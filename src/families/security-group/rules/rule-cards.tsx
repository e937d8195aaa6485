import { useT } from '../../../i18n/index.ts';
import { ErrorPlace } from '../../../kit/error-place.tsx';
import { Card } from '../../../ui/parts.tsx';
import { Skeleton } from '../../../ui/spinner.tsx';
import { directions } from './model.ts';
import { useRules } from './read.ts';
import { RuleTable } from './rule-table.tsx';

/** The rules of both directions, to be read. */
export function RuleCards({ id }: { readonly id: string }) {
  const t = useT();
  const { rules, error, refresh } = useRules(id);
  if (error && !rules) return <ErrorPlace error={error} title={t('securityGroup.rulesFailed')} onRetry={refresh} />;
  if (!rules) return <Skeleton className="w-full" />;
  return directions.map((direction) => (
    <Card key={direction} flush title={`${t(`securityGroup.${direction}`)} (${rules[direction].length})`}>
      <RuleTable direction={direction} rules={rules[direction]} />
    </Card>
  ));
}
