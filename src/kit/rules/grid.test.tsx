// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KnownRule, VersionedRuleSet } from '../../../network/rule-sets/rule-set.ts';
import { groupCells } from '../../../network/rule-sets/text.ts';
import { fakeCloud, show } from '../testing.tsx';
import { RulesEditor } from './editor.tsx';
import type { RuleKind } from './kind.ts';

/** The remote ends of the rows put into the document since the list was emptied: each row holds one cell of consequences. */
const rendered: string[] = [];

vi.mock('./consequences.tsx', async (original) => {
  const real = await original<typeof import('./consequences.tsx')>();
  const ConsequenceCell: typeof real.ConsequenceCell = (props) => {
    const { rule } = props;
    useEffect(() => void rendered.push('remote' in rule && rule.remote.kind === 'address' ? rule.remote.cidr : ''));
    return real.ConsequenceCell(props);
  };
  return { ...real, ConsequenceCell };
});

const kind: RuleKind = {
  cells: groupCells,
  versioned: true,
  limits: { perDirection: 100, expanded: 100 },
  references: false,
  way: { name: 'way', egress: 'out' },
  given: { names: [], read: () => null },
};

const rule = (at: number): KnownRule => ({
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port: '443' },
  remote: { kind: 'address', cidr: `10.0.${at}.0/24` },
  description: '',
});

const asked: VersionedRuleSet = { version: '1', ingress: Array.from({ length: 40 }, (_, at) => rule(at)), egress: [] };

const owner = { id: 'sg-12345678', name: 'web', interfaces: 1, review: () => null };

const rowAt = (at: number): HTMLElement => screen.getAllByRole('row').at(at + 1) ?? expect.fail(`no row ${at}`);
const remoteOf = (at: number): HTMLElement => within(rowAt(at)).getByText(`10.0.${at}.0/24`);

/** The input of the remote end of a row, opened by a key; with the rows rendered until then forgotten. */
function opened(at: number): HTMLElement {
  fireEvent.click(remoteOf(at));
  fireEvent.keyDown(remoteOf(at).closest('td') ?? expect.fail('no cell'), { key: 'Enter' });
  const input = within(rowAt(at)).getByRole('combobox');
  rendered.length = 0;
  return input;
}

beforeEach(async () => {
  fakeCloud({});
  localStorage.clear();
  rendered.length = 0;
  await show(<RulesEditor kind={kind} owner={owner} asked={asked} refresh={() => undefined} />);
  // Each row comes as it is read, and once more with what the first analysis found.
  await waitFor(() => expect(rendered).toHaveLength(2 * asked.ingress.length));
});
afterEach(cleanup);

describe('rows of rules', () => {
  it('are not rendered when a key is typed into a cell', () => {
    const input = opened(20);
    fireEvent.change(input, { target: { value: '10.1' } });
    fireEvent.change(input, { target: { value: '10.1.2.3' } });
    expect(input).toHaveProperty('value', '10.1.2.3');
    expect(rendered).toEqual([]);
  });

  it('are rendered where the active cell leaves and where it comes', () => {
    fireEvent.click(remoteOf(3));
    rendered.length = 0;
    fireEvent.keyDown(remoteOf(3).closest('td') ?? expect.fail('no cell'), { key: 'ArrowDown' });
    expect(rendered).toEqual(['10.0.3.0/24', '10.0.4.0/24']);
  });

  it('are rendered where consequences of a rule being typed are others', async () => {
    const input = opened(20);
    fireEvent.change(input, { target: { value: '10.0.7.9' } });
    await waitFor(() => expect(rendered).toEqual(['10.0.20.0/24']));
    expect(rowAt(20).querySelector('[data-consequence]')?.getAttribute('data-consequence')).toBe('shadowed');
  });

  it('are rendered alone when they are changed, with the row that is gone to', () => {
    const input = opened(20);
    fireEvent.change(input, { target: { value: '10.0.99.0/24' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(rendered).toEqual(['10.0.99.0/24', '10.0.21.0/24']);
  });
});
