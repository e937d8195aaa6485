// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fakeCloud, show } from '../../kit/testing.tsx';
import { CreateVpc, freeRanges, overlapping } from './forms.tsx';

afterEach(cleanup);

const production = {
  VpcId: 'vpc-11111111',
  VpcName: 'production',
  CidrBlock: '10.0.0.0/16',
  IsDefault: false,
  EnableMulticast: false,
  CreatedTime: '2020-01-01 00:00:00',
};
const created = { ...production, VpcId: 'vpc-22222222', VpcName: 'new', CidrBlock: '10.1.0.0/16' };
const cloud = {
  'vpc:DescribeVpcs': () => ({ TotalCount: 1, VpcSet: [production] }),
  'vpc:CreateVpc': () => ({ Vpc: created }),
};
const box = (name: string): HTMLInputElement => screen.getByLabelText(name);
const type = (name: string, value: string): void => void fireEvent.change(box(name), { target: { value } });

test('proposals avoid the blocks in use', () => {
  expect(freeRanges(['10.0.0.0/16', '172.16.0.0/12'])).toEqual(['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16', '192.168.0.0/16']);
  expect(overlapping([production], '10.0.128.0/17')).toEqual([production]);
  expect(overlapping([production], '10.0.')).toEqual([]);
});

test('a proposal fills the field, and the form sends what was entered', async () => {
  const sent = fakeCloud(cloud);
  await show(<CreateVpc />, '/vpcs/new');
  type('Name', 'new');
  fireEvent.click(await screen.findByRole('button', { name: '10.1.0.0/16' }));
  expect(box('IPv4 range').value).toBe('10.1.0.0/16');
  fireEvent.click(screen.getByRole('button', { name: 'Create VPC' }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === 'vpc:CreateVpc')?.params).toEqual({ VpcName: 'new', CidrBlock: '10.1.0.0/16' }),
  );
  await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/vpcs?region=ap-guangzhou'));
});

test('an overlap is a warning, not a refusal', async () => {
  const sent = fakeCloud(cloud);
  await show(<CreateVpc />, '/vpcs/new');
  await screen.findByRole('button', { name: '10.1.0.0/16' });
  type('Name', 'new');
  type('IPv4 range', '10.0.0.0/20');
  expect(await screen.findByText(/overlaps production/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Create VPC' }));
  await waitFor(() => expect(sent.some(({ name }) => name === 'vpc:CreateVpc')).toBe(true));
});
