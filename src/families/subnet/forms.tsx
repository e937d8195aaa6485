import { useState } from 'react';
import { cidrOrNull, contains } from '../../../catalogue/address.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import { freeBlocks, overlaps } from '../../../network/addresses/cidr.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { AddressBar } from '../../kit/address-bar.tsx';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { Suggestions } from '../../kit/form/suggestions.tsx';
import type { ControlProps, FieldError } from '../../kit/form/types.ts';
import { usableIn } from '../../lib/addresses.ts';
import type { FormValues } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { Select } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/input.tsx';

/** What can be told of a block before the call: why it cannot be a subnet of the VPC, or null. */
export type BlockFault =
  | { readonly kind: 'outside' }
  | { readonly kind: 'overlap'; readonly with: Pick<Subnet, 'SubnetName' | 'SubnetId' | 'CidrBlock'> };

export function faultOf(
  block: string,
  range: string,
  taken: readonly Pick<Subnet, 'SubnetName' | 'SubnetId' | 'CidrBlock'>[],
): BlockFault | null {
  const wanted = cidrOrNull(block.trim());
  const whole = cidrOrNull(range);
  if (!wanted || !whole) return null;
  if (!contains(whole, wanted)) return { kind: 'outside' };
  const other = taken.find((subnet) => cidrOrNull(subnet.CidrBlock) && overlaps(subnet.CidrBlock, block.trim()));
  return other ? { kind: 'overlap', with: other } : null;
}

const sizes = { smallest: 28, largest: 16, usual: 24 };
const proposals = 5;

/** The VPC chosen in the form and what stands in it. */
function useVpc(id: unknown): { readonly vpc: Vpc | undefined; readonly subnets: readonly Subnet[] } {
  const scope = useScope();
  const vpcs = useList(scope, 'vpc');
  const subnets = useList(scope, 'subnet');
  return { vpc: vpcs.rows.find((vpc) => vpc.VpcId === id), subnets: subnets.rows.filter((subnet) => subnet.VpcId === id) };
}

function BlockControl({ ids, value, onChange, onBlur, values }: ControlProps & { readonly values: FormValues }) {
  const t = useT();
  const formats = useFormats();
  const { vpc, subnets } = useVpc(values.VpcId);
  const whole = vpc && cidrOrNull(vpc.CidrBlock);
  const [size, setSize] = useState<number | null>(null);
  const block = String(value ?? '');
  if (!vpc || !whole) {
    return (
      <div className="flex flex-col gap-1.5">
        <TextInput {...ids} mono value={block} onChange={onChange} onBlur={onBlur} />
        <p className="text-muted text-xs">{t('subnet.chooseVpc')}</p>
      </div>
    );
  }
  const prefix = Math.max(size ?? sizes.usual, whole.prefix, sizes.largest);
  const free = freeBlocks(
    vpc.CidrBlock,
    subnets.map((subnet) => subnet.CidrBlock),
    prefix,
    proposals,
  );
  const options = Array.from({ length: sizes.smallest - Math.max(whole.prefix, sizes.largest) + 1 }, (_, index) => {
    const length = Math.max(whole.prefix, sizes.largest) + index;
    return { value: String(length), label: t('subnet.sizeOption', { prefix: length, n: formats.number(usableIn(`0.0.0.0/${length}`)) }) };
  });
  const planned = faultOf(block, vpc.CidrBlock, subnets) === null && cidrOrNull(block.trim());
  return (
    <div className="flex flex-col gap-2">
      <TextInput {...ids} mono value={block} onChange={onChange} onBlur={onBlur} placeholder={free[0] ?? ''} />
      <div className="flex flex-col gap-2 rounded border border-line p-2.5">
        <AddressBar
          label={`${t('subnet.vpcRange')} ${vpc.CidrBlock}`}
          range={vpc.CidrBlock}
          blocks={[
            ...subnets.map((subnet) => ({ id: subnet.SubnetId, name: subnet.SubnetName, cidr: subnet.CidrBlock })),
            ...(planned ? [{ id: 'planned', name: String(values.SubnetName ?? ''), cidr: block.trim(), planned: true }] : []),
          ]}
        />
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
  const check = (values: FormValues): FieldError<'CidrBlock'>[] => {
    const vpc = vpcs.rows.find(({ VpcId }) => VpcId === values.VpcId);
    if (!vpc) return [];
    const fault = faultOf(
      String(values.CidrBlock ?? ''),
      vpc.CidrBlock,
      subnets.rows.filter(({ VpcId }) => VpcId === vpc.VpcId),
    );
    if (!fault) return [];
    const message =
      fault.kind === 'outside'
        ? t('subnet.outside', { cidr: vpc.CidrBlock })
        : t('subnet.overlapping', { name: fault.with.SubnetName || fault.with.SubnetId, cidr: fault.with.CidrBlock });
    return [{ path: 'CidrBlock', message }];
  };
  return <CreateForm family="subnet" components={{ CidrBlock: BlockControl }} check={check} />;
}
