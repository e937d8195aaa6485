// @vitest-environment happy-dom
/** The demo's account of today, read as the page of reachability reads it: ways that exist are answered, over every kind of step. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import type { Protocol } from '../../network/packets/services.ts';
import { createClient } from '../../src/api/client.ts';
import { startLanguage } from '../../src/i18n/index.ts';
import { ScopeContext } from '../../src/lib/scope.ts';
import { pathKinds, pathQueryOf } from '../../src/network-model/paths/asked.ts';
import { useAnswer } from '../../src/network-model/paths/use-answer.ts';
import { useNetwork } from '../../src/network-model/use-network.ts';
import { behindToday, regionsOfToday } from './support.tsx';

afterEach(cleanup);

interface Question {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  readonly port: string;
}

/** Ways that exist in the demo, and what else they are led over than interfaces, groups and routes. */
const ways = {
  'UDP 7000 game-core/gateway-c game-core/battle-d': [],
  'TCP 6379 game-core/battle-d game-core/redis-c': ['network-acl'],
  'TCP 443 game-core/gateway-c internet': ['nat-gateway'],
  'TCP 443 game-core/gateway-c game-east/battle-e': ['peering'],
  // Into a subnet under an ACL of five parts.
  'TCP 443 edge/lb-a edge/lb-b': ['network-acl'],
  'TCP 443 edge/lb-a analytics/spark': ['ccn'],
} as const;

const askedFor = (way: string): Question => {
  const [protocol, port = '', from = '', to = ''] = way.split(' ');
  return { from, to, port, protocol: protocol as Protocol };
};

/** Ends are written as on the page, or as "VPC/subnet" by name: then its first machine is meant. */
function Probe({ way }: { readonly way: string }) {
  const { from, to, protocol, port } = askedFor(way);
  const network = useNetwork(pathKinds);
  const { model, known } = network;
  const end = (text: string): string => {
    const subnet = model.subnets.find(({ id, vpc }) => `${known.get(vpc)?.name.split(' ')[0]}/${known.get(id)?.name}` === text);
    return model.interfaces.find((one) => one.subnet === subnet?.id && one.instance)?.id ?? text;
  };
  const query = pathQueryOf({ from: end(from), to: end(to), protocol, port }, model);
  const { answer } = useAnswer(network, query);
  const told = answer && { of: way, verdict: answer.verdict, steps: answer.forward.map(({ step }) => step) };
  return <output data-testid="told">{JSON.stringify(told ?? {})}</output>;
}

it('answers every way that exists', async () => {
  const { sent } = await behindToday();
  await startLanguage('ui', 'shell', 'family', 'page', 'kit');
  const client = createClient();
  const page = (way: string) => (
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <ScopeContext value={{ account: undefined, region: 'ap-guangzhou' }}>
          <Suspense>
            <Probe way={way} />
          </Suspense>
        </ScopeContext>
      </MemoryRouter>
    </QueryClientProvider>
  );
  const { rerender } = render(page(''));
  const told = () => JSON.parse(screen.getByTestId('told').textContent ?? '');
  for (const [way, over] of Object.entries(ways)) {
    rerender(page(way));
    await waitFor(() => expect(told().of).toBe(way), { timeout: 60_000 });
    expect(told(), way).toMatchObject({ verdict: 'reachable', steps: expect.arrayContaining([...over]) });
  }
  // Today's one list of subnets tells their ACLs too: the older one is not asked beside it.
  expect(sent.filter((name) => name === 'vpc/DescribeSubnets')).toHaveLength(regionsOfToday.length);
}, 180_000);
