// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { emptyModel } from '../../../network/model/model.ts';
import { startLanguage } from '../../i18n/index.ts';
import { show } from '../../kit/testing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import messages from '../reachability/en.json' with { type: 'json' };
import { UnreadLanes } from './unread.tsx';

afterEach(cleanup);

it('a list that could not be read leaves a lane of its account, which says so and asks for it again', async () => {
  await startLanguage('topology', 'reachability');
  const asked: string[] = [];
  const refused = (owner: string, kind: 'vpcs' | 'subnets'): Network['refused'][number] => ({
    ...{ scope: { account: owner, region: 'ap-guangzhou', owner }, kind, code: 'UnauthorizedOperation' },
    again: () => asked.push(`${owner} ${kind}`),
  });
  const network = {
    model: { ...emptyModel, gaps: [{ kind: 'ccns' as const, account: '300', of: 'ccn-1', because: 'ccn-1: Loading' }] },
    refused: [refused('200', 'vpcs'), refused('100', 'vpcs'), refused('100', 'subnets')],
    ...{ complete: false, refreshing: false, refresh: () => asked.push('all') },
  };
  await show(<UnreadLanes network={network} speech={{ account: (account) => `Company ${account}` }} />);
  expect(screen.getAllByRole('region').map((lane) => lane.getAttribute('aria-label'))).toEqual(['Company 100', 'Company 200']);
  const lane = within(screen.getByRole('region', { name: 'Company 100' }));
  // One line; which they are is folded away behind it.
  expect(lane.getByRole('heading').textContent).toBe('Company 100');
  expect(lane.getByText(/^2 lists could not be read/).closest('details')?.open).toBe(false);
  expect(lane.getAllByRole('listitem').map(({ textContent }) => textContent)).toHaveLength(2);
  expect(lane.getAllByRole('listitem')[0]?.textContent).toContain('UnauthorizedOperation');
  fireEvent.click(lane.getByRole('button', { name: messages.refusedAgain }));
  expect(asked).toEqual(['100 vpcs', '100 subnets']);
});
