/** Names of things with the stops of a packet there. */
import type { PathStop } from '../../network/maps/vpc-path.ts';
import { useFormats, useT } from '../i18n/index.ts';

/** What a thing of this name and key is called on the way of a packet. */
export function useStopNames(stops: readonly PathStop[]): (name: string, key: string) => string {
  const t = useT();
  const formats = useFormats();
  return (name, key) => {
    const own = stops.filter((stop) => stop.key === key);
    if (own.length === 0) return name;
    const ends = own.some(({ result }) => result === 'block');
    return t(ends ? 'maps.path.nameEnds' : 'maps.path.name', { name, stops: formats.list(own.map(({ n }) => String(n))) });
  };
}
