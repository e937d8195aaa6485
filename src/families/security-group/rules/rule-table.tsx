import { useT } from '../../../i18n/index.ts';
import type { Direction, Rule } from './model.ts';
import { ActionWord, FarWord, ServiceWord } from './words.tsx';

interface RuleTableProps {
  readonly direction: Direction;
  readonly rules: readonly Rule[];
}

/** The rules of one direction, to be read. */
export function RuleTable({ direction, rules }: RuleTableProps) {
  const t = useT();
  if (rules.length === 0) return <p className="px-4 py-3 text-muted">{t('securityGroup.noRules')}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="grid-table" aria-label={t(`securityGroup.${direction}`)}>
        <thead>
          <tr>
            <th scope="col" data-align="end">
              #
            </th>
            <th scope="col">{t('securityGroup.action')}</th>
            <th scope="col">{t('securityGroup.service')}</th>
            <th scope="col">{t(direction === 'ingress' ? 'securityGroup.source' : 'securityGroup.destination')}</th>
            <th scope="col">{t('securityGroup.description')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the list
            <tr key={at}>
              <td data-align="end" className="text-muted">
                {at + 1}
              </td>
              <td>
                <ActionWord action={rule.action} />
              </td>
              <td>
                <ServiceWord service={rule.service} />
              </td>
              <td>
                <FarWord far={rule.far} />
              </td>
              <td className="max-w-80 truncate" title={rule.description}>
                <bdi>{rule.description}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
