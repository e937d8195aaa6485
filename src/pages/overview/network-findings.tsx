/** What does not work in the networks of an account, and what could not be looked at. */
import { useMemo } from 'react';
import { findingKinds, networkFindings } from '../../../network/routes/network-findings.ts';
import { rangeFindings } from '../../../network/routes/range-findings.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useListWords } from '../../network-model/list-words.ts';
import { ScopeWords } from '../../network-model/scope-words.tsx';
import type { SourceKind } from '../../network-model/sources.ts';
import { Thing } from '../../network-model/thing.tsx';
import { unreadLists } from '../../network-model/unread-lists.ts';
import { useNetwork } from '../../network-model/use-network.ts';
import { Code } from '../../ui/copy.tsx';
import { Group, Item } from './finding-group.tsx';
import { RangeGroups } from './range-groups.tsx';

/** Routes are judged by all of them. */
const kinds: readonly SourceKind[] = [
  'subnets',
  'routeTables',
  'interfaces',
  'peerings',
  'natGateways',
  'vpnGateways',
  'vpnConnections',
  'directConnectGateways',
  'eips',
];

export function NetworkFindings({ account }: { readonly account: string | undefined }) {
  const t = useT();
  const formats = useFormats();
  const listWords = useListWords();
  const network = useNetwork(kinds);
  const { model, known, complete } = network;
  const { findings, ranges } = useMemo(() => {
    const mine = (id: string): boolean => known.has(id) && known.get(id)?.scope.account === account;
    return complete
      ? { findings: networkFindings(model, mine), ranges: rangeFindings(model, mine) }
      : { findings: [], ranges: { overlaps: [], collisions: [], empty: [] } };
  }, [model, known, complete, account]);
  const nothing = findings.length + ranges.overlaps.length + ranges.collisions.length + ranges.empty.length === 0;
  const unread = unreadLists(network);
  if (!complete) {
    return (
      <Item meaning="pending">
        <span>{t('overview.finding.looking')}</span>
      </Item>
    );
  }
  return (
    <>
      <RangeGroups network={network} ranges={ranges} />
      {findingKinds.map((kind) => {
        const all = findings.filter((one) => one.kind === kind);
        return (
          <Group key={kind} title={t(`overview.finding.${kind}`, { n: all.length })} count={all.length}>
            {all.map(({ id, what }) => (
              <Item key={`${id} ${what}`} meaning={kind === 'eip' ? 'neutral' : kind === 'request' ? 'pending' : 'danger'}>
                <Thing network={network} id={id} />
                {what && <Code muted>{what}</Code>}
                <ScopeWords network={network} id={id} />
              </Item>
            ))}
          </Group>
        );
      })}
      {nothing && unread.length === 0 && (
        <Item meaning="good">
          <span>{t('overview.finding.none')}</span>
        </Item>
      )}
      {unread.length > 0 && (
        <Item meaning="warning">
          <span>{t('overview.finding.unread', { lists: formats.list([...new Set(unread.map(listWords))]) })}</span>
        </Item>
      )}
    </>
  );
}
