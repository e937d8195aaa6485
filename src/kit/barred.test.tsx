// @vitest-environment happy-dom
/** What a person may not do, or nobody in this account: shown disabled with its reason wherever it is offered. */
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useList } from '../api/query.ts';
import { type AccountInfo, useConsole, useScope } from '../lib/scope.ts';
import { useActions } from './actions.tsx';
import { CreateForm } from './form/create-form.tsx';
import { ListPage } from './list/list-page.tsx';
import { fakeCloud, show } from './testing.tsx';

const before = useConsole.getState();
afterEach(() => {
  cleanup();
  useConsole.setState(before, true);
});

function inAccount(more: Partial<AccountInfo>): void {
  const account: AccountInfo = { id: 'ops', name: 'ops', uin: null, vendor: 'tencent', dialect: 'documents', ...more };
  const facts = { mode: 'real', endpoints: {}, defaultAccount: 'ops', defaultRegion: 'ap-guangzhou', version: '0' } as const;
  useConsole.setState({ ...facts, accounts: [account] }, true);
}

const vpc = { VpcId: 'vpc-1', VpcName: 'one', CidrBlock: '10.0.0.0/16', IsDefault: false, EnableMulticast: false, CreatedTime: '' };
const cloud = { 'vpc:DescribeVpcs': () => ({ TotalCount: 1, VpcSet: [vpc] }) };

function Vpcs() {
  const list = useList(useScope(), 'vpc');
  const actions = useActions('vpc', 'list');
  const [row] = list.rows;
  return (
    <>
      <ListPage family="vpc" list={list} columns={[]} actions={actions} />
      {row && <output>{actions.of(row).map(({ key, disabledReason }) => `${key}: ${disabledReason ?? 'may'}`)}</output>}
    </>
  );
}

describe.each([
  ['whose role does not include it', { access: { read: '*', write: ['eip'] } }, 'Your role does not include changing this.'],
  ['in an account that is read-only', { readOnly: true }, 'This account is marked as read-only here.'],
] as const)('a person %s', (_who, account, reason) => {
  it('finds creating and every action of a row disabled, with the reason', async () => {
    fakeCloud(cloud);
    inAccount(account);
    await show(<Vpcs />);
    const told = await screen.findByText((text) => text.includes('delete: '));
    expect(told.textContent).toBe(['edit', 'delete'].map((key) => `${key}: ${reason}`).join(''));
    expect(screen.getByRole('button', { name: 'Create VPC' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('finds a form that was reached by its URL disabled, and Enter sends nothing', async () => {
    const sent = fakeCloud(cloud);
    inAccount(account);
    await show(<CreateForm family="vpc" />, '/vpcs/new?VpcName=n&CidrBlock=10.9.0.0%2F16');
    const submit = await screen.findByRole('button', { name: 'Create VPC' });
    expect(submit.getAttribute('aria-disabled')).toBe('true');
    submit.closest('dialog')?.querySelector('form')?.requestSubmit();
    expect(sent.filter(({ name }) => name === 'vpc:CreateVpc')).toEqual([]);
  });
});

it('whoever may, is offered all of it', async () => {
  fakeCloud(cloud);
  inAccount({});
  await show(<Vpcs />);
  const told = await screen.findByText((text) => text.includes('delete: '));
  expect(told.textContent).toBe('edit: maydelete: may');
  expect(screen.getByRole('link', { name: 'Create VPC' })).toBeDefined();
});
