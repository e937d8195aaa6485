// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { FamilyText } from '../../../catalogue/text/shape.ts';
import { type ConsoleInfo, noteConsole } from '../../lib/scope.ts';
import { type Cloud, fakeCloud, show } from '../testing.tsx';
import { RefControl, ZoneControl } from './pickers.tsx';
import { FormContext } from './words.ts';

const info = (mode: ConsoleInfo['mode']): ConsoleInfo => ({
  mode,
  endpoints: {},
  accounts: [],
  defaultAccount: 'a',
  defaultRegion: 'ap-guangzhou',
  version: '1',
});

async function zonesIn(mode: ConsoleInfo['mode'], cloud: Cloud) {
  const sent = fakeCloud(cloud);
  const props = { path: 'Zone', field: { kind: 'text' }, value: '', onChange: () => {}, onBlur: () => {} } as const;
  noteConsole(info(mode));
  await show(
    <ZoneControl {...props} ids={{ id: 'zone', 'aria-describedby': undefined, 'aria-invalid': undefined, 'aria-required': undefined }} />,
  );
  fireEvent.click(screen.getByRole('combobox'));
  const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
  return { sent, options };
}

afterEach(cleanup);

const usual = ['ap-guangzhou-1', 'ap-guangzhou-2', 'ap-guangzhou-3', 'ap-guangzhou-4'];
const zone = (Zone: string, ZoneState = 'AVAILABLE') => ({ Zone, ZoneName: Zone, ZoneId: '1', ZoneState });

it('proposes the zones that a real cloud lists today, but those that are not available', async () => {
  const ZoneSet = [zone('ap-guangzhou-6'), zone('ap-guangzhou-7'), zone('ap-guangzhou-1', 'UNAVAILABLE')];
  const { options } = await zonesIn('real', { 'cvm:DescribeZones': () => ({ TotalCount: 3, ZoneSet }) });
  await waitFor(() => expect(options()).toEqual(['ap-guangzhou-6', 'ap-guangzhou-7']));
});

it('proposes the usual ones where the cloud does not tell, and in the demo without asking', async () => {
  const refused = await zonesIn('real', {});
  await waitFor(() => expect(refused.sent.map(({ name }) => name)).toEqual(['cvm:DescribeZones']));
  expect(refused.options()).toEqual(usual);
  cleanup();
  const demo = await zonesIn('demo', {});
  expect([demo.options(), demo.sent]).toEqual([usual, []]);
});

const subnetRow = (n: number, VpcId: string) => ({
  VpcId,
  SubnetId: `subnet-${n}`,
  SubnetName: `net ${n}`,
  CidrBlock: `10.0.${n}.0/24`,
  IsDefault: false,
  EnableBroadcast: false,
  Zone: 'ap-guangzhou-1',
  RouteTableId: 'rtb-1',
  CreatedTime: '2020-01-01 00:00:00',
  AvailableIpAddressCount: 253,
});

/** A picker of subnets in a form that names this VPC. */
async function subnetsOf(vpc: string | undefined, value = '') {
  const SubnetSet = [subnetRow(1, 'vpc-a'), subnetRow(2, 'vpc-b'), subnetRow(3, 'vpc-a')];
  fakeCloud({ 'vpc:DescribeSubnets': () => ({ TotalCount: 3, SubnetSet }) });
  const changed: unknown[] = [];
  const form = { action: 'x', text: {} as FamilyText, errorFor: () => undefined, named: new Map(vpc ? [['vpc', vpc] as const] : []) };
  const ids = { id: 'subnet', 'aria-describedby': undefined, 'aria-invalid': undefined, 'aria-required': undefined };
  const field = { kind: 'ref', family: 'subnet' } as const;
  await show(
    <FormContext value={form}>
      <RefControl
        family="subnet"
        path="SubnetId"
        field={field}
        ids={ids}
        value={value}
        onChange={(next) => changed.push(next)}
        onBlur={() => {}}
      />
    </FormContext>,
  );
  fireEvent.click(screen.getByRole('combobox'));
  const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent?.match(/net \d/)?.[0]);
  return { options, changed };
}

it('offers the subnets of the VPC that the form names, and all where it names none', async () => {
  const of = await subnetsOf('vpc-a');
  await waitFor(() => expect(of.options()).toEqual(['net 1', 'net 3']));
  cleanup();
  const all = await subnetsOf(undefined);
  await waitFor(() => expect(all.options()).toEqual(['net 1', 'net 2', 'net 3']));
});

it('lets go of a subnet of another VPC, and keeps its own', async () => {
  const other = await subnetsOf('vpc-a', 'subnet-2');
  await waitFor(() => expect(other.changed).toEqual(['']));
  cleanup();
  const own = await subnetsOf('vpc-a', 'subnet-3');
  await waitFor(() => expect(own.options()).toHaveLength(2));
  expect(own.changed).toEqual([]);
});
