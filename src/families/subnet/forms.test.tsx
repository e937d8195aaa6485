// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fakeCloud, show } from '../../kit/testing.tsx';
import { CreateSubnet } from './forms.tsx';

afterEach(cleanup);

const vpc = {
  ...{ VpcId: 'vpc-11111111', VpcName: 'production', CidrBlock: '10.0.0.0/16', IsDefault: false },
  ...{ EnableMulticast: false, CreatedTime: '2020-01-01 00:00:00' },
};

test('what is wrong with a field is shown when what was pressed has got its click, so that nothing moves under it', async () => {
  fakeCloud({
    'vpc:DescribeVpcs': () => ({ TotalCount: 1, VpcSet: [vpc] }),
    'vpc:DescribeSubnets': () => ({ TotalCount: 0, SubnetSet: [] }),
  });
  await show(<CreateSubnet />, '/subnets/new?VpcId=vpc-11111111');
  await screen.findByText(/Free blocks/i);
  const block = screen.getByRole('textbox', { name: 'IPv4 range' });
  fireEvent.change(block, { target: { value: '192.168.0.0/24' } });
  const zone = screen.getByLabelText('Zone');
  fireEvent.pointerDown(zone);
  fireEvent.mouseDown(zone);
  fireEvent.blur(block);
  expect(block.getAttribute('aria-invalid')).toBe(null);
  fireEvent.pointerUp(zone);
  fireEvent.mouseUp(zone);
  fireEvent.click(zone);
  await screen.findByText(/10\.0\.0\.0\/16/, { selector: '.text-danger *' });
  expect(block.getAttribute('aria-invalid')).toBe('true');
});
