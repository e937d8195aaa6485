import type { Direction } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/choice.tsx';

interface GridHeadProps {
  readonly direction: Direction;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
}

/** The headings of the grid's columns. */
export function GridHead({ direction, all, onAll }: GridHeadProps) {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col" data-align="end" className="w-19 max-sm:w-11">
          #
        </th>
        <th scope="col" className="w-10 max-sm:w-8">
          <Checkbox aria-label={t('rules.selectAll')} checked={all} onChange={onAll} />
        </th>
        <th scope="col" className="w-25 max-sm:w-9 max-sm:text-[0]">
          {t('rules.action')}
        </th>
        <th scope="col" className="w-48 max-sm:w-26">
          {t('rules.service')}
        </th>
        <th scope="col" className="w-56 max-sm:w-39">
          {t(direction === 'ingress' ? 'rules.source' : 'rules.destination')}
        </th>
        <th scope="col" className="max-sm:w-44">
          {t('rules.description')}
        </th>
        <th scope="col" className="w-72">
          {t('rules.consequences')}
        </th>
      </tr>
    </thead>
  );
}
