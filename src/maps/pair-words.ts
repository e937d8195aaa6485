/** What a picture of one of two tables says of their differences. */
import { useMemo } from 'react';
import type { PairedTable } from '../../network/maps/table-pair.ts';
import { mapRouteKey } from '../../network/maps/vpc-tables.ts';
import { useFormats, useT } from '../i18n/index.ts';

export interface PairWords {
  readonly shared: readonly string[];
  /** By the keys of the routes. */
  readonly marks: ReadonlyMap<string, string>;
  /** The name of a thing with what differs of it. */
  readonly nameOf: (key: string, name: string) => string;
}

export function usePairWords(paired: PairedTable | undefined): PairWords | null {
  const t = useT();
  const formats = useFormats();
  return useMemo(() => {
    if (!paired) return null;
    const { table, map, shared, differing } = paired;
    const marks = new Map([...paired.marks].map(([key, mark]) => [key, t(`maps.mark.${mark}`)]));
    const routes = table.routes.flatMap((route) => {
      const mark = paired.marks.get(mapRouteKey(table, route));
      return mark ? [t(`maps.differs.${mark}`, { destination: route.destination })] : [];
    });
    const more = (key: string): string | null => {
      if (key === table.key) return routes.length > 0 ? formats.list(routes) : t('maps.differs.nothing');
      const isHop = map.hops.some((hop) => hop.key === key);
      return isHop ? t(differing?.has(key) ? 'maps.differs.hop' : 'maps.differs.nothing') : null;
    };
    return {
      ...{ shared, marks },
      nameOf: (key, name) => {
        const told = more(key);
        return told === null ? name : t('maps.name.with', { name, more: told });
      },
    };
  }, [paired, t, formats]);
}
