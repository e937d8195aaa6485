import { useMemo } from 'react';
import type { FamilyRef } from '../../../../catalogue/define.ts';
import { useT } from '../../../i18n/index.ts';
import { ErrorPlace } from '../../../kit/error-place.tsx';
import { useNames } from '../../../kit/ref.tsx';
import { Card } from '../../../ui/parts.tsx';
import { Skeleton } from '../../../ui/spinner.tsx';
import { directions, type RuleSet } from './model.ts';
import { useRules } from './read.ts';
import { RuleTable } from './rule-table.tsx';

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
  const ids = all.flatMap(({ service, far }) => [service.kind === 'template' ? service.id : '', far.kind === 'template' ? far.id : '']);
  const named = ids.flatMap((id) => templates[id.slice(0, id.lastIndexOf('-'))] ?? []);
  return [...new Set<FamilyRef>([...(all.some(({ far }) => far.kind === 'group') ? (['security-group'] as const) : []), ...named])];
}

/** The rules of both directions, to be read. */
export function RuleCards({ id }: { readonly id: string }) {
  const t = useT();
  const { rules, error, refresh } = useRules(id);
  // Brings the names that the rules' links show.
  useNames(useMemo(() => namedBy(rules), [rules]));
  if (error && !rules) return <ErrorPlace error={error} title={t('securityGroup.rulesFailed')} onRetry={refresh} />;
  if (!rules) return <Skeleton className="w-full" />;
  return directions.map((direction) => (
    <Card key={direction} flush title={`${t(`securityGroup.${direction}`)} (${rules[direction].length})`}>
      <RuleTable direction={direction} rules={rules[direction]} />
    </Card>
  ));
}
