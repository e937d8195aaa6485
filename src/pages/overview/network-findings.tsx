/** What does not work in the networks of an account, and what could not be looked at. */
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { NetworkFinding } from '../../../network/findings/finding.ts';
import { findings } from '../../../network/findings/findings.ts';
import { eipUnbound } from '../../../network/findings/kinds/eip-unbound.ts';
import { natArrears } from '../../../network/findings/kinds/nat-arrears.ts';
import { peeringWaiting } from '../../../network/findings/kinds/peering-waiting.ts';
import { routeDead } from '../../../network/findings/kinds/route-dead.ts';
import { tunnelDown } from '../../../network/findings/kinds/tunnel-down.ts';
import { rangeFindings } from '../../../network/routes/range-findings.ts';
import type { Slices } from '../../../network/rules/slices.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { useSlices } from '../../lib/use-slices.ts';
import { useListWords } from '../../network-model/list-words.ts';
import { ScopeWords } from '../../network-model/scope-words.tsx';
import type { SourceKind } from '../../network-model/sources.ts';
import { Thing } from '../../network-model/thing.tsx';
import { unreadLists } from '../../network-model/unread-lists.ts';
import { useNetwork } from '../../network-model/use-network.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Group, Item } from './finding-group.tsx';
import { RangeGroups } from './range-groups.tsx';

/** The kinds of findings that need no rules, each with what it is called here. */
const told = [
  { kind: routeDead, group: 'dead-route', meaning: 'danger' },
  { kind: natArrears, group: 'nat', meaning: 'danger' },
  { kind: tunnelDown, group: 'tunnel', meaning: 'danger' },
  { kind: eipUnbound, group: 'eip', meaning: 'neutral' },
  { kind: peeringWaiting, group: 'request', meaning: 'pending' },
] as const;
const toldKinds = told.map(({ kind }) => kind);

/** Beside the cause's name: the destination of a route, an address. */
const partOf = ({ parameters: { destination, address } }: NetworkFinding): string | null => {
  const part = destination ?? address;
  return part === undefined ? null : String(part);
};

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
  const scope = useScope();
  const network = useNetwork(kinds);
  const { model, known, complete } = network;
  const mine = useCallback((id: string): boolean => known.has(id) && known.get(id)?.scope.account === account, [known, account]);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const work = useCallback(
    function* (): Slices<readonly NetworkFinding[] | null> {
      return complete ? (yield* findings(model, today, toldKinds)).findings : null;
    },
    [complete, model, today],
  );
  const judged = useSlices(work);
  const ranges = useMemo(
    () => (complete ? rangeFindings(model, mine) : { overlaps: [], collisions: [], empty: [] }),
    [complete, model, mine],
  );
  // A request waits for whom it was sent to.
  const own = (judged ?? []).filter(({ kind, causes: [cause], parameters: { to } }) =>
    mine(kind === peeringWaiting.id ? String(to) : cause.id),
  );
  const nothing = own.length + ranges.overlaps.length + ranges.collisions.length + ranges.empty.length === 0;
  const unread = unreadLists(network);
  if (judged === null) {
    return (
      <Item meaning="pending">
        <span>{t('overview.finding.looking')}</span>
      </Item>
    );
  }
  return (
    <>
      <RangeGroups network={network} ranges={ranges} />
      {told.map(({ kind, group, meaning }) => {
        const all = own.filter((one) => one.kind === kind.id);
        return (
          <Group key={group} title={t(`overview.finding.${group}`, { n: all.length })} count={all.length}>
            {all.map((one) => (
              <Item key={one.id} meaning={meaning}>
                <Thing network={network} id={one.causes[0].id} />
                {partOf(one) && <Code muted>{partOf(one) ?? ''}</Code>}
                <ScopeWords network={network} id={one.causes[0].id} />
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
      <p className="px-4 py-2">
        <Link to={paths.page('findings', scope)} className={linkClass}>
          {t('overview.finding.all')}
        </Link>
      </p>
    </>
  );
}
