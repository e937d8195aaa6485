// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { startLanguage } from '../i18n/index.ts';
import { fakeCloud, show } from '../kit/testing.tsx';
import { CcnsOfNetwork } from './ccns-of-network.tsx';

afterEach(cleanup);

const attached = (CcnId: string, State: string) => ({
  ...{ CcnId, CcnUin: '100', InstanceType: 'VPC', InstanceId: 'vpc-11111111', InstanceName: 'web', InstanceRegion: 'ap-guangzhou' },
  ...{ InstanceUin: '100', CidrBlock: ['10.0.0.0/16'], State, Description: '', RouteTableId: 'ccntr-1', RouteTableName: 'default' },
});
const ccn = { CcnId: 'ccn-11111111', CcnName: 'backbone', State: 'AVAILABLE', InstanceCount: 1, CreateTime: '2026-01-01 00:00:00' };

test('a network shows the CCNs that it is in, with the state and the way out', async () => {
  await startLanguage('ccn');
  const sent = fakeCloud({
    'vpc:DescribeCcns': () => ({ TotalCount: 1, CcnSet: [ccn] }),
    'vpc:DescribeCcnAttachedInstances': () => ({
      TotalCount: 2,
      InstanceSet: [attached('ccn-11111111', 'ACTIVE'), attached('ccn-22222222', 'PENDING')],
    }),
  });
  await show(<CcnsOfNetwork type="VPC" id="vpc-11111111" />, '/vpcs/vpc-11111111');
  expect((await screen.findByRole('link', { name: 'backbone' })).getAttribute('href')).toContain('/ccns/ccn-11111111');
  expect(screen.getAllByRole('button', { name: /ccn-(1|2)/ }).length).toBe(2);
  expect(screen.getByRole('button', { name: 'Attach to a CCN' })).toBeTruthy();
  expect(sent.find(({ name }) => name === 'vpc:DescribeCcnAttachedInstances')?.params).toMatchObject({
    Filters: [{ Name: 'instance-id', Values: ['vpc-11111111'] }],
  });
});
