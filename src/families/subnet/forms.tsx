import { useState } from 'react';
import { cidrOrNull, contains } from '../../../catalogue/address.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import { freeBlocks, overlaps } from '../../../network/addresses/cidr.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { AddressBar } from '../../kit/address-bar.tsx';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { Suggestions } from '../../kit/form/suggestions.tsx';
import type { ControlProps, FieldError, ValuesOf } from '../../kit/form/types.ts';
import { rangesOfVpc } from '../../lib/address-space.ts';
import { usableIn } from '../../lib/addresses.ts';
import { useScope } from '../../lib/scope.ts';
import { Select } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/input.tsx';

/** What can be told of a block before the call: why it cannot be a subnet of the VPC, or null. */
export type BlockFault =
  | { readonly kind: 'outside' }
  | { readonly kind: 'overlap'; readonly with: Pick<Subnet, 'SubnetName' | 'SubnetId' | 'CidrBlock'> };

export function subnetBlockFault(
  block: string,
  ranges: readonly string[],
  taken: readonly Pick<Subnet, 'SubnetName' | 'SubnetId' | 'CidrBlock'>[],
): BlockFault | null {
  const wanted = cidrOrNull(block.trim());
  const whole = ranges.flatMap((range) => cidrOrNull(range) ?? []);
  if (!wanted || whole.length === 0) return null;
  if (!whole.some((range) => contains(range, wanted))) return { kind: 'outside' };
  const other = taken.find((subnet) => cidrOrNull(subnet.CidrBlock) && overlaps(subnet.CidrBlock, block.trim()));
  return other ? { kind: 'overlap', with: other } : null;
}

/** Free blocks to propose, ascending in each range: every range has its turn, so that a second one is not passed over for the first. */
export function freeInRanges(ranges: readonly string[], used: readonly string[], prefix: number, limit: number): string[] {
  const free = ranges.map((range) => freeBlocks(range, used, prefix, limit));
  const chosen = free.map((): string[] => []);
  for (let turn = 0; turn < limit; turn += 1)
    for (const [at, blocks] of free.entries()) {
      const block = blocks[turn];
      if (block !== undefined && chosen.flat().length < limit) chosen[at]?.push(block);
    }
  return chosen.flat();
}

const prefixOf = (range: string): number => cidrOrNull(range)?.prefix ?? 32;

const sizes = { smallest: 28, largest: 16, usual: 24 };
const proposals = 5;

/** The VPC chosen in the form and what stands in it. */
function useVpc(id: unknown): { readonly vpc: Vpc | undefined; readonly subnets: readonly Subnet[] } {
  const scope = useScope();
  const vpcs = useList(scope, 'vpc');
  const subnets = useList(scope, 'subnet');
  return { vpc: vpcs.rows.find((vpc) => vpc.VpcId === id), subnets: subnets.rows.filter((subnet) => subnet.VpcId === id) };
}

function BlockControl({ ids, value, onChange, onBlur, values }: ControlProps & { readonly values: ValuesOf<'VpcId' | 'SubnetName'> }) {
  const t = useT();
  const { vpc, subnets } = useVpc(values.VpcId);
  const ranges = vpc ? rangesOfVpc(vpc) : [];
  const [size, setSize] = useState<number | null>(null);
  const block = String(value ?? '');
  if (ranges.length === 0) {
    return (
      <div className="flex flex-col gap-1.5">
        <TextInput {...ids} mono value={block} onChange={onChange} onBlur={onBlur} />
        <p className="text-muted text-xs">{t('subnet.chooseVpc')}</p>
      </div>
    );
  }
  // The largest that any range has room for.
  const largest = Math.max(Math.min(...ranges.map(prefixOf)), sizes.largest);
  const prefix = Math.max(size ?? sizes.usual, largest);
  const used = subnets.map((subnet) => subnet.CidrBlock).filter((block) => cidrOrNull(block) !== null);
  const free = freeInRanges(ranges, used, prefix, proposals);
  const options = Array.from({ length: sizes.smallest - largest + 1 }, (_, index) => {
    const length = largest + index;
    return { value: String(length), label: t('subnet.sizeOption', { prefix: length, n: usableIn(`0.0.0.0/${length}`) }) };
  });
  const planned = subnetBlockFault(block, ranges, subnets) === null && cidrOrNull(block.trim());
  return (
    <div className="flex flex-col gap-2">
      <TextInput {...ids} mono value={block} onChange={onChange} onBlur={onBlur} placeholder={free[0] ?? ''} />
      <div className="flex flex-col gap-2 rounded border border-line p-2.5">
        {ranges.map((range) => (
          <AddressBar
            key={range}
            label={`${t('subnet.vpcRange')} ${range}`}
            range={range}
            blocks={[
              ...subnets.map((subnet) => ({ id: subnet.SubnetId, name: subnet.SubnetName, cidr: subnet.CidrBlock })),
              ...(planned ? [{ id: 'planned', name: String(values.SubnetName ?? ''), cidr: block.trim(), planned: true }] : []),
            ].filter(({ cidr }) => cidrOrNull(cidr) !== null && overlaps(range, cidr))}
          />
        ))}
        <Select aria-label={t('subnet.size')} value={String(prefix)} onChange={(next) => setSize(Number(next))} options={options} />
        {free.length > 0 ? (
          <Suggestions label={t('subnet.free')} values={free} chosen={block} onChoose={onChange} />
        ) : (
          <p className="text-muted text-xs">{t('subnet.noFree')}</p>
        )}
      </div>
    </div>
  );
}

export function CreateSubnet() {
  const t = useT();
  const scope = useScope();
  const vpcs = useList(scope, 'vpc');
  const subnets = useList(scope, 'subnet');
  const check = (values: ValuesOf<'VpcId' | 'CidrBlock' | 'SubnetName'>): FieldError<'CidrBlock'>[] => {
    const vpc = vpcs.rows.find(({ VpcId }) => VpcId === values.VpcId);
    if (!vpc) return [];
    const fault = subnetBlockFault(
      String(values.CidrBlock ?? ''),
      rangesOfVpc(vpc),
      subnets.rows.filter(({ VpcId }) => VpcId === vpc.VpcId),
    );
    if (!fault) return [];
    const message =
      fault.kind === 'outside'
        ? t('subnet.outside', { cidr: rangesOfVpc(vpc).join(', ') })
        : t('subnet.overlapping', { name: fault.with.SubnetName || fault.with.SubnetId, cidr: fault.with.CidrBlock });
    return [{ path: 'CidrBlock', message }];
  };
  return <CreateForm family="subnet" components={{ CidrBlock: BlockControl }} check={check} />;
}
