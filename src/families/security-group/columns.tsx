import { type ReactNode, useCallback, useMemo } from 'react';
import { Link } from 'react-router';
import type { SecurityGroup } from '../../../catalogue/families/security-group/index.ts';
import { type Translate, useFormats, useT } from '../../i18n/index.ts';
import { DraftMark } from '../../kit/draft-mark.tsx';
import type { Column } from '../../kit/list/column.ts';
import { useColumns } from '../../kit/list/columns.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Badge } from '../../ui/status.tsx';
import { bound, type Uses } from './usage.ts';

/** "3 instances, 1 database": what the group is bound to, and who names it. */
export function usesInWords(uses: Uses, t: Translate, list: (parts: string[]) => string): string {
  const parts = (['CVM', 'ENI', 'CDB', 'CLB', 'SG'] as const).flatMap((kind) =>
    uses[kind] > 0 ? [t(`securityGroup.uses${kind}`, { n: uses[kind] })] : [],
  );
  return parts.length > 0 ? list(parts) : t('securityGroup.unused');
}

/** Stable columns of the list; `uses` fills in as it arrives. */
export function useGroupColumns(uses: ReadonlyMap<string, Uses>): readonly Column<SecurityGroup>[] {
  const t = useT();
  const formats = useFormats();
  const specs = useMemo(
    () =>
      [
        { field: 'SecurityGroupDesc', width: 208 },
        {
          id: 'uses',
          header: t('securityGroup.uses'),
          value: (row: SecurityGroup) => {
            const of = uses.get(row.SecurityGroupId);
            return of ? bound(of) : null;
          },
          searchText: (row: SecurityGroup) => {
            const of = uses.get(row.SecurityGroupId);
            return of ? usesInWords(of, t, formats.list) : '';
          },
          render: (row: SecurityGroup) => {
            const of = uses.get(row.SecurityGroupId);
            return of && <UsesLink id={row.SecurityGroupId} words={usesInWords(of, t, formats.list)} none={bound(of) + of.SG === 0} />;
          },
          sortAs: 'number',
          width: 376,
        } satisfies Column<SecurityGroup>,
        { field: 'IsDefault', defaultHidden: true },
        { field: 'ProjectId', width: 88, defaultHidden: true },
        'CreatedTime',
      ] as const,
    [t, formats, uses],
  );
  return useColumns('security-group', specs);
}

function UsesLink({ id, words, none }: { readonly id: string; readonly words: string; readonly none: boolean }) {
  const scope = useScope();
  if (none) return <span className="text-muted">{words}</span>;
  return (
    <Link to={paths.detail('security-group', id, scope, 'uses')} className={linkClass}>
      {words}
    </Link>
  );
}

/** Marks the default groups, and drafts that were left, beside their names. */
export function useMark(): (row: SecurityGroup) => ReactNode {
  const t = useT();
  return useCallback(
    (row: SecurityGroup) => (
      <>
        {row.IsDefault && <Badge>{t('securityGroup.default')}</Badge>}
        <DraftMark id={row.SecurityGroupId} />
      </>
    ),
    [t],
  );
}
