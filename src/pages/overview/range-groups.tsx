/** VPCs that share addresses, over every region and account, and those without subnets. */

import type { RangeFindings } from '../../../network/routes/range-findings.ts';
import { useT } from '../../i18n/index.ts';
import { ScopeWords } from '../../network-model/scope-words.tsx';
import { Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Code } from '../../ui/copy.tsx';
import { Group, Item } from './finding-group.tsx';

export function RangeGroups({ network, ranges }: { readonly network: Network; readonly ranges: RangeFindings }) {
  const t = useT();
  const { overlaps, collisions, empty } = ranges;
  const end = (id: string) => (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      <Thing network={network} id={id} />
      <ScopeWords network={network} id={id} />
    </span>
  );
  const shared = (blocks: RangeFindings['overlaps'][number]['blocks']): string =>
    [...new Set(blocks.flatMap(({ a, b }) => [a, b]))].join(' / ');
  return (
    <>
      <Group title={t('overview.overlapping', { n: overlaps.length })} count={overlaps.length}>
        {overlaps.map(({ a, b, blocks }) => (
          <Item key={`${a} ${b}`} meaning="warning">
            <span>{t.node('addresses.overlap', { a: end(a), b: end(b), blocks: <Code>{shared(blocks)}</Code> })}</span>
          </Item>
        ))}
      </Group>
      <Group title={t('overview.collisions', { n: collisions.length })} count={collisions.length}>
        {collisions.map(({ claim, vpc, cidr }) => (
          <Item key={`${claim.id} ${claim.cidr} ${vpc} ${cidr}`} meaning="warning">
            <span>
              {t.node(`addresses.collision.${claim.kind === 'tunnel' ? 'tunnel' : 'route'}`, {
                from: end(claim.id),
                block: <Code>{claim.cidr}</Code>,
                vpc: end(vpc),
                range: <Code>{cidr}</Code>,
              })}
            </span>
          </Item>
        ))}
      </Group>
      <Group title={t('overview.empty', { n: empty.length })} count={empty.length}>
        {empty.map(({ id, cidr }) => (
          <Item key={id} meaning="neutral">
            {end(id)}
            <Code muted>{cidr}</Code>
          </Item>
        ))}
      </Group>
    </>
  );
}
