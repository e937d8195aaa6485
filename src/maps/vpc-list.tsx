import { waysOut } from '../../network/maps/lit.ts';
import { eachBehind } from '../../network/maps/map-hop.ts';
import { isUnread, type VpcMap } from '../../network/maps/vpc-map.ts';
import { type MapTable, subnetKey } from '../../network/maps/vpc-tables.ts';
import { useT } from '../i18n/index.ts';
import { Code } from '../ui/copy.tsx';
import { cx } from '../ui/cx.ts';
import type { VpcSpeech } from './vpc-words.ts';

interface ListProps {
  readonly map: VpcMap;
  readonly speech: VpcSpeech;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
}

const rowClass = 'flex min-h-11 w-full items-center justify-between gap-3 border-line border-t px-3 py-1 text-start hover:bg-hover';

function TableCard({ map, speech, table, selected, onSelect }: ListProps & { readonly table: MapTable }) {
  const t = useT();
  const { words, names } = speech;
  const zones = map.zones.map((zone) => ({ zone, subnets: table.subnets.filter((subnet) => subnet.zone === zone) }));
  return (
    <section aria-label={words.table(table)} className="rounded-md border border-line bg-surface">
      <h2 className="px-3 py-2 text-base">
        {words.table(table)}{' '}
        <span className="font-normal text-muted text-xs">
          {words.counts(table)}
          {table.main && ` · ${words.main}`}
        </span>
      </h2>
      {waysOut(map, table).map(({ route, hop }) => (
        <button
          key={`${route.destination} ${route.gateway}`}
          type="button"
          className={rowClass}
          onClick={() => onSelect(hop?.key ?? table.key)}
        >
          <Code>{route.destination}</Code>
          <span className={cx('min-w-0 text-end', hop ? 'text-muted' : 'text-danger')}>
            {hop
              ? [words.hop({ ...hop, members: [hop.key], tables: [], destinations: [] }), ...hop.beyond.slice(0, 1).map(words.beyond)].join(
                  ' → ',
                )
              : words.route(route)}
          </span>
        </button>
      ))}
      {table.subnets.length === 0 && (
        <p className="border-line border-t px-3 py-2 text-muted">{isUnread(map, 'subnets') ? words.subnetsUnread : words.unused}</p>
      )}
      {zones
        .filter(({ subnets }) => subnets.length > 0)
        .map(({ zone, subnets }) => (
          <details key={zone} open={subnets.some(({ id }) => subnetKey(id) === selected)} className="border-line border-t">
            <summary className="min-h-11 cursor-pointer px-3 py-2.5">
              <span className="font-medium">{words.zone(zone)}</span> <span className="text-muted">{words.subnets(subnets)}</span>
            </summary>
            {subnets.map((subnet) => (
              <button
                key={subnet.id}
                type="button"
                aria-pressed={subnetKey(subnet.id) === selected}
                className={rowClass}
                onClick={() => onSelect(subnetKey(subnet.id))}
              >
                <span className="min-w-0 break-words">
                  <span className="font-medium">{subnet.name || subnet.id}</span>
                  <span className="block text-muted text-xs">{names.internet(table, subnet)}</span>
                </span>
                <span className="flex gap-3">
                  <Code>{subnet.cidr}</Code>
                  <span className="text-muted">{subnet.interfaces ?? t('maps.notKnown')}</span>
                </span>
              </button>
            ))}
          </details>
        ))}
    </section>
  );
}

/** The same as the picture, as stacked lists: on narrow screens, and wherever somebody likes lists. */
export function VpcList(props: ListProps) {
  const t = useT();
  const { map, speech, selected, onSelect } = props;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-3">
      {map.tables.map((table) => (
        <TableCard key={table.key} {...props} table={table} />
      ))}
      {map.hops.length > 0 && (
        <section aria-label={t('maps.nextHop')} className="rounded-md border border-line bg-surface">
          <h2 className="px-3 py-2 text-base">{t('maps.nextHop')}</h2>
          {map.hops.map((hop) => (
            <button key={hop.key} type="button" aria-pressed={hop.key === selected} className={rowClass} onClick={() => onSelect(hop.key)}>
              <span className="min-w-0 break-words">{speech.names.hop(hop)}</span>
              <span className="min-w-0 text-end text-muted">
                {eachBehind(hop).map((beyond) => (
                  <span key={beyond.key} className={cx('block', beyond.trouble !== null && 'text-warning')}>
                    {speech.words.beyond(beyond)}
                    {beyond.trouble && ` · ${speech.words.trouble(beyond)}`}
                  </span>
                ))}
              </span>
            </button>
          ))}
        </section>
      )}
    </div>
  );
}
