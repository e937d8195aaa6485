import { type ReactNode, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { parseIp } from '../../../network/addresses/ip.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import { type NextHop, nextHopOfTable } from '../../../network/routes/routes.ts';
import { useT } from '../../i18n/index.ts';
import { RefLink } from '../../kit/ref.tsx';
import { afterPress, watchPresses } from '../../lib/press.ts';
import { listsIn, useListWords } from '../../network-model/list-words.ts';
import { Code } from '../../ui/copy.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Card } from '../../ui/parts.tsx';
import { type Meaning, Notice } from '../../ui/status.tsx';
import { Hop, RouteWords } from './words.tsx';

interface NextHopQueryProps {
  readonly model: NetworkModel;
  readonly table: string;
}

/** Which way packets for an address go from a subnet that follows the table. The address asked for stands in the URL. */
export function NextHopQuery({ model, table }: NextHopQueryProps) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(search.get('address') ?? '');
  useEffect(watchPresses, []);
  const [left, setLeft] = useState(typed !== '');
  const address = typed.trim();
  const valid = parseIp(address) !== null;
  const put = (next: string): void => {
    setTyped(next);
    const kept = parseIp(next.trim()) !== null ? next.trim() : null;
    if (kept === search.get('address')) return;
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (kept === null) after.delete('address');
        else after.set('address', kept);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return (
    <Card title={t('routeTable.query.title')}>
      <div className="flex flex-col gap-3">
        <div className="max-w-80">
          <Field
            label={t('routeTable.query.label')}
            required
            help={t('routeTable.query.hint')}
            error={left && address !== '' && !valid ? t('routeTable.query.bad') : undefined}
          >
            {(ids) => <TextInput {...ids} mono value={typed} onChange={put} onBlur={() => afterPress(() => setLeft(true))} />}
          </Field>
        </div>
        <div aria-live="polite">{valid && <Answer hop={nextHopOfTable(model, table, address)} address={address} />}</div>
      </div>
    </Card>
  );
}

const meaningOf = (hop: NextHop): Meaning => {
  if (hop.kind === 'route') return hop.route.remarks.length > 0 ? 'warning' : 'good';
  if (hop.kind === 'local') return hop.subnet === null ? 'warning' : 'good';
  return hop.kind === 'dead' || hop.kind === 'none' ? 'danger' : 'warning';
};

function Answer({ hop, address: text }: { readonly hop: NextHop; readonly address: string }) {
  const route = 'route' in hop ? hop.route : null;
  const listWords = useListWords();
  const missing = 'reason' in hop ? listsIn([hop.reason]) : [];
  return (
    <Notice meaning={meaningOf(hop)} title={<Sentence hop={hop} address={<Code>{text}</Code>} />}>
      {missing.length > 0 && <p>{missing.map(listWords).join(' ')}</p>}
      {route && hop.kind !== 'local' && (
        <>
          {hop.kind !== 'route' && <Hop route={route} />}
          <RouteWords route={route} />
        </>
      )}
    </Notice>
  );
}

function Sentence({ hop, address }: { readonly hop: NextHop; readonly address: ReactNode }) {
  const t = useT();
  switch (hop.kind) {
    case 'local':
      if (hop.reason) return t.node('routeTable.query.notKnown', { address });
      return hop.subnet === null
        ? t.node('routeTable.query.localNowhere', { address })
        : t.node('routeTable.query.local', { address, subnet: <RefLink family="subnet" id={hop.subnet} /> });
    case 'route':
      return t.node('routeTable.query.route', {
        address,
        hop: <Hop route={hop.route} />,
        destination: <Code>{hop.route.destination}</Code>,
      });
    case 'dead':
    case 'unknown':
      return t.node(`routeTable.query.${hop.kind}`, { address, destination: <Code>{hop.route.destination}</Code> });
    case 'several':
      return t.node('routeTable.query.several', { address, destination: <Code>{hop.routes[0]?.destination ?? ''}</Code> });
    case 'public-address':
      return t.node('routeTable.query.publicAddress', { address });
    case 'not-known':
      return t.node('routeTable.query.notKnown', { address });
    default:
      return t.node('routeTable.query.none', { address });
  }
}
