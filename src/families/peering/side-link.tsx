import { useCallback } from 'react';
import { Link } from 'react-router';
import { regionName } from '../../../catalogue/regions.ts';
import { useLanguage } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import type { Side } from './sides.ts';

/** Where an end stands, in words, as far as that differs from this page: region, account. */
export function useWhere(): (side: Side) => string {
  const language = useLanguage();
  const here = useScope();
  return useCallback(
    ({ region, account, uin, mine }: Side) =>
      [region !== null && region !== here.region ? regionName(region, language) : '', mine ? '' : (account?.name ?? `UIN ${uin}`)]
        .filter(Boolean)
        .join(' · '),
    [language, here.region],
  );
}

/** One end of a peering: its VPC, with a link wherever it stands, and where that is. */
export function SideLink({
  side,
  bare = false,
}: {
  readonly side: Side /** Where it is stands beside it already. */;
  readonly bare?: boolean;
}) {
  const told = useWhere();
  const where = bare ? '' : told(side);
  const name = side.vpc?.VpcName || side.vpcId;
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1.5" title={`${name} ${side.vpcId} ${where}`}>
      {side.scope ? (
        <Link to={paths.detail('vpc', side.vpcId, side.scope)} className={cx(linkClass, 'truncate', !side.vpc?.VpcName && 'font-mono')}>
          <bdi>{name}</bdi>
        </Link>
      ) : (
        <code className="truncate">{side.vpcId}</code>
      )}
      {where && <span className="truncate text-muted text-xs">{where}</span>}
    </span>
  );
}
