/**
 * A text with its values put in. `{name}` is a value (numbers in the language's own way); `{n|one # thing|other # things}`
 * chooses by the language's plural rule, `#` being the number. The result is a list so that values may be nodes.
 */
export function fill<V>(text: string, params: Readonly<Record<string, V>>, language: string): (string | V)[] {
  const parts: (string | V)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{(\w+)(?:\|([^}]*))?\}/g)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const value = params[match[1] ?? ''];
    if (value === undefined) parts.push(match[0]);
    else if (typeof value !== 'number') parts.push(value);
    else parts.push(match[2] === undefined ? numberFormat(language).format(value) : plural(match[2], value, language));
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}

function plural(forms: string, value: number, language: string): string {
  const rule = pluralRules(language).select(value);
  const all = forms.split('|');
  const form = all.find((item) => item.startsWith(`${rule} `)) ?? all.find((item) => item.startsWith('other ')) ?? '';
  return form.slice(form.indexOf(' ') + 1).replace('#', numberFormat(language).format(value));
}

const cached = <T>(make: (language: string) => T) => {
  const made = new Map<string, T>();
  return (language: string): T => {
    const found = made.get(language) ?? make(language);
    made.set(language, found);
    return found;
  };
};

const pluralRules = cached((language) => new Intl.PluralRules(language));
const numberFormat = cached((language) => new Intl.NumberFormat(language));
const percentFormat = cached((language) => new Intl.NumberFormat(language, { style: 'percent' }));
const listFormat = cached((language) => new Intl.ListFormat(language, { type: 'conjunction' }));
const dateTimeFormat = cached(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }),
);
const dateFormat = cached((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }));
const relativeFormat = cached((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** "3 minutes ago": `date` seen from `now`, in the largest unit that fits. */
export function relative(date: Date, now: Date, language: string): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return relativeFormat(language).format(Math.trunc(seconds / size), unit);
}

/**
 * The moment that a cloud's time text means. Tencent writes China Standard Time without a zone ("2018-04-25 10:26:26");
 * texts with a zone are read as they are. Null for empty, zero ("0000-00-00 00:00:00") and unreadable texts.
 */
export function readCloudTime(text: string): Date | null {
  const local = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text.trim());
  const date = new Date(
    local ? `${local[1]}-${local[2]}-${local[3]}T${local[4]}+08:00` : /[zZ]|[+-]\d{2}:?\d{2}$/.test(text) ? text : Number.NaN,
  );
  return Number.isNaN(date.getTime()) ? null : date;
}

export interface Formats {
  number(value: number): string;
  /** A share, 0 to 1, in whole per cent; what is little but not nothing is "<1%". */
  percent(share: number): string;
  date(value: Date): string;
  dateTime(value: Date): string;
  relative(value: Date, now: Date): string;
  list(values: readonly string[]): string;
}

/** The ways a language writes numbers, moments (in the reader's own zone) and lists. */
export const formatsOf = cached(
  (language): Formats => ({
    number: (value) => numberFormat(language).format(value),
    percent: (share) => (share > 0 && share < 0.01 ? `<${percentFormat(language).format(0.01)}` : percentFormat(language).format(share)),
    date: (value) => dateFormat(language).format(value),
    dateTime: (value) => dateTimeFormat(language).format(value),
    relative: (value, now) => relative(value, now, language),
    list: (values) => listFormat(language).format(values),
  }),
);
