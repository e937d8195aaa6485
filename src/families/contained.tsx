import { use, useMemo } from 'react';
import type { Family } from '../../catalogue/define.ts';
import { loadOnce } from '../../catalogue/load-once.ts';
import { useT } from '../i18n/index.ts';
import type { Parent } from '../kit/contained.tsx';
import { useContainedCounts } from '../kit/contained-counts.ts';
import type { DetailTab } from '../kit/detail/resource-detail.tsx';
import { segments } from '../paths.ts';
import { families, loadPages, manifestOf } from './manifests.ts';

interface ContainedProps {
  readonly family: Family;
  readonly parent: Parent;
}

const load = loadOnce(async (family: Family) => {
  const manifest = manifestOf(family);
  if (!manifest) throw new Error(`no pages for the family "${family}"`);
  return loadPages(manifest);
});

/** Another family's list within a resource: found by the family's name, since families do not import each other. */
export function Contained({ family, parent }: ContainedProps) {
  const { Contained: List } = use(load(family));
  return List ? <List parent={parent} /> : null;
}

/** A tab for each family whose list stands within such a resource, in the order of the navigation. */
export function useTabsWithin(parent: Parent, isThere: boolean): DetailTab[] {
  const t = useT();
  const inside = useMemo(
    () => families.flatMap(({ family, within }) => (within?.includes(parent.family) ? [family] : [])),
    [parent.family],
  );
  const counts = useContainedCounts(inside, parent, isThere);
  return inside.map((family) => ({
    path: segments[family],
    label: t(`family.${family}`),
    count: counts.get(family),
    content: <Contained family={family} parent={parent} />,
  }));
}
