import { useMemo } from 'react';
import type { Family } from '../../catalogue/define.ts';
import { manifests } from '../../catalogue/families/manifests.ts';
import type { Manifest } from '../../catalogue/manifest.ts';
import type { TabWithin } from '../../catalogue/row-of.ts';
import { useT } from '../i18n/index.ts';
import { useContainedCounts } from '../kit/contained-counts.ts';
import type { DetailTab } from '../kit/detail/resource-detail.tsx';
import { segments } from '../paths.ts';
import { Contained } from './contained.tsx';
import { families } from './manifests.ts';

/** A tab for each family whose list stands within such a resource, in the order of the navigation. */
export function useTabsWithin<F extends Family>(
  parent: { readonly family: F; readonly id: string },
  isThere: boolean,
): DetailTab<TabWithin<F>>[] {
  const t = useT();
  const inside = useMemo(
    () => families.flatMap(({ family }) => ((manifests[family] as Manifest).within?.includes(parent.family) ? [family] : [])),
    [parent.family],
  );
  const counts = useContainedCounts(inside, parent, isThere);
  return inside.map((family) => ({
    // By `within` it is one of these.
    path: segments[family] as TabWithin<F>,
    label: t(`family.${family}`),
    count: counts.get(family),
    content: <Contained family={family} parent={parent} />,
  }));
}
