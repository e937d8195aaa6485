// @vitest-environment happy-dom
/** Regions that the cloud does not have are no gaps; regions that it refuses for another reason are. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { regions } from '../../catalogue/regions.ts';
import { loadMessages } from '../i18n/index.ts';
import { show } from '../kit/testing.tsx';
import { type ConsoleInfo, noteConsole } from '../lib/scope.ts';
import { Unread } from './reading.tsx';
import type { SourceKind } from './sources.ts';
import { useNetwork } from './use-network.ts';

afterEach(cleanup);

const info: ConsoleInfo = {
  mode: 'real',
  endpoints: {},
  accounts: ['a', 'b'].map((id) => ({ id, name: id, uin: id === 'a' ? '100' : '200', vendor: 'tencent', dialect: 'documents' })),
  defaultAccount: 'a',
  defaultRegion: 'ap-guangzhou',
  version: '1',
};
const kinds: readonly SourceKind[] = ['subnets'];

function Probe() {
  const network = useNetwork(kinds);
  const { model, complete, absent } = network;
  return (
    <>
      <output data-testid="told">{JSON.stringify({ complete, gaps: model.gaps.map(({ region }) => region), absent })}</output>
      <Unread network={network} />
    </>
  );
}

/** A cloud that has the regions of the documents and nothing in them, and answers `code` for any other. */
async function withOthers(code: string): Promise<{ complete: boolean; gaps: readonly string[]; absent: readonly string[] }> {
  globalThis.fetch = async (_input, init) => {
    const { region } = JSON.parse(String(init?.body)) as { region: string };
    return Object.hasOwn(regions, region)
      ? Response.json({ data: { VpcSet: [], TotalCount: 0 }, requestId: 'r' })
      : Response.json({ error: { code, message: '' } }, { status: 422 });
  };
  await loadMessages('reachability');
  noteConsole(info);
  await show(<Probe />);
  const read = () => JSON.parse(screen.getByTestId('told').textContent ?? '') as { complete: boolean; gaps: string[]; absent: string[] };
  await waitFor(() => expect(read().complete).toBe(true));
  return read();
}

it('takes a region that the cloud does not have for one without anything, and says so once', async () => {
  const { gaps, absent } = await withOthers('UnsupportedRegion');
  expect(gaps).toEqual([]);
  expect(absent).toContain('ap-hongkong');
  expect(new Set(absent).size).toBe(absent.length);
  expect(screen.getAllByText(/Hong Kong/)).toHaveLength(1);
});

it.each(['InternalError', 'UnauthorizedOperation', 'InvalidParameterValue'])('a region that answers %s stays a gap', async (code) => {
  const { gaps, absent } = await withOthers(code);
  expect(gaps).toContain('ap-hongkong');
  expect(absent).toEqual([]);
});
