import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import type { ListState } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { AddressBar } from '../../kit/address-bar.tsx';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { addressesIn } from '../../lib/addresses.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Skeleton } from '../../ui/spinner.tsx';

interface AddressSpaceProps {
  readonly vpc: Pick<Vpc, 'CidrBlock'>;
  readonly list: ListState<Subnet>;
}

/** How a VPC's range is cut into subnets. */
export function AddressSpace({ vpc, list }: AddressSpaceProps) {
  const t = useT();
  const formats = useFormats();
  const scope = useScope();
  if (list.error && list.rows.length === 0) return <ErrorPlace error={list.error} onRetry={list.refresh} />;
  if (!list.complete) return <Skeleton className="w-full" />;
  const total = addressesIn(vpc.CidrBlock);
  const given = list.rows.reduce((sum, subnet) => sum + addressesIn(subnet.CidrBlock), 0);
  return (
    <div className="flex flex-col gap-2">
      <p>{t('vpc.spaceWords', { given, total, share: formats.percent(total > 0 ? given / total : 0), subnets: list.rows.length })}</p>
      <AddressBar
        label={t('vpc.space')}
        range={vpc.CidrBlock}
        blocks={list.rows.map((subnet) => ({
          id: subnet.SubnetId,
          name: subnet.SubnetName,
          cidr: subnet.CidrBlock,
          detail: subnet.Zone,
          to: paths.detail('subnet', subnet.SubnetId, scope),
        }))}
      />
    </div>
  );
}
