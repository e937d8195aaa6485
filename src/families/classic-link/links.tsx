import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { ResultOf } from '../../../catalogue/index.ts';
import { q } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { type StandardActions, useActions } from '../../kit/actions.tsx';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { useNames } from '../../kit/ref.tsx';
import { listOf } from '../../lib/rows.ts';
import { useScope } from '../../lib/scope.ts';

/** An instance of the classic network and the VPC that it is linked to (7182). */
export type ClassicLink = ResultOf<'vpc:DescribeClassicLinkInstances'>['ClassicLinkInstanceSet'][number];

const named: readonly Family[] = ['vpc'];

export function useLinkColumns(withVpc: boolean): readonly Column<ClassicLink>[] {
  const names = useNames(named);
  const specs = useMemo(
    (): readonly ColumnSpec<ClassicLink>[] => (withVpc ? [{ field: 'VpcId', facet: true, width: 240 }] : []),
    [withVpc],
  );
  return useColumns('classic-link', specs, names);
}

export function useLinkActions(from: 'list' | 'detail'): StandardActions<ClassicLink> {
  const t = useT();
  return useActions('classic-link', from, {
    deleteLabel: t('classicLink.unlink'),
    params: ({ VpcId, InstanceId }) => ({ VpcId, InstanceIds: [InstanceId] }),
  });
}

/** Whether the account has a classic network, whose instances can be linked; null while that is not known. */
export function useHasClassic(): boolean | null {
  const { data } = useQuery(q(useScope(), 'vpc:DescribeAccountAttributes', {}));
  const platforms = listOf(data?.data.AccountAttributeSet).find((attribute) => attribute?.AttributeName === 'supported-platforms');
  // An answer of another shape tells nothing.
  return Array.isArray(platforms?.AttributeValues) ? platforms.AttributeValues.includes('CLASSIC') : null;
}
