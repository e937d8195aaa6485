/** A rule that the address proposes: put into the draft once, where it is wanted, and taken out of the address. */
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { Protocol } from '../../../../network/index.ts';
import { newRow } from './draft.ts';
import { type Direction, hasPort, type Rule } from './model.ts';
import type { Editor } from './use-editor.ts';

const names = ['add', 'protocol', 'port', 'cidr', 'before'] as const;
const protocols: readonly (Protocol | 'ALL')[] = ['ALL', 'TCP', 'UDP', 'ICMP', 'GRE'];

/** `add=ACCEPT&protocol=TCP&port=443&cidr=10.0.0.0/8`; `before` is the place of the rule it goes before, the end when left out. */
export function givenRule(search: URLSearchParams): { readonly rule: Rule; readonly before: number | null } | null {
  const action = search.get('add');
  const protocol = protocols.find((one) => one === search.get('protocol'));
  if ((action !== 'ACCEPT' && action !== 'DROP') || !protocol) return null;
  const port = hasPort(protocol) ? (search.get('port') ?? 'ALL') : 'ALL';
  const before = search.get('before');
  return {
    rule: { action, service: { kind: 'ports', protocol, port }, far: { kind: 'address', cidr: search.get('cidr') ?? '' }, description: '' },
    before: before !== null && /^\d+$/.test(before) ? Number(before) : null,
  };
}

export function useGivenRule(direction: Direction, change: Editor['change']): void {
  const [search, setSearch] = useSearchParams();
  const taken = useRef(false);
  useEffect(() => {
    const given = givenRule(search);
    if (!given || taken.current) return;
    taken.current = true;
    change(direction, (rows) => rows.toSpliced(given.before ?? rows.length, 0, newRow(given.rule)));
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const name of names) next.delete(name);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [search, setSearch, direction, change]);
}
