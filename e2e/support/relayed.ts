/** Browser tests whose product reaches the simulated cloud through a relay: `relay.rewrite('DescribeVpcs', …)`. */
import { startProduct } from './product.ts';
import { type Relay, startRelay } from './relay.ts';
import { test as base } from './test.ts';

export const test = base.extend<{ relay: Relay }, { started: Relay }>({
  started: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const relay = await startRelay();
      await use(relay);
      await relay.stop();
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ started }, use) => {
      const product = await startProduct({ env: started.env });
      await use({ ...product, simulator: started.cloud });
      await product.stop();
    },
    { scope: 'worker' },
  ],
  // Whatever a test has ordered ends with it.
  relay: async ({ started, sim }, use) => {
    started.clear();
    await sim.clearFaults();
    await use(started);
    started.clear();
  },
});

export { expect } from './test.ts';
