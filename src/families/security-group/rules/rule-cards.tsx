import { useMemo } from 'react';
import type { FamilyRef } from '../../../../catalogue/define.ts';
import { directions, type RuleSet, referencedIds } from '../../../../network/rule-sets/rule-set.ts';
import { useT } from '../../../i18n/index.ts';
import { ErrorPlace } from '../../../kit/error-place.tsx';
import { useNames } from '../../../kit/ref.tsx';
import { RuleTable } from '../../../kit/rules/rule-table.tsx';
import { Card } from '../../../ui/parts.tsx';
import { Skeleton } from '../../../ui/spinner.tsx';
import { useRules } from './read.ts';

/** By what the ids start with. */
const templates: Readonly<Record<string, FamilyRef>> = {
  ipm: 'parameter-template',
  ipmg: 'parameter-template/address-groups',
  ppm: 'parameter-template/services',
  ppmg: 'parameter-template/service-groups',
};

/** The lists that hold what rules name. */
export function namedBy(rules: RuleSet | null): readonly FamilyRef[] {
  const all = rules ? directions.flatMap((direction) => rules[direction]) : [];
  const named = referencedIds(all, 'template').flatMap((id) => templates[id.slice(0, id.lastIndexOf('-'))] ?? []);
  return [...new Set<FamilyRef>([...(referencedIds(all, 'group').length > 0 ? (['security-group'] as const) : []), ...named])];
}

/** The rules of both directions, to be read. */
export function RuleCards({ id }: { readonly id: string }) {
  const t = useT();
  const { rules, error, refresh } = useRules(id);
  // Brings the names that the rules' links show.
  useNames(useMemo(() => namedBy(rules), [rules]));
  if (error && !rules) return <ErrorPlace error={error} title={t('rules.rulesFailed')} onRetry={refresh} />;
  if (!rules) return <Skeleton className="w-full" />;
  return directions.map((direction) => (
    <Card key={direction} flush title={`${t(`rules.${direction}`)} (${rules[direction].length})`}>
      <RuleTable direction={direction} rules={rules[direction]} />
    </Card>
  ));
}
