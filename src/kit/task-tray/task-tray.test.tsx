// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { type TaskRecord, useTasks } from '../../api/tasks.ts';
import { show } from '../testing.tsx';
import { TaskTray } from './task-tray.tsx';

afterEach(() => {
  cleanup();
  useTasks.setState({ tasks: [] });
});

it('a refusal for which following was given up is told in the words of its code, and quotes the cloud', async () => {
  const task: TaskRecord = {
    key: 'k',
    account: undefined,
    region: 'ap-guangzhou',
    action: 'vpc2017:CreateNatGateway',
    poll: 'vpc2017:DescribeVpcTaskResult',
    taskId: '1',
    requestId: null,
    family: 'nat-gateway',
    resource: null,
    label: 'out',
    changes: [],
    started: 0,
    ended: 1_000,
    state: 'unknown',
    words: null,
    refusal: { code: 'AuthFailure.UnauthorizedOperation', message: 'not yours', status: 403 },
  };
  useTasks.setState({ tasks: [task] });
  await show(<TaskTray />, '/');
  fireEvent.click(screen.getByRole('button'));
  const line = await screen.findByText(/“not yours” \(AuthFailure\.UnauthorizedOperation\)$/);
  expect(line.textContent).not.toMatch(/^AuthFailure|^“/);
});
