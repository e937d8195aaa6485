import type { ReactNode } from 'react';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { FieldOf, RowOf, StandardTab } from '../../../catalogue/row-of.ts';
import { useT, withTexts } from '../../i18n/index.ts';
import { part } from '../../lib/part.tsx';
import { type Exact, withoutWrapper } from '../exactly.ts';
import { Properties, type PropertiesProps } from './properties.tsx';
import type { FurtherReference, Referrers } from './references.tsx';
import type { DetailTab } from './resource-detail.tsx';

/** Looked at by few, with words of its own. */
export const ReferencesTab = part(async () => (await withTexts(import('./references.tsx'), 'detail')).References);

export interface PropertiesTab<F extends FamilyRef> extends Pick<PropertiesProps, 'more'> {
  /** Instead of the kind's own drawing of a field. */
  readonly draw?: { readonly [K in FieldOf<F>]?: ReactNode };
  /** Fields that the page tells in another place. */
  readonly without?: readonly FieldOf<F>[];
  /** What the family tells before the fields, and after them. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
}

export interface StandardTabs<F extends FamilyRef> {
  /** Every field of the resource. It opens first, where it has no path of its own. */
  readonly properties: (say?: (row: RowOf<F>) => Exact<PropertiesTab<F>>, path?: 'properties') => DetailTab<StandardTab>;
  /** What the resource names, and what names it; `from` as in `References`. */
  readonly references: (from?: (row: RowOf<F>) => readonly Referrers[], also?: FurtherReference) => DetailTab<StandardTab>;
}

/** The tabs that nearly every resource has. While its row is on its way, `row` is null and they stand empty. */
export function useStandardTabs<F extends FamilyRef>(family: F, id: string, row: RowOf<F> | null): StandardTabs<F> {
  const t = useT();
  return {
    properties: (say, path) => {
      const said = row && say?.(row);
      const { above, below, ...rest } = said ? withoutWrapper(said) : ({} satisfies PropertiesTab<F>);
      const content = row && (
        <>
          {above}
          <Properties {...rest} family={family} row={row} />
          {below}
        </>
      );
      return { path: path ?? '', label: t('kit.properties'), content };
    },
    references: (from, also) => ({
      path: 'references',
      label: t('kit.references'),
      content: row && <ReferencesTab family={family} id={id} row={row} from={from?.(row) ?? []} also={also} />,
    }),
  };
}
