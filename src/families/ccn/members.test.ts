// @vitest-environment happy-dom
/** A network can be attached to several CCNs: each attachment is a row of its own. */
import { afterEach, expect, it, vi } from 'vitest';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { readList } from '../../api/read-list.ts';
import { membersOf } from '../../lib/members.ts';
import { attachmentList } from './members.ts';

afterEach(() => vi.unstubAllGlobals());

const attachment = (CcnId: string, InstanceId: string) => ({ CcnId, InstanceId, InstanceType: 'VPC', InstanceRegion: 'ap-guangzhou' });

it('a network in two CCNs has two rows, and a row that comes twice has one', async () => {
  const InstanceSet = [
    attachment('ccn-1', 'vpc-1'),
    attachment('ccn-2', 'vpc-1'),
    attachment('ccn-2', 'vpc-1'),
    attachment('ccn-2', 'vpc-2'),
  ];
  vi.stubGlobal('fetch', async () => Response.json({ data: { TotalCount: 4, InstanceSet }, requestId: 'r-1' }));
  const module = membersOf(await loadFamily('ccn'), attachmentList);
  const scope = { account: undefined, region: 'ap-guangzhou' };
  const { rows, unreadable } = await readList({
    scope,
    module,
    where: {},
    signal: new AbortController().signal,
    before: undefined,
    publish: () => {},
  });
  expect([...rows, ...unreadable.map(({ raw }) => raw)]).toMatchObject([
    { CcnId: 'ccn-1', InstanceId: 'vpc-1' },
    { CcnId: 'ccn-2', InstanceId: 'vpc-1' },
    { CcnId: 'ccn-2', InstanceId: 'vpc-2' },
  ]);
});
