import { useT } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { StateValue } from '../../kit/field-value.tsx';
import { isBound } from './bound.ts';
import { Bound, eipMarks } from './bound-to.tsx';
import { OnMap } from './on-map.tsx';
import { WhereItLeads } from './path.tsx';

export const useEipDetail: UseDetail<'eip'> = ({ row, standard }) => {
  const t = useT();
  return exactly({
    primary: row && !isBound(row) ? 'associate' : 'disassociate',
    marks: row && (
      <>
        <StateValue family="eip" field="AddressStatus" value={row.AddressStatus} />
        {eipMarks(row, t)}
        <OnMap row={row} />
      </>
    ),
    tabs: [
      standard.properties((address) =>
        exactly({
          above: <WhereItLeads row={address} />,
          draw: { BindedResourceId: isBound(address) ? <Bound row={address} full /> : null },
        }),
      ),
      standard.references(),
    ],
  });
};
