/** Browser tests whose product reaches the simulated cloud through a relay: `relay.rewrite('DescribeVpcs', …)`. */
import type { Dialect } from '../../catalogue/binding.ts';
import { startProduct } from './product.ts';
import { type Relay, startRelay } from './relay.ts';
import { test as base } from './test.ts';

interface RelayWorker {
  /** What the account behind the relay speaks. */
  dialect: Dialect;
  started: Relay;
}

export const test = base.extend<{ relay: Relay }, RelayWorker>({
  // What most tests order is spelled as the documents have it.
  dialect: ['documents', { option: true, scope: 'worker' }],
  started: [
    async ({ dialect }, use) => {
      const relay = await startRelay(dialect);
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
