import { type ReactNode, useCallback, useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { Address } from '../../../catalogue/families/eip/index.ts';
import { familyOfId } from '../../../catalogue/ids.ts';
import { useT } from '../../i18n/index.ts';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { Code } from '../../ui/copy.tsx';
import { Badge } from '../../ui/status.tsx';
import { boundTo, isBound } from './bound.ts';

/** What an elastic IP is bound to: an interface and a gateway have pages, an instance belongs to another service. */
export function Bound({ row, full = false, name }: { readonly row: Address; readonly full?: boolean; readonly name?: string }) {
  const t = useT();
  const id = boundTo(row);
  if (!id) return <span className="text-muted">{isBound(row) ? t('eip.boundUnknown') : '–'}</span>;
  const family = familyOfId(id);
  if (!family) return <Code copy={full}>{id}</Code>;
  return <RefLink family={family} id={id} full={full} {...(name === undefined ? {} : { name })} />;
}

const named: readonly Family[] = ['eni', 'nat-gateway'];

export function useEipColumns(): readonly Column<Address>[] {
  const t = useT();
  const names = useNames(named);
  const { label } = useFamily('eip');
  const specs = useMemo((): readonly ColumnSpec<Address>[] => {
    const nameOf = (id: string): string => {
      const family = familyOfId(id);
      return family ? names(family, id) : '';
    };
    return [
      { field: 'AddressIp', width: 136 },
      { field: 'AddressStatus', width: 184 },
      {
        id: 'BindedResourceId',
        header: label('BindedResourceId'),
        value: (row: Address) => boundTo(row) || (isBound(row) ? t('eip.boundUnknown') : ''),
        nameOfRef: (row: Address) => nameOf(boundTo(row)),
        render: (row: Address) => <Bound row={row} name={nameOf(boundTo(row))} />,
        width: 168,
      },
      { field: 'PrivateAddressIp', width: 128 },
      { field: 'IsArrears', defaultHidden: true },
      { field: 'IsBlocked', defaultHidden: true },
      'CreatedTime',
    ];
  }, [t, names, label]);
  return useColumns('eip', specs);
}

/** What keeps an elastic IP from working, beside its name. */
export function useMark(): (row: Address) => ReactNode {
  const t = useT();
  return useCallback(
    (row: Address) => (
      <>
        {row.IsArrears === true && <Badge meaning="danger">{t('eip.arrears')}</Badge>}
        {row.IsBlocked === true && <Badge meaning="danger">{t('eip.blocked')}</Badge>}
      </>
    ),
    [t],
  );
}
