import { ChevronDown, ChevronRight } from 'lucide-react';
import { ipv6SpaceOf } from '../../../network/model/space.ts';
import type { VpcInSpace } from '../../../network/model/vpc-spaces.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { ScopeWords } from '../../network-model/scope-words.tsx';
import { calledIn, Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Meter } from '../../ui/parts.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { Plan } from './plan.tsx';
import { SpaceMap } from './space-map.tsx';
import { SubnetTable } from './subnet-table.tsx';

interface VpcCardProps {
  readonly network: Network;
  readonly one: VpcInSpace;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The IPv6 blocks of a VPC in the /64 blocks that subnets take; nothing where there are none, or none are told. */
function Ipv6Blocks({ network, vpc }: { readonly network: Network; readonly vpc: string }) {
  const t = useT();
  const space = ipv6SpaceOf(network.model, vpc);
  return space?.blocks.map(({ cidr, total, taken, next }) => (
    <p key={cidr} className="flex flex-wrap items-baseline gap-x-3 text-sm">
      <Code>{cidr}</Code>
      <span className="text-muted">{t('addresses.ipv6Taken', { taken, total })}</span>
      {next !== null && space.unsure === null && (
        <span className="text-muted">{t.node('addresses.ipv6Next', { block: <Code copy>{next}</Code> })}</span>
      )}
    </p>
  ));
}

/** A VPC: its ranges as maps, and, opened, its subnets, its free blocks and room for new ones. */
export function VpcCard({ network, one, open, onToggle }: VpcCardProps) {
  const t = useT();
  const formats = useFormats();
  const { vpc, space, subnets } = one;
  const name = calledIn(network, vpc.id);
  const nameOf = (id: string): string => calledIn(network, id);
  // Before its subnets are here, all of a range would look free.
  const gap = network.model.gaps.find(
    ({ kind, account, region }) => kind === 'subnets' && account === vpc.account && region === vpc.region,
  );
  return (
    <section aria-label={name} className="rounded-md border border-line bg-surface">
      <div className="flex flex-col gap-2 p-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-sm">
            <Thing network={network} id={vpc.id} />
          </h3>
          <Code muted>{space.ranges.map(({ cidr }) => cidr).join(', ')}</Code>
          <ScopeWords network={network} id={vpc.id} />
          {!gap && (
            <span className="ml-auto flex flex-wrap items-center gap-x-4">
              <Meter
                label={t('addresses.usedLong', { used: space.used, size: space.size })}
                used={space.used}
                total={space.size}
                meaning={space.utilisation > 0.9 ? 'warning' : 'neutral'}
                words={t('addresses.used', { share: formats.percent(space.utilisation) })}
              />
              <span className="text-muted">{t('addresses.free', { n: space.free })}</span>
            </span>
          )}
        </div>
        {gap && <Skeleton className="w-full" />}
        {!gap && <Ipv6Blocks network={network} vpc={vpc.id} />}
        {(gap ? [] : space.ranges).map((range) => (
          <div key={range.cidr} className="flex flex-col gap-0.5">
            <SpaceMap range={range} subnets={subnets} nameOf={nameOf} />
          </div>
        ))}
        <div>
          <Button
            size="sm"
            variant="ghost"
            aria-expanded={open}
            icon={open ? <ChevronDown aria-hidden="true" className="size-4" /> : <ChevronRight aria-hidden="true" className="size-4" />}
            onClick={onToggle}
          >
            {t('addresses.open')}
          </Button>
        </div>
      </div>
      {open && !gap && (
        <div className="flex flex-col gap-4 border-line border-t p-4">
          <SubnetTable network={network} one={one} />
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h4 className="font-medium">{t('addresses.largest')}</h4>
            {space.largestFree.length === 0
              ? t('addresses.noFree')
              : space.largestFree.map((block) => (
                  <Code key={block} copy>
                    {block}
                  </Code>
                ))}
          </div>
          <Plan network={network} one={one} />
        </div>
      )}
    </section>
  );
}
