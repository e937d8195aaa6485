/** How a language writes numbers, and which plural form a number takes. */

/** A formatter for each language tag, made when first needed. */
export const byTag = <T>(make: (tag: string) => T) => {
  const made = new Map<string, T>();
  return (tag: string): T => {
    const known = made.get(tag) ?? make(tag);
    made.set(tag, known);
    return known;
  };
};

const numberFormat = byTag((tag) => new Intl.NumberFormat(tag));
const pluralRules = byTag((tag) => new Intl.PluralRules(tag));

/**
 * The plural category of a whole number, in the languages that are written out: the first use of Intl costs a page 10 to 20 ms.
 * Every other language is Intl's; a test holds these against it.
 */
const plurals: Readonly<Record<string, ((value: number) => Intl.LDMLPluralRule) | undefined>> = {
  en: (value) => (Math.abs(value) === 1 ? 'one' : 'other'),
  'zh-CN': () => 'other',
};

export const formatNumber = (value: number, tag: string): string =>
  plurals[tag] && Number.isSafeInteger(value) ? String(value).replace(/\B(?=(?:\d{3})+$)/g, ',') : numberFormat(tag).format(value);

/** Which of a message's plural forms a number takes in a language. */
export const pluralCategory = (value: number, tag: string): Intl.LDMLPluralRule =>
  (Number.isSafeInteger(value) ? plurals[tag]?.(value) : undefined) ?? pluralRules(tag).select(value);
