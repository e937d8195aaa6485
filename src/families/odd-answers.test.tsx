// @vitest-environment happy-dom
/** Pages that read single answers, with everything wrong with these that their shapes allow. */
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { actions, findAction } from '../../catalogue/index.ts';
import { listedFamilies, loadFamily } from '../../catalogue/lazy.ts';
import { isRecord } from '../../catalogue/values.ts';
import { loadMessages } from '../i18n/index.ts';
import { goodRow, oddAnswers } from '../kit/odd-rows.ts';
import { answerCalls, show } from '../kit/testing.tsx';
import { paths } from '../paths.ts';
import { PageBoundary } from '../shell/page-boundary.tsx';
import { families, loadPages } from './manifests.ts';

afterEach(cleanup);

const scope = { region: 'ap-guangzhou' };
const gateway = goodRow('customer-gateway', await loadFamily('customer-gateway'), 1);

const pages = [
  { name: 'vpc:DescribeAddressQuota', family: 'account', path: paths.list('account', scope) },
  { name: 'vpc:DescribeAccountAttributes', family: 'account', path: paths.list('account', scope) },
  { name: 'vpc2017:DescribeVpcLimit', family: 'account', path: paths.list('account', scope) },
  { name: 'vpc:DescribeAddressQuota', family: 'eip', path: paths.list('eip', scope) },
  {
    name: 'vpc:DescribeCustomerGatewayVendors',
    family: 'customer-gateway',
    path: paths.detail('customer-gateway', String(gateway.CustomerGatewayId), scope, 'devices'),
  },
] as const;

describe.each(pages)('$family, when $name', ({ name, family, path }) => {
  // What is no object at all the kit's small cloud cannot give; api/decoded.test.ts holds it.
  it.each(oddAnswers(actions[name]).filter(({ answer }) => isRecord(answer)))(
    'answers with $what',
    async ({ answer, good, place: within }) => {
      answerCalls((asked) => {
        if (asked === name) return answer as Record<string, unknown>;
        if (asked === 'vpc:DescribeCustomerGateways') return { CustomerGatewaySet: [gateway], TotalCount: 1 };
        // Whatever else the page asks for is in order.
        const single = findAction(asked);
        return single?.kind === 'get' ? (oddAnswers(single)[0]?.answer as Record<string, unknown>) : {};
      });
      const entry = families.find((candidate) => candidate.family === family);
      if (!entry) throw new Error(`no pages for ${family}`);
      await Promise.all([loadMessages('kit', 'shell'), ...listedFamilies.map(loadFamily)]);
      const { Pages } = await loadPages(entry, path.split('?')[0]);
      await show(
        <PageBoundary resetKey="">
          <Suspense fallback="suspended">
            <Routes>
              <Route path={`/${entry.path}/*`} element={<Pages />} />
            </Routes>
          </Suspense>
        </PageBoundary>,
        path,
      );
      const expected = within === null ? 'UnreadableAnswer' : 'Part of the answer could not be read and is left out';
      // The account's attributes are one thing: where an item of them cannot be read, none is shown.
      const words = good ? [] : name === 'vpc:DescribeAccountAttributes' ? ['UnreadableAnswer'] : [expected];
      await waitFor(() => {
        for (const text of words) expect(screen.queryAllByText(text).length).toBeGreaterThan(0);
      });
      await act(async () => undefined);
      if (good) expect(screen.queryByText('UnreadableAnswer')).toBeNull();
      expect(screen.queryByText(/This page failed/)).toBeNull();
      expect(screen.queryAllByRole('heading', { level: 1 })).toHaveLength(1);
      expect(document.body.textContent).not.toMatch(/undefined|NaN|\[object/);
    },
  );
});
