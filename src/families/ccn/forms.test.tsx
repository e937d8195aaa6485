// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { startLanguage } from '../../i18n/index.ts';
import { fakeCloud, show } from '../../kit/testing.tsx';
import { AttachElsewhere } from './attach-elsewhere.tsx';
import { DescribeAttachment } from './forms.tsx';
import { ChangeTable } from './table-forms.tsx';

afterEach(cleanup);

const ccn = {
  ...{ CcnId: 'ccn-11111111', CcnName: 'backbone', State: 'AVAILABLE', InstanceCount: 1, RouteTableCount: 1 },
  ...{ CreateTime: '2026-01-01 00:00:00' },
};
const network = { InstanceType: 'VPC', InstanceId: 'vpc-11111111', InstanceRegion: 'ap-guangzhou' };
const attached = {
  ...{ ...network, CcnId: ccn.CcnId, CcnUin: '100', InstanceName: 'web', InstanceUin: '100' },
  ...{ CidrBlock: ['10.0.0.0/16'], State: 'ACTIVE', Description: 'old', RouteTableId: 'ccntr-1', RouteTableName: 'default' },
};
const table = { CcnId: ccn.CcnId, CcnRouteTableId: 'ccntr-1', RouteTableName: 'default', RouteTableDescription: '', CreateTime: '' };
const cloud = {
  'vpc:DescribeCcns': () => ({ TotalCount: 1, CcnSet: [ccn] }),
  'vpc:DescribeCcnAttachedInstances': () => ({ TotalCount: 1, InstanceSet: [attached] }),
  'vpc:DescribeCcnRouteTables': () => ({ TotalCount: 1, CcnRouteTableSet: [table] }),
  'vpc:ModifyCcnAttachedInstancesAttribute': () => ({}),
};
const at = `/ccns/${ccn.CcnId}?${new URLSearchParams({ ...network, Description: 'old', RouteTableId: 'ccntr-1' })}`;

test('the description of an attached network names the network, and is sent once it is changed', async () => {
  await startLanguage('ccn');
  const sent = fakeCloud(cloud);
  await show(<DescribeAttachment id={ccn.CcnId} />, at);
  await screen.findByRole('heading', { name: /: web$/ });
  const box: HTMLInputElement = screen.getByRole('textbox', { name: 'Description' });
  expect(box.value).toBe('old');
  const save = screen.getByRole('button', { name: /description/i });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(save);
  fireEvent.change(box, { target: { value: 'new' } });
  await waitFor(() => expect(save.getAttribute('aria-disabled')).not.toBe('true'));
  fireEvent.click(save);
  await waitFor(() =>
    expect(sent.filter(({ name }) => name === 'vpc:ModifyCcnAttachedInstancesAttribute').map(({ params }) => params)).toEqual([
      { CcnId: ccn.CcnId, Instances: [{ ...network, Description: 'new' }] },
    ]),
  );
});

test('the change of its table names the network too', async () => {
  await startLanguage('ccn');
  fakeCloud(cloud);
  await show(<ChangeTable id={ccn.CcnId} />, at);
  await screen.findByRole('heading', { name: /: web$/ });
});

test('who has the CCN of another account is needed, and the words say no other', async () => {
  await startLanguage('ccn');
  fakeCloud({ ...cloud, 'vpc:DescribeVpcs': () => ({ TotalCount: 0, VpcSet: [] }) });
  await show(<AttachElsewhere />, '/ccns/new/attach');
  const owner = await screen.findByRole('textbox', { name: 'Owner of the CCN' });
  expect(owner.getAttribute('aria-required')).toBe('true');
  expect(screen.getByText('The number of the account that has the CCN.')).toBeTruthy();
  expect(screen.queryByText(/Left empty/)).toBeNull();
});
