import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import type { SecurityGroup } from '../../../catalogue/families/security-group/index.ts';
import type { ListState } from '../../api/query.ts';
import { type Translate, useFormats } from '../../i18n/index.ts';
import { DraftMark } from '../../kit/draft-mark.tsx';
import { type Exact, exactly } from '../../kit/exactly.ts';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import type { ColumnTools } from '../../kit/standard-family.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Badge } from '../../ui/status.tsx';
import { boundCount, usesInWords, useUses } from './usage.ts';

/** What uses the groups fills in as it arrives. */
export function useGroupColumns(
  { t }: ColumnTools<'security-group'>,
  { rows, complete }: ListState<SecurityGroup>,
): Exact<ColumnSpecs<'security-group'>> {
  const { list } = useFormats();
  const { by: uses, error } = useUses(rows, complete);
  return useMemo(
    () =>
      exactly([
        { field: 'SecurityGroupDesc', width: 208 },
        {
          id: 'uses',
          header: t('securityGroup.uses'),
          value: (row) => {
            const of = uses.get(row.SecurityGroupId);
            return of ? boundCount(of) : null;
          },
          searchText: (row) => {
            const of = uses.get(row.SecurityGroupId);
            return of ? usesInWords(of, t, list) : error ? t('securityGroup.usesUnread') : '';
          },
          render: (row) => {
            const of = uses.get(row.SecurityGroupId);
            if (!of) return error && <span className="text-warning">{t('securityGroup.usesUnread')}</span>;
            return <UsesLink id={row.SecurityGroupId} words={usesInWords(of, t, list)} none={boundCount(of) + of.SG === 0} />;
          },
          sortAs: 'number',
          width: 376,
        },
        { field: 'IsDefault', defaultHidden: true },
        { field: 'ProjectId', width: 88, defaultHidden: true },
        'CreatedTime',
      ]),
    [t, list, uses, error],
  );
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
export const groupMarks = (row: SecurityGroup, t: Translate): ReactNode => (
  <>
    {row.IsDefault && <Badge>{t('securityGroup.default')}</Badge>}
    <DraftMark id={row.SecurityGroupId} />
  </>
);
