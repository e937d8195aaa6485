import { type CarriedRule, ruleKey } from '../../../network/rule-sets/rule-set.ts';
import { useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { Notice } from '../../ui/status.tsx';
import { CarriedWords } from './words.tsx';

interface LostCarriedProps {
  readonly lost: readonly CarriedRule[];
  /** What is said yes to, in the family's words. */
  readonly label: string;
  readonly sure: boolean;
  readonly onSure: (sure: boolean) => void;
}

/** Carried rules that would be deleted: nothing here can write them back, so that is said yes to on its own. */
export function LostCarried({ lost, label, sure, onSure }: LostCarriedProps) {
  const t = useT();
  if (lost.length === 0) return null;
  return (
    <Notice meaning="danger" title={t('rules.deleteCarried', { n: lost.length })}>
      <ul>
        {lost.map((rule) => (
          <li key={ruleKey(rule)}>
            <CarriedWords rule={rule} />
          </li>
        ))}
      </ul>
      <Checkbox checked={sure} onChange={onSure} label={label} />
    </Notice>
  );
}
