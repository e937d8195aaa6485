import { useCallback, useState } from 'react';
import { cidrOrNull, contains } from '../../../catalogue/address.ts';
import { overlaps } from '../../../network/addresses/cidr.ts';
import type { VpcInSpace } from '../../../network/model/vpc-spaces.ts';
import { useT } from '../../i18n/index.ts';
import { ListImport } from '../../kit/tables/list-import.tsx';
import type { ListItem } from '../../lib/tables/lists.ts';
import type { FaultCode } from '../../lib/tables/reading.ts';
import { Button } from '../../ui/button.tsx';
import type { PlannedSubnet } from './run.ts';

/** What is wrong with a block for a subnet of this VPC, among those that stand and those that were brought before it. */
export function blockFault(one: VpcInSpace, zones: readonly string[], item: ListItem, earlier: readonly ListItem[]): FaultCode | null {
  const block = cidrOrNull(item.value);
  if (block === null || block.prefix < 16 || block.prefix > 28) return 'block-size';
  const ranges = one.space.ranges.flatMap(({ cidr }) => cidrOrNull(cidr) ?? []);
  if (!ranges.some((range) => contains(range, block))) return 'block-outside';
  const taken = [...one.subnets.map(({ row }) => row.cidr), ...earlier.map(({ value }) => value)];
  if (taken.some((cidr) => overlaps(cidr, item.value))) return 'block-taken';
  return item.zone !== '' && !zones.includes(item.zone) ? 'zone-unknown' : null;
}

interface BroughtBlocksProps {
  readonly one: VpcInSpace;
  readonly zones: readonly string[];
  /** Why nothing can be said of what is taken. */
  readonly disabledReason: string | undefined;
  readonly onPlan: (plan: readonly PlannedSubnet[]) => void;
  /** Zone and name for the nth subnet that says none. */
  readonly nameFor: (at: number) => Pick<PlannedSubnet, 'zone' | 'name'>;
}

/** Subnets as somebody else planned them: their blocks, names and zones from a file or a text. */
export function BroughtBlocks({ one, zones, disabledReason, onPlan, nameFor }: BroughtBlocksProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const check = useCallback((item: ListItem, earlier: readonly ListItem[]) => blockFault(one, zones, item, earlier), [one, zones]);
  return (
    <>
      <Button className="mt-6" disabledReason={disabledReason} onClick={() => setOpen(true)}>
        {t('tables.openList')}
      </Button>
      {open && (
        <ListImport
          kind="blocks"
          check={check}
          onClose={() => setOpen(false)}
          onTake={(items) => {
            setOpen(false);
            onPlan(
              items.map(({ value, name, zone }, at): PlannedSubnet => {
                const proposed = nameFor(at);
                return { cidr: value, zone: zone || proposed.zone, name: name || proposed.name };
              }),
            );
          }}
        />
      )}
    </>
  );
}
