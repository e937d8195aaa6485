import { useMemo, useState } from 'react';
import type { NetworkModel } from '../../../network/model/model.ts';
import { vpcOverlaps } from '../../../network/model/space.ts';
import { claimsNotRead, collisions } from '../../../network/routes/claims.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useListWords } from '../../network-model/list-words.ts';
import { ScopeWords } from '../../network-model/scope-words.tsx';
import { Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { StatusIcon } from '../../ui/status.tsx';

const few = 6;

type VpcOverlap = ReturnType<typeof vpcOverlaps>;

/** VPCs that share addresses, told before a peering is tried. */
export function Overlaps({ network, overlaps }: { readonly network: Network; readonly overlaps: VpcOverlap }) {
  const t = useT();
  const formats = useFormats();
  const listWords = useListWords();
  const [all, setAll] = useState(false);
  const met = useMemo(() => collisions(network.model), [network.model]);
  const unread = claimsNotRead(network.model);
  const shown = all ? overlaps : overlaps.slice(0, few);
  return (
    <Card flush title={t('addresses.overlaps')}>
      {overlaps.length === 0 && met.length === 0 ? (
        <p className="flex items-center gap-2.5 px-4 py-3">
          <StatusIcon meaning={unread.length === 0 ? 'good' : 'neutral'} />
          {t(unread.length === 0 ? 'addresses.overlapsNone' : 'addresses.overlapsNoneRead')}
        </p>
      ) : (
        <>
          {overlaps.length > 0 && <p className="px-4 pt-2 text-muted text-xs">{t('addresses.overlapsWhat')}</p>}
          <ul aria-label={t('addresses.overlaps')} className="divide-y divide-line">
            {shown.map(({ a, b, blocks }) => (
              <li key={`${a} ${b}`} className="flex items-start gap-2.5 px-4 py-2">
                <StatusIcon meaning="warning" className="mt-0.5" />
                <span className="min-w-0">
                  {t.node('addresses.overlap', {
                    a: <End network={network} id={a} />,
                    b: <End network={network} id={b} />,
                    blocks: (
                      <Code>{[...new Set(blocks.flatMap((pair) => (pair.a === pair.b ? [pair.a] : [pair.a, pair.b])))].join(' / ')}</Code>
                    ),
                  })}
                </span>
              </li>
            ))}
          </ul>
          {overlaps.length > few && !all && (
            <div className="px-2 py-1">
              <Button size="sm" variant="ghost" onClick={() => setAll(true)}>
                {t('addresses.showAll', { n: overlaps.length })}
              </Button>
            </div>
          )}
        </>
      )}
      {met.length > 0 && (
        <>
          <p className="px-4 pt-2 text-muted text-xs">{t('addresses.collisionsWhat')}</p>
          <ul aria-label={t('addresses.collisions')} className="divide-y divide-line">
            {met.map(({ claim, vpc, cidr }) => (
              <li key={`${claim.id} ${claim.cidr} ${vpc} ${cidr}`} className="flex items-start gap-2.5 px-4 py-2">
                <StatusIcon meaning="warning" className="mt-0.5" />
                <span className="min-w-0">
                  {t.node(`addresses.collision.${claim.kind === 'tunnel' ? 'tunnel' : 'route'}`, {
                    from: <End network={network} id={claim.id} />,
                    block: <Code>{claim.cidr}</Code>,
                    vpc: <End network={network} id={vpc} />,
                    range: <Code>{cidr}</Code>,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {unread.length > 0 && (
        <p className="px-4 py-2 text-muted text-xs">
          {t('addresses.overlapsNotRead', { lists: formats.list([...new Set(unread.map(listWords))]) })}
        </p>
      )}
    </Card>
  );
}

const End = ({ network, id }: { readonly network: Network; readonly id: string }) => (
  <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
    <Thing network={network} id={id} />
    <ScopeWords network={network} id={id} />
  </span>
);

/** None while the blocks cannot be read. */
export function overlapsOf(model: NetworkModel): VpcOverlap {
  try {
    return vpcOverlaps(model);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
