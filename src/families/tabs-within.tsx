import { useMemo } from 'react';
import type { StandardTab } from '../../catalogue/row-of.ts';
import { useT } from '../i18n/index.ts';
import type { Parent } from '../kit/contained.tsx';
import { useContainedCounts } from '../kit/contained-counts.ts';
import type { DetailTab } from '../kit/detail/resource-detail.tsx';
import { segments } from '../paths.ts';
import { Contained } from './contained.tsx';
import { families } from './manifests.ts';

/** A tab for each family whose list stands within such a resource, in the order of the navigation. */
export function useTabsWithin(parent: Parent, isThere: boolean): DetailTab<StandardTab>[] {
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
