// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ConsoleContext, type ConsoleInfo } from '../../lib/scope.ts';
import { type Cloud, fakeCloud, show } from '../testing.tsx';
import { ZoneControl } from './pickers.tsx';

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
  await show(
    <ConsoleContext value={info(mode)}>
      <ZoneControl {...props} ids={{ id: 'zone', 'aria-describedby': undefined, 'aria-invalid': undefined, 'aria-required': undefined }} />
    </ConsoleContext>,
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
