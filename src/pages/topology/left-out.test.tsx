// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { estateOf } from '../../../network/maps/estate.ts';
import { type EstateFilter, type EstateKind, filterEstate } from '../../../network/maps/estate-filter.ts';
import { estateView } from '../../../network/maps/estate-groups.ts';
import { shownOf } from '../../../network/maps/estate-shown.ts';
import { emptyModel } from '../../../network/model/model.ts';
import { startLanguage } from '../../i18n/index.ts';
import { show } from '../../kit/testing.tsx';
import { EstateList } from './list.tsx';
import { useEstateWords } from './words.ts';

afterEach(cleanup);

const place = { account: '100000000001', region: 'ap-guangzhou' };
const estate = estateOf({
  ...emptyModel,
  vpcs: [
    { ...place, id: 'vpc-a', cidr: '10.0.0.0/16', name: 'shop' },
    { ...place, id: 'vpc-b', cidr: '10.1.0.0/16', name: 'stock' },
    { ...place, id: 'vpc-c', cidr: '10.2.0.0/16', name: 'east', region: 'ap-shanghai' },
    { ...place, id: 'vpc-d', cidr: '10.3.0.0/16', name: 'lone' },
  ],
  peerings: [
    { id: 'pcx-1', vpcs: ['vpc-a', 'vpc-b'], state: 'pending' },
    { id: 'pcx-2', vpcs: ['vpc-a', 'vpc-c'], state: 'pending' },
  ],
});
const everything: EstateFilter = {
  ...{ without: new Set<EstateKind>(), joinedOnly: false, account: '', region: '', state: '', troubled: false, near: null },
};

function Told({ filter }: { readonly filter: Partial<EstateFilter> }) {
  const speech = useEstateWords((id) => id);
  const whole = estateView(estate);
  const view = shownOf(whole, filterEstate(estate, { ...everything, ...filter }));
  return (
    <>
      <ol aria-label="said">
        {view.nodes.map((node) => (
          <li key={node.key}>{speech.said(estate, view, node)}</li>
        ))}
      </ol>
      <EstateList {...{ estate, view, speech }} selected={null} onSelect={() => undefined} />
    </>
  );
}

const said = (name: string): string | null | undefined =>
  [...screen.getByRole('list', { name: 'said' }).children].find(({ textContent }) => textContent?.startsWith(`${name},`))?.textContent;

it('names and cards say how many connections a filter leaves out, and nothing where it leaves out none', async () => {
  await startLanguage('topology', 'maps');
  await show(<Told filter={{}} />);
  expect(said('shop')).toContain('2 connections: ');
  expect(said('lone')).toContain('no connections');
  expect(screen.queryByText(/ shown$/)).toBeNull();
  cleanup();
  await show(<Told filter={{ region: 'ap-guangzhou' }} />);
  expect(said('shop')).toContain('1 of 2 connections shown: stock, asked for');
  expect(said('stock')).toContain('1 connection: ');
  expect(screen.getByRole('article', { name: 'shop' }).textContent).toContain('1 of 2 connections shown');
  cleanup();
  // All of its connections are left out: it is not one of those that have none.
  await show(<Told filter={{ region: 'ap-shanghai' }} />);
  expect(said('east')).toContain('0 of 1 connection shown');
  expect(screen.getByRole('article', { name: 'east' }).textContent).toContain('0 of 1 connection shown');
});
