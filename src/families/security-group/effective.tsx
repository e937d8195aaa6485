import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ResultOf } from '../../../catalogue/index.ts';
import { analysis } from '../../../network/rule-sets/consequences.ts';
import { descriptionOf, directions, referencedIds } from '../../../network/rule-sets/rule-set.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import type { Answer } from '../../api/call.ts';
import { useOne } from '../../api/query.ts';
import { rulesOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import type { Parent } from '../../kit/contained.tsx';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { shortWords } from '../../kit/rules/consequences.tsx';
import { RuleCells, RuleHeads } from '../../kit/rules/rule-table.tsx';
import { type RuleReferences, useReferences } from '../../kit/rules/use-references.ts';
import { useScope } from '../../lib/scope.ts';
import { useSlices } from '../../lib/use-slices.ts';
import { Card } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { type PlacedRule, type PlacedRules, PortCheck } from './port-check.tsx';
import { versionedFrom } from './rules/read.ts';

type Rules = ResultOf<'vpc:DescribeSecurityGroupPolicies'>;

const combine = (results: readonly { readonly data: Answer<Rules> | undefined; readonly error: unknown }[]) => ({
  waiting: results.some(({ data, error }) => !data && !error),
  failed: results.some(({ error }) => error),
  sets: results.map(({ data }) => data?.data.SecurityGroupPolicySet ?? null),
});

/** The rules that an interface really has: those of all its groups, in the order in which they are asked. As a tab of the interface. */
export function EffectiveRules({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const one = useOne(useScope(), 'eni', parent.id);
  if (one.loading) return <Loading />;
  if (!one.row) return one.error ? <ErrorPlace error={one.error} onRetry={one.refresh} /> : null;
  if (one.row.GroupSet.length === 0) return <Notice meaning="warning" title={t('securityGroup.noGroups')} />;
  return <OfGroups groups={one.row.GroupSet} />;
}

function OfGroups({ groups }: { readonly groups: readonly string[] }) {
  const t = useT();
  const scope = useScope();
  const { waiting, failed, sets } = useQueries({
    queries: groups.map((id) => rulesOptions(scope, id)),
    combine,
  });
  const effective = useMemo((): PlacedRules => {
    const read = groups.map((group, at) => sets[at] && versionedFrom(sets[at], group));
    const of = (direction: Direction): PlacedRule[] =>
      groups.flatMap((group, at) => (read[at]?.[direction] ?? []).map((rule, index): PlacedRule => ({ group, index, rule })));
    return { ingress: of('ingress'), egress: of('egress') };
  }, [groups, sets]);
  const named = referencedIds(
    directions.flatMap((way) => effective[way].map(({ rule }) => rule)),
    'group',
  ).join(' ');
  const known = useReferences(useMemo(() => (named === '' ? [] : named.split(' ')), [named]));
  if (waiting) return <Loading />;
  return (
    <>
      {failed && <Notice meaning="warning" title={t('securityGroup.someUnread')} />}
      <PortCheck effective={effective} known={known} complete={!failed} />
      {directions.map((direction) => (
        <EffectiveTable key={direction} direction={direction} rules={effective[direction]} known={known} />
      ))}
    </>
  );
}

interface EffectiveTableProps {
  readonly direction: Direction;
  readonly rules: readonly PlacedRule[];
  readonly known: RuleReferences;
}

function EffectiveTable({ direction, rules, known }: EffectiveTableProps) {
  const t = useT();
  const found = useSlices(
    useCallback(
      () =>
        analysis(
          direction,
          rules.map(({ rule }) => rule),
          known.references,
        ),
      [direction, rules, known.references],
    ),
  );
  const of = found?.of ?? [];
  return (
    <Card flush title={`${t(`rules.${direction}`)} (${rules.length})`}>
      {rules.length === 0 && <p className="px-4 py-3 text-muted">{t('rules.noRules')}</p>}
      {rules.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="overflow-x-auto" tabIndex={0} aria-label={t(`rules.${direction}`)}>
          <table className="grid-table" aria-label={t(`rules.${direction}`)}>
            <thead>
              <tr>
                <th scope="col" data-align="end" className="w-12">
                  #
                </th>
                <th scope="col" className="w-1/8">
                  {t('securityGroup.ofGroup')}
                </th>
                <RuleHeads direction={direction} />
                <th scope="col" className="w-1/5">
                  {t('rules.description')}
                </th>
                <th scope="col">{t('rules.consequences')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map(({ group, index, rule }, at) => (
                <tr key={`${group} ${index}`}>
                  <td data-align="end" className="text-muted">
                    {at + 1}
                  </td>
                  <td>
                    <RefLink family="security-group" id={group} name={known.nameOf(group)} />{' '}
                    <span className="text-muted">{index + 1}</span>
                  </td>
                  <RuleCells rule={rule} />
                  <td className="max-w-60 truncate" title={descriptionOf(rule)}>
                    <bdi>{descriptionOf(rule)}</bdi>
                  </td>
                  <td className="text-muted">
                    {(of[at] ?? [])
                      .filter(({ kind }) => kind !== 'same')
                      .slice(0, 1)
                      .map((one) => shortWords(one, t))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  );
}
