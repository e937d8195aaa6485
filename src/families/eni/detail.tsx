import type { Family } from '../../../catalogue/define.ts';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { useT } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { StateValue } from '../../kit/field-value.tsx';
import { MachineInFull } from '../../kit/machines.tsx';
import { MapLink } from '../../kit/map-link.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { CloudTime } from '../../ui/parts.tsx';
import { Badge } from '../../ui/status.tsx';
import { Contained } from '../contained.tsx';
import { AddressTable } from './addresses.tsx';
import { Ipv6Table } from './ipv6-table.tsx';
import { instanceOf } from './one.tsx';

/** The instance that has it, since when, and as which of its interfaces. */
function Attachment({ row }: { readonly row: NetworkInterface }) {
  const t = useT();
  const { Attachment: attachment } = row;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <MachineInFull id={instanceOf(row)} />
      <span className="text-muted">
        {attachment.DeviceIndex != null && t('eni.index', { n: attachment.DeviceIndex })}{' '}
        {attachment.AttachTime ? t.node('eni.since', { time: <CloudTime value={attachment.AttachTime} /> }) : null}
      </span>
    </span>
  );
}

/** Shown in tables below; the second only accounts of today tell, so the row's type does not name it. */
const inTables = ['PrivateIpAddressSet', 'Ipv6AddressSet'] as readonly (keyof NetworkInterface & string)[];

const groups: readonly Family[] = ['security-group'];

const named: readonly Family[] = ['vpc', 'subnet'];

/** In the order in which they are tried. */
function Groups({ ids }: { readonly ids: readonly string[] }) {
  const t = useT();
  const names = useNames(groups);
  if (ids.length === 0) return <span className="text-muted">{t('eni.noGroups')}</span>;
  return (
    <ol title={t('eni.groupsHint')} className="flex flex-wrap gap-x-4">
      {ids.map((id) => (
        <li key={id}>
          <RefLink family="security-group" id={id} name={names('security-group', id)} full />
        </li>
      ))}
    </ol>
  );
}

export const useEniDetail: UseDetail<'eni'> = ({ id, row, standard }) => {
  const t = useT();
  // Brings the names that links on this page show.
  useNames(named);
  return exactly({
    primary: 'edit',
    marks: row && (
      <>
        <StateValue family="eni" field="State" value={row.State} />
        {row.Primary && <Badge>{t('eni.primary')}</Badge>}
        <MapLink vpc={row.VpcId} at={`subnet:${row.SubnetId}`} />
      </>
    ),
    tabs: [
      standard.properties((eni) =>
        exactly({
          without: inTables,
          draw: {
            Attachment: instanceOf(eni) ? <Attachment row={eni} /> : null,
            GroupSet: <Groups ids={eni.GroupSet} />,
          },
          below: (
            <>
              <AddressTable row={eni} />
              <Ipv6Table row={eni} />
            </>
          ),
        }),
      ),
      { path: 'rules', label: t('eni.rules'), content: row && <Contained family="security-group" parent={{ family: 'eni', id }} /> },
      standard.references(),
    ],
  });
};
