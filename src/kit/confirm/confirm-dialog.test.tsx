// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { listedFamilies, loadFamily } from '../../../catalogue/lazy.ts';
import { useList } from '../../api/query.ts';
import type { AnyRow } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { fakeCloud, show } from '../testing.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

const rest = { CidrBlock: '10.0.0.0/16', IsDefault: false, EnableMulticast: false, CreatedTime: '2020-01-01 00:00:00' };
const vpc = (id: string, name: string): AnyRow => ({ VpcId: id, VpcName: name, ...rest });
const nothing = { TotalCount: 0 };

/** A list, and the question about its rows as they were when the button was pressed. */
function Page({ disabledReason }: { readonly disabledReason?: (row: AnyRow) => string | null }) {
  const list = useList(useScope(), 'vpc');
  const scope = useScope();
  const [asked, setAsked] = useState<readonly AnyRow[] | null>(null);
  return (
    <>
      <output data-testid="rows">{list.rows.length}</output>
      <button type="button" onClick={() => setAsked(list.rows)}>
        ask
      </button>
      <button type="button" onClick={list.refresh}>
        read again
      </button>
      {asked && (
        <ConfirmDialog
          kind="confirmation"
          scope={scope}
          family="vpc"
          rows={asked}
          {...(disabledReason ? { disabledReason } : {})}
          answer={() => setAsked(null)}
        />
      )}
    </>
  );
}

let vpcs: readonly AnyRow[] = [];

/** Shows the question about what `vpcs` holds. */
async function ask(disabledReason?: (row: AnyRow) => string | null): Promise<void> {
  fakeCloud({
    'vpc:DescribeVpcs': () => ({ VpcSet: vpcs, TotalCount: vpcs.length }),
    'vpc:DescribeSubnets': () => ({ ...nothing, SubnetSet: [] }),
  });
  await show(<Page {...(disabledReason ? { disabledReason } : {})} />);
  await waitFor(() => expect(screen.getByTestId('rows').textContent).toBe(String(vpcs.length)));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'ask' })));
  await screen.findByRole('alertdialog');
}

const readAgain = (): boolean => fireEvent.click(screen.getByRole('button', { name: 'read again', hidden: true }));
const button = (name: RegExp): HTMLElement => screen.getByRole('button', { name, hidden: true });

// What may stand in the way is asked of every family.
beforeAll(() => Promise.all(listedFamilies.map(loadFamily)));
afterEach(cleanup);

it('says the name that a resource has by now, and what holds it by now', async () => {
  vpcs = [vpc('vpc-00000001', 'old')];
  await ask((row) => (row.IsDefault ? 'it is the default' : null));
  expect(screen.getByRole('alertdialog').textContent).toContain('old');
  vpcs = [{ ...vpc('vpc-00000001', 'renamed'), IsDefault: true }];
  readAgain();
  await waitFor(() => expect(screen.getByRole('alertdialog').textContent).toContain('renamed'));
  expect(screen.getByRole('alertdialog').textContent).toContain('it is the default');
  expect(screen.getByRole('alertdialog').textContent).not.toContain('old');
});

it('says that a resource is gone, and does not offer to delete it', async () => {
  vpcs = [vpc('vpc-00000001', 'one')];
  await ask();
  vpcs = [];
  readAgain();
  await screen.findByText(/no VPC vpc-00000001 here any more/);
  await waitFor(() => expect(button(/^Delete VPC/).getAttribute('aria-disabled')).toBe('true'));
});

it('leaves what is gone out of a deletion of several', async () => {
  vpcs = [vpc('vpc-00000001', 'one'), vpc('vpc-00000002', 'two'), vpc('vpc-00000003', 'three')];
  await ask();
  vpcs = vpcs.slice(1);
  readAgain();
  await screen.findByText('No longer there');
  await waitFor(() => expect(button(/^Delete 2$/)).toBeDefined());
});
