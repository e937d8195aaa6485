// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { loadMessages } from '../../i18n/index.ts';
import { goodRow } from '../odd-rows.ts';
import { show } from '../testing.tsx';
import { Properties } from './properties.tsx';

afterEach(cleanup);

it.each([{}, { InstanceId: '', AttachTime: null }, [], [{}]])(
  'a structure or a list in which nothing stands is none: %j',
  async (Attachment) => {
    await loadMessages('kit', 'eni');
    const row = { ...goodRow('eni', await loadFamily('eni'), 1), Attachment };
    await show(<Properties family="eni" row={row} />, '/enis');
    const value = (await screen.findByText('Attached to')).closest('div')?.querySelector('dd');
    expect(value).toBeTruthy();
    expect(value?.textContent).not.toMatch(/[[{]/);
  },
);
