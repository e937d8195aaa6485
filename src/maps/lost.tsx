/** What is lost when a next hop goes: which subnets lose which destinations, by the tables that lead to it. */
import { tablesTo } from '../../network/maps/lit.ts';
import type { MapHop } from '../../network/maps/map-hop.ts';
import type { VpcMap } from '../../network/maps/vpc-map.ts';
import { useT } from '../i18n/index.ts';
import type { VpcSpeech } from './vpc-words.ts';

interface LostProps {
  readonly map: VpcMap;
  readonly hop: MapHop;
  readonly speech: Pick<VpcSpeech, 'words'>;
}

/** More subnets than these are a number. */
const mostNames = 40;

export function Lost({ map, hop, speech: { words } }: LostProps) {
  const t = useT();
  const tables = tablesTo(map, hop);
  if (tables.length === 0)
    return <p>{t(hop.led === 'unknown' ? 'maps.lostNotKnown' : hop.led === 'lost' ? 'maps.lostDead' : 'maps.lostNothing')}</p>;
  return (
    <ul aria-label={t('maps.lost')}>
      {tables.map((table) => {
        const destinations = table.routes.flatMap((route) => (route.hop === hop.key ? [route.destination] : []));
        const names = table.subnets.map(({ name, id }) => name || id);
        return (
          <li key={table.key} className="break-words">
            {t('maps.lostOne', { table: words.table(table), destinations: destinations.join(', '), n: names.length })}
            <span className="block text-muted text-xs">
              {names.slice(0, mostNames).join(', ')} {names.length > mostNames && t('maps.more', { n: names.length - mostNames })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
