/** What joins the VPCs of the map as a table: one row for each connection, those in bundles and those that are not drawn too. */
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

export function linesCsv({ nodes, lines, undrawn }: EstateView, speech: EstateSpeech, t: Translate): string {
  const ends = new Map<string, EndRow>([
    ...nodes.flatMap(({ vpcs }) => vpcs.map((vpc) => [vpc.key, vpc] as const)),
    ...nodes.flatMap(({ hub }) => (hub ? [[hub.key, { ...hub, cidrs: [] }] as const] : [])),
  ]);
  const rows = [...lines, ...undrawn].flatMap(({ links }) =>
    links.map((link) => ({ link, from: ends.get(link.ends[0]) ?? unknownEnd, to: ends.get(link.ends[1]) ?? unknownEnd })),
  );
  const endColumns = (which: 'from' | 'to') => {
    const head = (name: string): string => `${t(`topology.csv.${which}`)} · ${name}`;
    return [
      { header: t(`topology.csv.${which}`), value: (row: (typeof rows)[number]) => row[which].name || row[which].id },
      { header: head(t('topology.csv.id')), value: (row: (typeof rows)[number]) => row[which].id },
      { header: head(t('topology.csv.account')), value: (row: (typeof rows)[number]) => speech.account(row[which].account) },
      { header: head(t('topology.csv.region')), value: (row: (typeof rows)[number]) => row[which].region },
      { header: head(t('topology.csv.range')), value: (row: (typeof rows)[number]) => row[which].cidrs.join(' ') },
    ];
  };
  return toCsv(rows, [
    { header: t('topology.csv.kind'), value: ({ link }) => t(`topology.csv.kind.${link.kind}`) },
    { header: t('topology.csv.name'), value: ({ link }) => speech.linkName(link) },
    { header: t('topology.csv.id'), value: ({ link }) => link.id },
    { header: t('topology.csv.state'), value: ({ link }) => speech.linkState(link) },
    ...endColumns('from'),
    ...endColumns('to'),
    { header: t('topology.csv.trouble'), value: ({ link }) => speech.linkTrouble(link) },
  ]);
}
