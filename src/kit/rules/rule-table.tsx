import { descriptionOf, isCarried, type Rule } from '../../../network/rule-sets/rule-set.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { ActionWord, CarriedWords, RemoteWord, ServiceWord } from './words.tsx';

interface RuleTableProps {
  readonly direction: Direction;
  readonly rules: readonly Rule[];
}

/** What a rule does, with which packets, from or to whom: the heads of these columns, and their cells. */
export function RuleHeads({ direction }: Pick<RuleTableProps, 'direction'>) {
  const t = useT();
  return (
    <>
      <th scope="col" className="w-28">
        {t('rules.action')}
      </th>
      <th scope="col" className="w-1/5">
        {t('rules.service')}
      </th>
      <th scope="col" className="w-1/5">
        {t(direction === 'ingress' ? 'rules.source' : 'rules.destination')}
      </th>
    </>
  );
}

export const RuleCells = ({ rule }: { readonly rule: Rule }) =>
  isCarried(rule) ? (
    <td colSpan={3} className="max-w-120">
      <CarriedWords rule={rule} />
    </td>
  ) : (
    <>
      <td>
        <ActionWord action={rule.action} />
      </td>
      <td>
        <ServiceWord service={rule.service} />
      </td>
      <td>
        <RemoteWord remote={rule.remote} />
      </td>
    </>
  );

/** The rules of one direction, to be read. */
export function RuleTable({ direction, rules }: RuleTableProps) {
  const t = useT();
  if (rules.length === 0) return <p className="px-4 py-3 text-muted">{t('rules.noRules')}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="grid-table stack-narrow" aria-label={t(`rules.${direction}`)}>
        <thead>
          <tr>
            <th scope="col" data-align="end" className="w-12">
              #
            </th>
            <RuleHeads direction={direction} />
            <th scope="col">{t('rules.description')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the list
            <tr key={at}>
              <td data-align="end" className="text-muted">
                {at + 1}
              </td>
              <RuleCells rule={rule} />
              <td className="max-w-80 truncate" title={descriptionOf(rule)}>
                <bdi>{descriptionOf(rule)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
