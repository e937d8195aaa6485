import type { Address } from '../../../catalogue/families/eip.ts';
import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { Properties } from '../../kit/detail/properties.tsx';
import { References } from '../../kit/detail/references.tsx';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { FieldValue } from '../../kit/field-value.tsx';
import { usePlace } from '../../lib/place.ts';
import { useEipActions } from './actions.tsx';
import { Bound, useMark } from './columns.tsx';
import { WhereItLeads } from './path.tsx';

export function EipDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const one = useOne<Address>(usePlace(), 'eip', id);
  const actions = useEipActions('detail');
  const mark = useMark();
  const { row } = one;
  return (
    <ResourceDetail
      family="eip"
      id={id}
      tab={tab}
      one={one}
      marks={
        row && (
          <>
            <FieldValue family="eip" name="AddressStatus" field={{ kind: 'text' }} value={row.AddressStatus} />
            {mark(row)}
          </>
        )
      }
      actions={row ? actions.of(row) : []}
      primary={row?.AddressStatus === 'UNBIND' ? 'associate' : 'disassociate'}
      tabs={[
        {
          path: '',
          label: t('kit.properties'),
          content: row && (
            <>
              <WhereItLeads row={row} />
              <Properties
                family="eip"
                title={t('kit.properties')}
                row={row}
                draw={{ BindedResourceId: row.BindedResourceId ? <Bound row={row} full /> : null }}
              />
            </>
          ),
        },
        { path: 'references', label: t('kit.references'), content: row && <References family="eip" id={id} row={row} /> },
      ]}
    />
  );
}
