/** Writes through the whole server, and what the history says of them. */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  api3,
  api3Error,
  apiHeaders,
  ask,
  bearer,
  eventually,
  keys,
  later,
  reply,
  signIn,
  startWeft,
  type TestServer,
  temporaryFolder,
  weftTo,
} from '../../test/kit.ts';

interface Entry {
  readonly id: string;
  readonly action: string;
  readonly kind: string;
  readonly outcome: string | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly reason: string | null;
  readonly person: string | null;
  readonly resources: { readonly id: string; readonly own: boolean }[];
  readonly details?: { readonly kind: string; readonly body: Record<string, unknown> }[];
}

async function search(weft: TestServer, body: object = {}): Promise<readonly Entry[]> {
  const found = await ask(`${weft.url}/api/history`, { method: 'POST', headers: bearer, body: JSON.stringify(body) });
  expect(found.status).toBe(200);
  return (JSON.parse(found.text) as { entries: Entry[] }).entries;
}

async function entry(weft: TestServer, id: string): Promise<Entry> {
  return JSON.parse((await ask(`${weft.url}/api/history/${id}`, { headers: bearer })).text) as Entry;
}

const edit = (weft: TestServer, more: Record<string, unknown> = {}) =>
  weft.call('vpc:ModifyVpcAttribute', { VpcId: 'vpc-00000001', VpcName: 'new' }, more);

const actionOf = (heard: { headers: Record<string, unknown> }): string => String(heard.headers['x-tc-action']);

describe('a write', () => {
  it('is told with who, what, why, the answer’s request id, and how the resource looked before and after', async () => {
    let name = 'old';
    const { weft } = await weftTo(
      (heard, response) => {
        if (actionOf(heard) === 'DescribeVpcs') {
          expect(JSON.parse(heard.body)).toMatchObject({ VpcIds: ['vpc-00000001'] });
          return reply(response, api3({ TotalCount: 1, VpcSet: [{ VpcId: 'vpc-00000001', VpcName: name }] }));
        }
        name = 'new';
        return reply(response, api3({}, 'req-of-edit'));
      },
      { options: { observes: true } },
    );
    expect((await edit(weft, { reason: ' asked for by the shop ' })).status).toBe(200);
    const [found] = await search(weft, { resource: 'vpc-00000001', own: true });
    expect(found).toMatchObject({
      kind: 'write',
      action: 'ModifyVpcAttribute',
      outcome: 'done',
      code: 'ok',
      requestId: 'req-of-edit',
      reason: 'asked for by the shop',
      person: 'link',
      resources: [{ id: 'vpc-00000001', own: true }],
    });
    await expect
      .poll(async () => (await entry(weft, found?.id ?? '')).details?.map(({ kind }) => kind))
      .toEqual(['intent', 'outcome', 'state']);
    const [intent, , state] = (await entry(weft, found?.id ?? '')).details ?? [];
    expect(intent?.body).toMatchObject({
      params: { VpcId: 'vpc-00000001', VpcName: 'new' },
      before: { kind: 'read', rows: [{ VpcId: 'vpc-00000001', VpcName: 'old' }] },
    });
    expect(state?.body).toMatchObject({ after: { kind: 'read', rows: [{ VpcName: 'new' }] } });
  });

  it('goes out although its resource cannot be read, which is said', async () => {
    const { weft } = await weftTo(
      (heard, response) => reply(response, actionOf(heard) === 'DescribeVpcs' ? api3Error('InternalError') : api3({})),
      { options: { observes: true } },
    );
    expect((await edit(weft)).status).toBe(200);
    const [found] = await search(weft);
    expect((await entry(weft, found?.id ?? '')).details?.[0]?.body).toMatchObject({ before: { kind: 'not-read', why: 'InternalError' } });
  });

  it('of one who has left is told all the same', async () => {
    const waiting: (() => void)[] = [];
    const { weft } = await weftTo((_heard, response) => void waiting.push(() => reply(response, api3({}, 'req-late'))));
    const leaving = new AbortController();
    const body = JSON.stringify({ region: 'ap-guangzhou', params: { VpcId: 'vpc-00000001', VpcName: 'new' } });
    const init = { method: 'POST', headers: bearer, body, signal: leaving.signal };
    const asked = ask(`${weft.url}/api/call/vpc/ModifyVpcAttribute`, init).catch(() => 'left');
    await eventually(() => waiting.length).toBe(1);
    leaving.abort();
    expect(await asked).toBe('left');
    for (const go of waiting) go();
    await eventually(() => search(weft)).toMatchObject([{ outcome: 'done', requestId: 'req-late' }]);
  });

  it('is found by the id of what it made', async () => {
    const { weft } = await weftTo((_heard, response) =>
      reply(response, api3({ Vpc: { VpcId: 'vpc-0000beef' }, TotalCount: 0, VpcSet: [] })),
    );
    expect((await weft.call('vpc:CreateVpc', { VpcName: 'a', CidrBlock: '10.0.0.0/16' })).status).toBe(200);
    expect(await search(weft, { resource: 'vpc-0000beef', own: true })).toMatchObject([{ action: 'CreateVpc', outcome: 'done' }]);
  });

  it.each([
    ['refused', 'refused', 'UnsupportedOperation', api3Error('UnsupportedOperation')],
    ['of an unknown outcome', 'unknown', 'OutcomeUnknown', 'not JSON'],
  ])('%s is told as such', async (_what, outcome, code, answer) => {
    const { weft } = await weftTo((heard, response) =>
      reply(response, actionOf(heard) === 'DescribeVpcs' ? api3Error('InternalError') : answer),
    );
    await edit(weft);
    expect(await search(weft)).toMatchObject([{ outcome, code }]);
  });

  it('that the cloud never heard of is not done; one that a person may not make is told too, and a read or a slip is not', async () => {
    const weft = await startWeft({ cloud: 'http://127.0.0.1:9', env: { WEFT_READ_ONLY: undefined } });
    await edit(weft);
    await weft.call('vpc:DescribeVpcs');
    await weft.call('vpc:ModifyVpcAttribute', {});
    expect(await search(weft)).toMatchObject([{ outcome: 'not-done' }]);
    const guarded = await startWeft({ cloud: 'http://127.0.0.1:9', env: { WEFT_READ_ONLY: 'env' } });
    expect((await edit(guarded)).status).toBe(403);
    await eventually(() => search(guarded)).toMatchObject([{ kind: 'event', action: 'write-refused', code: 'AccountReadOnly' }]);
  });

  it('leaves no pre-shared key and no key of the account anywhere in the history', async () => {
    const folder = join(temporaryFolder(), 'data');
    const row = { VpnConnectionId: 'vpnx-00000001', PreShareKey: 'psk-canary-0001', VpnConnectionName: keys.key };
    const { weft } = await weftTo((_heard, response) => reply(response, api3({ TotalCount: 1, VpnConnectionSet: [row] })), {
      env: { WEFT_DATA: folder },
      options: { observes: true },
    });
    const params = { VpnConnectionId: 'vpnx-00000001', PreShareKey: 'psk-canary-0002', VpnConnectionName: keys.key };
    expect((await weft.call('vpc:ModifyVpnConnectionAttribute', params)).status).toBe(200);
    const [found] = await search(weft);
    await eventually(async () => (await entry(weft, found?.id ?? '')).details?.length).toBe(3);
    const text = JSON.stringify(await entry(weft, found?.id ?? ''));
    await weft.stop();
    const kept = ['weft.db', 'weft.db-wal'].map((name) => join(folder, name)).filter(existsSync);
    const all = [text, ...kept.map((file) => execFileSync('cat', [file], { encoding: 'latin1', maxBuffer: 2 ** 26 }))].join('\n');
    expect(text).toMatch(/"PreShareKey":"hmac:[0-9a-f]{16}"/);
    for (const secret of ['psk-canary-0001', 'psk-canary-0002', keys.key, keys.id]) expect(all).not.toContain(secret);
  });

  it('that was under way when the server was killed is closed by the next start as unknown', async () => {
    const [folder, copy] = [join(temporaryFolder(), 'data'), join(temporaryFolder(), 'copy')];
    const waiting: (() => void)[] = [];
    const { cloud, weft } = await weftTo((_heard, response) => void waiting.push(() => reply(response, api3({}))), {
      env: { WEFT_DATA: folder },
    });
    const answer = edit(weft);
    await eventually(() => cloud.heard.length).toBe(1);
    // What is on the disk at this moment is what a killed process leaves.
    cpSync(folder, copy, { recursive: true });
    for (const go of waiting) go();
    await answer;
    const next = await startWeft({ env: { WEFT_DATA: copy } });
    expect(await search(next, { action: 'Modify' })).toMatchObject([{ outcome: 'unknown', code: 'ServerEnded' }]);
    expect(next.logs.some((line) => line.includes('history-closed'))).toBe(true);
    expect(await search(weft)).toMatchObject([{ outcome: 'done' }]);
  });

  it('is refused on a full disk, in words, while reads go on; and sent again when there is room', async (context) => {
    const folder = join(temporaryFolder(), 'disk');
    try {
      execFileSync('mkdir', ['-p', folder]);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=700,size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      return context.skip('this user may not mount');
    }
    later(() => execFileSync('umount', ['-l', folder]));
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, api3({ TotalCount: 0, VpcSet: [] })), {
      env: { WEFT_DATA: folder },
    });
    const filler = join(folder, 'filler');
    expect(() => writeFileSync(filler, 'x'.repeat(2_000_000))).toThrow(/ENOSPC/);
    truncateSync(filler, statSync(filler).size - 4_096);
    const params = { VpcId: 'vpc-00000001', VpcName: 'x'.repeat(60) };
    let refused = await weft.call('vpc:ModifyVpcAttribute', params);
    // A log that was written before has room in it.
    for (let tries = 0; refused.status === 200 && tries < 200; tries += 1) refused = await weft.call('vpc:ModifyVpcAttribute', params);
    expect([refused.status, refused.json().error]).toEqual([
      503,
      expect.objectContaining({
        code: 'HistoryUnavailable',
        outcome: 'not-done',
        retryable: true,
        message: expect.stringContaining('was not sent'),
      }),
    ]);
    const sent = cloud.heard.length;
    expect((await weft.call('vpc:ModifyVpcAttribute', params)).status).toBe(503);
    expect(cloud.heard.length).toBe(sent);
    expect((await weft.call('vpc:DescribeVpcs')).status).toBe(200);
    rmSync(filler);
    expect((await weft.call('vpc:ModifyVpcAttribute', params)).status).toBe(200);
    expect((await search(weft, { limit: 200 })).every(({ outcome }) => outcome === 'done')).toBe(true);
  });
});

describe('what is no write', () => {
  it('is told where it is about who came in: signing in and out, a wrong token, a foreign host or origin', async () => {
    const weft = await startWeft();
    const cookie = await signIn(weft);
    await ask(`${weft.url}/api/session`, { method: 'DELETE', headers: cookie });
    await ask(`${weft.url}/api/session`, { method: 'POST', headers: apiHeaders, body: '{"token":"wrong"}' });
    await ask(`${weft.url}/`, { headers: { Host: 'evil.test' } });
    await ask(`${weft.url}/`, { headers: { Origin: 'http://evil.test' } });
    const names = ['host-refused', 'origin-refused', 'sign-in-refused', 'signed-in', 'signed-out'];
    await eventually(async () => (await search(weft)).map(({ action }) => action).sort()).toEqual(names);
  });

  it('is searched only by those who are signed in, and by nothing that the history does not know', async () => {
    const weft = await startWeft();
    expect((await ask(`${weft.url}/api/history`, { headers: apiHeaders })).status).toBe(401);
    expect((await ask(`${weft.url}/api/history/${'0'.repeat(24)}`, { headers: apiHeaders })).status).toBe(401);
    expect((await ask(`${weft.url}/api/history`, { method: 'POST', headers: apiHeaders, body: '{}' })).status).toBe(401);
    expect((await ask(`${weft.url}/api/history/${'0'.repeat(24)}`, { headers: bearer })).status).toBe(404);
    for (const body of ['[]', '{"sql":"1"}', '{"limit":-1}', '{"own":"yes"}', '{"action":7}', '{"from":1.5}']) {
      expect((await ask(`${weft.url}/api/history`, { method: 'POST', headers: bearer, body })).status).toBe(400);
    }
  });
});
