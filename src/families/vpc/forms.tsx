import { cidrOrNull } from '../../../catalogue/address.ts';
import type { Vpc } from '../../../catalogue/families/vpc.ts';
import { freeBlocks, overlaps } from '../../../network/index.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';
import { Suggestions } from '../../kit/form/suggestions.tsx';
import type { ControlProps } from '../../kit/form/types.ts';
import { usePlace } from '../../lib/place.ts';
import { TextInput } from '../../ui/input.tsx';
import { Notice } from '../../ui/status.tsx';

/** How many free /16 blocks of each private range are proposed. */
const proposals = [
  ['10.0.0.0/8', 3],
  ['172.16.0.0/12', 1],
  ['192.168.0.0/16', 1],
] as const;

/** Blocks of the usual size that no VPC of the region has. */
export const freeRanges = (used: readonly string[]): string[] => proposals.flatMap(([range, limit]) => freeBlocks(range, used, 16, limit));

/** The VPCs whose range shares addresses with a block; none for a text that is no block yet. */
export const overlapping = <V extends Pick<Vpc, 'CidrBlock'>>(vpcs: readonly V[], block: string): V[] =>
  cidrOrNull(block) ? vpcs.filter((vpc) => cidrOrNull(vpc.CidrBlock) && overlaps(vpc.CidrBlock, block)) : [];

function RangeControl({ ids, value, onChange, onLeave }: ControlProps) {
  const t = useT();
  const vpcs = useList<Vpc>(usePlace(), 'vpc');
  const block = String(value ?? '');
  const free = vpcs.complete ? freeRanges(vpcs.rows.map((vpc) => vpc.CidrBlock)) : [];
  return (
    <div className="flex flex-col gap-1.5">
      <TextInput {...ids} mono value={block} onChange={onChange} onBlur={onLeave} placeholder={free[0] ?? '10.0.0.0/16'} />
      {free.length > 0 && <Suggestions label={t('vpc.suggest')} values={free} chosen={block} onChoose={onChange} />}
      <OverlapNotice block={block} />
    </div>
  );
}

/** A warning, no refusal: some networks are meant to be islands. */
function OverlapNotice({ block }: { readonly block: string }) {
  const t = useT();
  const formats = useFormats();
  const vpcs = useList<Vpc>(usePlace(), 'vpc');
  const others = overlapping(vpcs.rows, block.trim());
  if (others.length === 0) return null;
  return (
    <Notice live meaning="warning" title={t('vpc.overlapsTitle')}>
      {t('vpc.overlapsOne', { names: formats.list(others.slice(0, 5).map((vpc) => `${vpc.VpcName || vpc.VpcId} (${vpc.CidrBlock})`)) })}
    </Notice>
  );
}

export const CreateVpc = () => <CreateForm family="vpc" components={{ CidrBlock: RangeControl }} />;

export const EditVpc = ({ id }: { readonly id: string }) => (
  <EditForm<Vpc> family="vpc" id={id} from={(row) => ({ DnsServers: row.DnsServerSet ?? [] })} />
);
