// @vitest-environment happy-dom
/** Forms of an account of today: the names beside fields, what applies, what the cloud does not tell, machines by name. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Pages as Databases } from '../../src/families/cdb-instance/index.tsx';
import { AllocateEips } from '../../src/families/eip/forms.tsx';
import { CreateNatGateway } from '../../src/families/nat-gateway/forms.tsx';
import { CreatePeering } from '../../src/families/peering/forms.tsx';
import { startLanguage } from '../../src/i18n/index.ts';
import { answerCalls, show } from '../../src/kit/testing.tsx';
import { type ConsoleInfo, noteConsole } from '../../src/lib/scope.ts';

afterEach(cleanup);

const info: ConsoleInfo = {
  ...{ mode: 'real', endpoints: {}, defaultAccount: 'main', defaultRegion: 'ap-guangzhou', version: '1' },
  accounts: [{ id: 'main', name: 'main', uin: '100', vendor: 'tencent', dialect: 'today' }],
};

/** A form in a cloud where nothing is there yet. */
async function open(form: ReactNode, at = '/'): Promise<void> {
  noteConsole(info);
  answerCalls(() => ({ TotalCount: 0 }));
  await startLanguage('natGateway', 'peering', 'eip', 'cdbInstance', 'tags');
  await show(form, at);
}

const panel = () => screen.findByRole('dialog');
/** The API's names as they stand beside the fields. */
const namesIn = (place: HTMLElement): string[] => [...place.querySelectorAll('label ~ code')].map(({ textContent }) => textContent ?? '');

it('fields have the names of the action that is sent', async () => {
  await open(<CreateNatGateway />);
  const names = namesIn(await panel());
  expect(names).toContain('NatGatewayName');
  expect(names.filter((name) => /^[a-z]/.test(name))).toEqual([]);
});

it('a NAT gateway whose price is not told says so once, in a sentence', async () => {
  await open(<CreateNatGateway />);
  const form = await panel();
  fireEvent.click(within(form).getAllByRole('radio')[0] as HTMLElement);
  const why = 'The API that this account speaks tells no prices of NAT gateways.';
  await waitFor(() => expect(within(form).getAllByText(why)).toHaveLength(1));
  expect(form.textContent).not.toContain(': not told');
});

it.each(['ap-guangzhou', 'ap-shanghai'])('a peering to %s may have tags, and names as today’s action has them', async (region) => {
  await open(<CreatePeering />, `/?peerRegion=${region}`);
  const names = namesIn(await panel());
  expect(names).toContain('DestinationRegion');
  expect(names).toContain('Tags');
  expect(names.filter((name) => /^[a-z]/.test(name))).toEqual([]);
});

it('an elastic IP is asked for a term and for its zone only where they apply', async () => {
  await open(<AllocateEips />);
  const form = await panel();
  await waitFor(() => expect(namesIn(form)).toContain('InternetChargeType'));
  for (const name of ['AddressChargePrepaid', 'AnycastZone', 'BandwidthPackageId']) expect(namesIn(form)).not.toContain(name);
});

it('an action without a successor is disabled with its reason', async () => {
  await open(<Databases />);
  const button = await screen.findByRole('button', { name: 'Bring back isolated instances' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
});
