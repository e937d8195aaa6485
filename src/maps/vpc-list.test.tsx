// @vitest-environment happy-dom
/** What the list and the table of a VPC's map say of a route is of its own table; nothing that the map has is left out. */
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { vpcMapOf } from '../../network/maps/vpc-map.ts';
import type { ModelInterface, NetworkModel } from '../../network/model/model.ts';
import { pcx, peeredNetwork } from '../../network/testing/two-vpcs.ts';
import { startLanguage, useT } from '../i18n/index.ts';
import { show } from '../kit/testing.tsx';
import { cellsOf } from '../lib/tables/csv.ts';
import messages from './en.json' with { type: 'json' };
import { legendStates } from './legend.tsx';
import { vpcLinesCsv } from './vpc-csv.ts';
import { VpcList } from './vpc-list.tsx';
import { useVpcWords } from './vpc-words.ts';

afterEach(cleanup);

const base = peeredNetwork([pcx('10.1.0.0/16')], [pcx('10.0.0.0/16')]);
const ofWeb: ModelInterface = {
  ...{ id: 'eni-web', vpc: 'vpc-a', subnet: 'subnet-web', securityGroups: [], instance: 'ins-web' },
  addresses: [{ address: '10.0.2.5', primary: true, publicAddress: '198.51.100.7' }],
};
/** A table without routes beside the one that leads through the peering; its subnet is on the internet by itself. */
const network: NetworkModel = {
  ...base,
  subnets: [...base.subnets, { id: 'subnet-web', vpc: 'vpc-a', cidr: '10.0.2.0/24', networkAcl: null, routeTable: 'rtb-bare' }],
  routeTables: [...base.routeTables, { id: 'rtb-bare', vpc: 'vpc-a', main: false, routes: [] }],
  interfaces: [...base.interfaces, ofWeb],
};

function Shown({ model, marks }: { readonly model: NetworkModel; readonly marks?: ReadonlyMap<string, string> }) {
  const t = useT();
  const map = vpcMapOf(model, 'vpc-a');
  if (!map) throw new Error('the model has no vpc-a');
  const speech = useVpcWords(map, { known: new Map(), model });
  return (
    <>
      <VpcList map={map} speech={speech} selected={null} onSelect={() => undefined} marks={marks} />
      <pre data-testid="csv">{vpcLinesCsv(map, speech, t)}</pre>
    </>
  );
}

const csvRows = (): Record<string, string>[] => {
  const cells = cellsOf(screen.getByTestId('csv').textContent ?? '', 'comma').rows.map((row) => row.cells.map(({ text }) => text));
  const [head = [], ...rows] = cells;
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
};

const { routeTable, 'csv.subnets': subnets, 'csv.destination': destination, 'csv.state': state, 'csv.problem': problem } = messages;
const told = (): unknown[] =>
  csvRows()
    .filter((row) => row[routeTable] !== '')
    .map((row) => [routeTable, subnets, destination, state, problem].map((name) => row[name]));

it('marks the routes that differ from those of another table', async () => {
  await startLanguage('maps');
  await show(<Shown model={network} marks={new Map([['route:rtb-a:10.1.0.0/16:pcx-ab', messages['mark.only']]])} />);
  const rows = within(screen.getByRole('region', { name: 'rtb-a' })).getAllByRole('button');
  expect(rows.filter((row) => row.textContent?.includes(messages['mark.only'])).map((row) => row.textContent)).toEqual([
    expect.stringContaining('10.1.0.0/16'),
  ]);
});

it('a route that is answered works, though another table lacks one; tables without routes and own addresses are in the file', async () => {
  await startLanguage('maps');
  await show(<Shown model={network} />);
  const card = screen.getByRole('region', { name: 'rtb-a' });
  expect(within(card).queryByText(messages.oneWay)).toBeNull();
  expect(card.textContent).not.toContain('rtb-bare');
  expect(told()).toEqual([
    ['rtb-a', 'subnet-a', '10.1.0.0/16', messages.works, ''],
    ['rtb-bare', 'subnet-web', '', '0 routes', ''],
    ['rtb-bare', 'subnet-web', '', messages.works, ''],
  ]);
});

it('a route into a VPC that is not here is not known, in the list and in the file', async () => {
  await startLanguage('maps');
  await show(<Shown model={{ ...network, peerings: [{ id: 'pcx-ab', vpcs: ['vpc-a', 'vpc-elsewhere'], state: 'active' }] }} />);
  const card = screen.getByRole('region', { name: 'rtb-a' });
  expect(within(card).getByText(messages.unknown)).toBeTruthy();
  expect(within(card).queryByText(messages.oneWay)).toBeNull();
  expect(told()[0]).toEqual(['rtb-a', 'subnet-a', '10.1.0.0/16', messages.unknown, messages['trouble.not-known']]);
});

it('a route without an answer has no way back', async () => {
  await startLanguage('maps');
  const routeTables = network.routeTables.map((table) => (table.id === 'rtb-b' ? { ...table, routes: [] } : table));
  await show(<Shown model={{ ...network, routeTables }} />);
  expect(within(screen.getByRole('region', { name: 'rtb-a' })).getByText(messages.oneWay)).toBeTruthy();
  expect(told()[0]).toEqual(['rtb-a', 'subnet-a', '10.1.0.0/16', messages.oneWay, 'No way back: rtb-b']);
});

it('the legend has the states of the lines, each once and in its order', () => {
  const line = { key: '', net: '', points: [], start: 'none', end: 'none', of: [] } as const;
  expect(legendStates({ lines: [] })).toEqual([]);
  const lines = (['expired', 'good', 'expired'] as const).map((state) => ({ ...line, state }));
  expect(legendStates({ lines })).toEqual(['good', 'expired']);
});
