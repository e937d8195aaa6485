/** The token under guesses: many of them, in many spellings, from many clients. */
import { describe, expect, it } from 'vitest';
import { clientOf, freeTries, SignIn } from '../sign-in.ts';
import { apiHeaders, ask, bearer, startWeft, type TestServer, token } from './kit.ts';

const session = (weft: TestServer, headers: Record<string, string>) => ask(`${weft.url}/api/session`, { headers });
const offer = (weft: TestServer, text: string) =>
  ask(`${weft.url}/api/session`, { method: 'POST', headers: apiHeaders, body: JSON.stringify({ token: text }) });

describe('the token', () => {
  it('may be wrong five times, then wrong ones have to wait, longer each time; the right one always passes', () => {
    let now = 0;
    const guard = new SignIn('right', () => now);
    for (let tries = 0; tries < 5; tries += 1) expect(guard.use('wrong', 'a')).toEqual({ ok: false, why: 'wrong' });
    expect(guard.use('wrong', 'a')).toEqual({ ok: false, why: 'wait', ms: 1_000 });
    expect(guard.use('right', 'a')).toEqual({ ok: true });
    now += 1_001;
    expect(guard.use('wrong', 'a')).toEqual({ ok: false, why: 'wrong' });
    // What was right in between has forgiven nothing.
    expect(guard.use('wrong', 'a')).toEqual({ ok: false, why: 'wait', ms: 2_000 });
    expect(guard.use('right', 'a')).toEqual({ ok: true });
  });

  it('that is guessed slows down who guesses, and nobody else', () => {
    const guard = new SignIn('right', () => 0);
    for (let tries = 0; tries < 50; tries += 1) guard.use(`wrong ${tries}`, 'guesser');
    expect(guard.use('wrong', 'guesser')).toMatchObject({ why: 'wait' });
    expect(guard.use('wrong', 'another')).toEqual({ ok: false, why: 'wrong' });
  });

  it('is guessed from many addresses without filling the memory', () => {
    let now = 0;
    const guard = new SignIn('right', () => now);
    for (let client = 0; client < 50_000; client += 1) guard.use('wrong', `10.${client}`);
    expect(guard.guessers).toBeLessThanOrEqual(1_024);
    now += 3_600_000;
    expect(guard.use('wrong', '10.49999')).toEqual({ ok: false, why: 'wrong' });
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::1', '::1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    [undefined, ''],
  ])('from %s counts for %s', (address, client) => {
    expect(clientOf(address)).toBe(client);
  });

  it.each(['Bearer wrong', 'bearer wrong', 'BEARER  wrong', 'Bearer ', `Bearer ${token} `.trimEnd().toUpperCase(), `Bearer x${token}`])(
    'guessed as "%s" is answered 429 in the end; the right one still passes, and forgives nothing',
    async (Authorization) => {
      const weft = await startWeft();
      const guess = { ...bearer, Authorization };
      for (let tries = 0; tries < freeTries; tries += 1) expect((await session(weft, guess)).status).toBe(401);
      const late = await session(weft, guess);
      expect([late.status, Number(late.headers['retry-after'])]).toEqual([429, 1]);
      expect((await session(weft, bearer)).status).toBe(200);
      expect((await offer(weft, token)).status).toBe(204);
      expect((await session(weft, guess)).status).toBe(429);
    },
  );

  it('guessed in bodies: 429 to the guesser, 204 to the right one, and no log without end', async () => {
    const weft = await startWeft();
    for (let tries = 0; tries < 30; tries += 1) await offer(weft, `wrong ${tries}`);
    expect((await offer(weft, 'wrong')).status).toBe(429);
    expect((await offer(weft, token)).status).toBe(204);
    expect(weft.logs.filter((line) => line.includes('sign-in-refused')).length).toBeLessThan(10);
  });

  it('is asked in a kilobyte at most of clients that have not signed in', async () => {
    const weft = await startWeft();
    const large = await offer(weft, 'x'.repeat(2_000));
    expect([large.status, large.json().error?.code]).toEqual([413, 'BodyTooLarge']);
    const pieces = { ...apiHeaders, 'Transfer-Encoding': 'chunked' };
    const chunked = await ask(`${weft.url}/api/session`, { method: 'POST', headers: pieces, body: `{"token":"${'x'.repeat(2_000)}"}` });
    expect(chunked.status).toBe(413);
  });
});
