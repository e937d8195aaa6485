import { type ReactNode, useMemo } from 'react';
import type { FamilyRef } from '../../../catalogue/define.ts';
import { type AnyRow, idOf, nameOf } from '../../lib/family.ts';
import { unreadableOf } from '../../lib/unreadable.ts';
import { ResourceName } from '../resource-name.tsx';
import { UnreadableMark } from '../unreadable.tsx';
import { useFamily } from '../words.ts';
import type { Column } from './column.ts';

/** The columns of a list behind the one that names its rows. */
export function useNamedColumns(
  family: FamilyRef,
  own: readonly Column<AnyRow>[],
  mark: ((row: AnyRow) => ReactNode) | undefined,
): readonly Column<AnyRow>[] {
  const { module, label } = useFamily(family);
  return useMemo(() => {
    const name: Column<AnyRow> = {
      id: module.data.name ?? module.data.id,
      header: label(module.data.name ?? module.data.id),
      value: (row) => nameOf(module, row) || idOf(module, row),
      searchText: (row) => idOf(module, row),
      exportAs: [
        ...(module.data.name === undefined ? [] : [{ header: label(module.data.name), value: (row: AnyRow) => nameOf(module, row) }]),
        { header: label(module.data.id), value: (row) => idOf(module, row) },
      ],
      render: (row) => {
        const odd = unreadableOf(row);
        return (
          <ResourceName
            family={family}
            id={odd ? odd.id : idOf(module, row)}
            name={nameOf(module, row)}
            nameless={module.data.name === undefined}
            mark={odd ? <UnreadableMark /> : mark?.(row)}
          />
        );
      },
    };
    return [name, ...own];
  }, [module, label, family, own, mark]);
}
