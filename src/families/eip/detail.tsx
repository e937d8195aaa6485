import { useOne } from '../../api/query.ts';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { FieldValue } from '../../kit/field-value.tsx';
import { useScope } from '../../lib/scope.ts';
import { useEipActions } from './actions.tsx';
import { isBound } from './bound.ts';
import { Bound, useMark } from './columns.tsx';
import { WhereItLeads } from './path.tsx';

export function EipDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const one = useOne(useScope(), 'eip', id);
  const actions = useEipActions('detail');
  const mark = useMark();
  const { row } = one;
  const standard = useStandardTabs('eip', id, row);
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
      actions={actions.of}
      primary={row && !isBound(row) ? 'associate' : 'disassociate'}
      tabs={[
        standard.properties((address) => ({
          above: <WhereItLeads row={address} />,
          draw: { BindedResourceId: isBound(address) ? <Bound row={address} full /> : null },
        })),
        standard.references(),
      ]}
    />
  );
}
