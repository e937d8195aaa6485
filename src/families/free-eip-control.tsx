import type { Address } from '../../catalogue/families/eip/index.ts';
import { useList } from '../api/query.ts';
import { PickOne } from '../kit/form/pick-one.tsx';
import type { FieldControlProps } from '../kit/form/types.ts';
import { useScope } from '../lib/scope.ts';

/** Nothing uses it, and nothing keeps it from being bound. */
export const isFreeEip = (row: Address): boolean =>
  row.AddressStatus === 'UNBIND' && !row.BindedResourceId && !row.InstanceId && !row.NetworkInterfaceId && !row.IsArrears && !row.IsBlocked;

interface FreeEipControlProps extends FieldControlProps {
  /** What the parameter takes: its id, or the public address itself. */
  readonly by?: 'AddressId' | 'AddressIp';
  readonly hint?: string;
}

/** A free elastic IP of the region, found by address, name or id. */
export function FreeEipControl({ by = 'AddressIp', ...control }: FreeEipControlProps) {
  const { rows, loading } = useList(useScope(), 'eip');
  const options = rows.filter(isFreeEip).map((row) => ({
    value: row[by],
    label: row.AddressName ? `${row.AddressName} (${row.AddressIp})` : row.AddressIp,
    detail: row.AddressId,
  }));
  return <PickOne {...control} allowFree loading={loading} options={options} />;
}
