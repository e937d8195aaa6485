import { useT } from '../../../i18n/index.ts';
import { Checkbox } from '../../../ui/choice.tsx';
import type { Direction } from './model.ts';

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
        <th scope="col" data-align="end" className="w-19">
          #
        </th>
        <th scope="col" className="w-10">
          <Checkbox aria-label={t('securityGroup.selectAll')} checked={all} onChange={onAll} />
        </th>
        <th scope="col" className="w-25">
          {t('securityGroup.action')}
        </th>
        <th scope="col" className="w-48">
          {t('securityGroup.service')}
        </th>
        <th scope="col" className="w-56">
          {t(direction === 'ingress' ? 'securityGroup.source' : 'securityGroup.destination')}
        </th>
        <th scope="col">{t('securityGroup.description')}</th>
        <th scope="col" className="w-72">
          {t('securityGroup.consequences')}
        </th>
      </tr>
    </thead>
  );
}
