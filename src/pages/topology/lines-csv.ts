/** The map as a table: one row for each connection, those in bundles and those that are not drawn too, and for each way out. */
import type { EstateView } from '../../../network/maps/estate-groups.ts';
import type { Translate } from '../../i18n/index.ts';
import { toCsv } from '../../lib/export.ts';
import type { EstateSpeech } from './words.ts';

interface EndRow {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly cidrs: readonly string[];
}

const unknownEnd: EndRow = { id: '', name: '', account: '', region: '', cidrs: [] };

interface LineRow {
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  readonly state: string;
  readonly from: EndRow;
  readonly to: EndRow;
  readonly missing: readonly [string, string];
  readonly trouble: string;
}

function linkRows({ nodes, lines, undrawn }: EstateView, speech: EstateSpeech, t: Translate): LineRow[] {
  const ends = new Map<string, EndRow>([
    ...nodes.flatMap(({ vpcs }) => vpcs.map((vpc) => [vpc.key, vpc] as const)),
    // A CCN is of no region.
    ...nodes.flatMap(({ hub }) => (hub ? [[hub.key, { ...hub, region: '', cidrs: [] }] as const] : [])),
  ]);
  return [...lines, ...undrawn].flatMap(({ links }) =>
    links.map((link): LineRow => {
      const [from = unknownEnd, to = unknownEnd] = link.ends.map((end) => ends.get(end));
      const kind = t(`topology.csv.kind.${link.kind}`);
      const said = { name: speech.linkName(link), state: speech.linkState(link), trouble: speech.linkTrouble(link) };
      return { ...said, kind, id: link.id, from, to, missing: speech.linkMissing(link) };
    }),
  );
}

const exitRows = ({ nodes }: EstateView, speech: EstateSpeech, t: Translate): LineRow[] =>
  nodes.flatMap(({ vpcs }) =>
    vpcs.flatMap((vpc) =>
      vpc.exits.map((exit): LineRow => {
        const name = speech.exitName(exit);
        const to = { ...unknownEnd, name, id: exit.id, cidrs: exit.blocks };
        const [kind, state] = [t(`topology.exit.${exit.kind}`), speech.exitState(exit)];
        return { kind, name, id: exit.id, state, from: vpc, to, missing: ['', ''], trouble: '' };
      }),
    ),
  );

/** What lists that were not read may have: a row of its own, so that the table does not look whole. */
const unknownRows = ({ nodes }: EstateView, t: Translate): LineRow[] =>
  nodes.flatMap(({ vpcs }) =>
    vpcs.flatMap((vpc) => {
      const row = (kind: string): LineRow => ({
        ...{ kind, name: '', id: '', from: vpc, to: unknownEnd, missing: ['', ''], trouble: '' },
        state: t('topology.state.unknown'),
      });
      return [
        ...(vpc.unread.joined ? [row(t('topology.csv.kind.moreJoined'))] : []),
        ...(vpc.unread.exits ? [row(t('topology.csv.kind.moreExits'))] : []),
      ];
    }),
  );

export function linesCsv(view: EstateView, speech: EstateSpeech, t: Translate): string {
  const endColumns = (which: 'from' | 'to') => {
    const end = t(`topology.csv.${which}`);
    const head = (name: string): string => `${end} · ${name}`;
    return [
      { header: end, value: (row: LineRow) => row[which].name || row[which].id },
      { header: head(t('topology.csv.id')), value: (row: LineRow) => row[which].id },
      { header: head(t('topology.csv.account')), value: (row: LineRow) => row[which].account && speech.account(row[which].account) },
      { header: head(t('topology.csv.region')), value: (row: LineRow) => row[which].region },
      { header: head(t('topology.csv.range')), value: (row: LineRow) => row[which].cidrs.join(' ') },
    ];
  };
  return toCsv(
    [...linkRows(view, speech, t), ...exitRows(view, speech, t), ...unknownRows(view, t)],
    [
      { header: t('topology.csv.kind'), value: ({ kind }) => kind },
      { header: t('topology.csv.name'), value: ({ name }) => name },
      { header: t('topology.csv.id'), value: ({ id }) => id },
      { header: t('topology.csv.state'), value: ({ state }) => state },
      ...endColumns('from'),
      ...endColumns('to'),
      { header: t('topology.csv.trouble'), value: ({ trouble }) => trouble },
      { header: t('topology.csv.missing', { end: t('topology.csv.from') }), value: ({ missing }) => missing[0] },
      { header: t('topology.csv.missing', { end: t('topology.csv.to') }), value: ({ missing }) => missing[1] },
    ],
  );
}
