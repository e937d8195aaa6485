import { regionName, regionNames } from '../../catalogue/regions.ts';
import { languages, useLanguage } from '../i18n/index.ts';

/** The languages whose name of a region stands beside the reader's own one: it is known abroad by one, on the spot by the other. */
const beside = ['en', 'zh'] as const;

/** A region's name in the reader's language, and beside it the other one, where that differs; its code where that is all that is known. */
export function RegionName({ id }: { readonly id: string }) {
  const own = regionName(id, useLanguage());
  const names = regionNames(id);
  const other = beside.find((language) => names && names[language] !== own);
  if (!names || !other) return own;
  return (
    <>
      {own} <span lang={languages[other].tag}>{names[other]}</span>
    </>
  );
}
