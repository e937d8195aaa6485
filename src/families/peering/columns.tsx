import { useMemo } from 'react';
import type { ListState } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { type Exact, exactly } from '../../kit/exactly.ts';
import type { Column } from '../../kit/list/column.ts';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import type { ColumnTools } from '../../kit/standard-family.tsx';
import { useDialect } from '../../lib/scope.ts';
import { useNow } from '../../lib/use-now.ts';
import { useCarriedInList } from './carried-list.ts';
import { PeeringState, useStateText } from './carried-state.tsx';
import { expiryOf, states } from './expiry.ts';
import { PictureLink } from './shown-picture.tsx';
import { SideLink, useWhere } from './side-link.tsx';
import { type Peering, type Side, useSides } from './sides.ts';

/** How long a request still waits; words where that is not told. */
export function Expiry({ row }: { readonly row: Peering }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow(60_000);
  if (row.state === states.expired) return t('peering.expired');
  if (row.state !== states.asked) return null;
  const end = expiryOf(row, now);
  if (!end) return <span title={t('peering.askedAgain')}>{t('peering.notTold')}</span>;
  return <span title={formats.dateTime(end)}>{formats.relative(end, new Date(now))}</span>;
}

/** What passes between regions, as rows of today tell it; within one nothing limits it. */
const todaysColumns = (noLimit: string): ColumnSpecs<'peering'> => [
  {
    field: 'bandwidth',
    width: 116,
    render: ({ bandwidth }) => (bandwidth === 0 ? <span className="text-muted">{noLimit}</span> : (bandwidth ?? null)),
  },
  { field: 'chargeType', defaultHidden: true },
  { field: 'qosLevel', defaultHidden: true },
];

export function usePeeringColumns({ t }: ColumnTools<'peering'>, { rows }: ListState<Peering>): Exact<ColumnSpecs<'peering'>> {
  const sides = useSides(rows);
  const carried = useCarriedInList(rows, sides);
  const words = useStateText(carried);
  const where = useWhere();
  const isToday = useDialect() === 'today';
  return useMemo((): Exact<ColumnSpecs<'peering'>> => {
    const told = (side: Side): string => [side.vpc?.VpcName, side.vpcId, side.vpc?.CidrBlock, where(side)].filter(Boolean).join(' ');
    const end = (of: (row: Peering) => Side): Partial<Column<Peering>> => ({
      value: (row) => of(row).vpc?.VpcName || of(row).vpcId,
      searchText: (row) => told(of(row)),
      render: (row) => <SideLink side={of(row)} />,
    });
    const joins = (row: Peering): string => {
      const reach = sides.reach(row);
      return reach === 'asking' ? '' : t(`peering.reach.${reach}`);
    };
    return exactly([
      {
        field: 'state',
        // What is shown is what is sorted, searched and exported.
        value: words,
        searchText: words,
        facet: true,
        render: (row) => (
          <PictureLink id={row.peeringConnectionId}>
            <PeeringState row={row} carried={carried} />
          </PictureLink>
        ),
        width: 220,
      },
      { field: 'unVpcId', ...end(sides.from), width: 184 },
      // The other end is the one that says where it is.
      { field: 'unPeerVpcId', ...end(sides.to), width: 288 },
      { id: 'reach', header: t('peering.reach'), value: joins, facet: true, width: 132 },
      {
        id: 'expiry',
        header: t('peering.answerBy'),
        value: (row) => (row.state === states.asked ? row.createTime : ''),
        render: (row) => <Expiry row={row} />,
        sortAs: 'time',
        width: 120,
      },
      ...(isToday ? todaysColumns(t('peering.noLimit')) : []),
      { field: 'createTime', defaultHidden: true },
    ]);
  }, [t, words, where, sides, carried, isToday]);
}
