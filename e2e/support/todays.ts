/**
 * Browser tests of an account that speaks the API of today, in a cloud where nothing is left of the 2017 one. A test fails
 * that sends an action or a parameter which today's cloud does not have (catalogue/spec/today.json).
 */
import { strangeInCall } from '../../tests/support/todays-api.ts';
import type { Relay } from './relay.ts';
import { expect, test as relayed } from './relayed.ts';

/** What was sent that today's cloud would not take. */
const strangeCalls = (relay: Relay): string[] =>
  relay.calls().flatMap(({ service, action, text }) => {
    const body = text.slice(text.indexOf('\n') + 1);
    return service === '' ? [`${action}: not of API 3.0`] : strangeInCall(service, action, JSON.parse(body || '{}'));
  });

export const test = relayed.extend<{ spoken: undefined }>({
  dialect: 'today',
  spoken: [
    async ({ relay }, use) => {
      await use(undefined);
      expect([...new Set(strangeCalls(relay))], 'calls that today’s cloud would not take').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
