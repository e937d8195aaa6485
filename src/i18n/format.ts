/**
 * A text with its values put in. `{name}` is a value (numbers in the language's own way); `{n|one # thing|other # things}`
 * chooses by the language's plural rule, `#` being the number. The result is a list so that values may be nodes.
 */
export function fill<V>(text: string, params: Readonly<Record<string, V>>, language: string): (string | V)[] {
  const parts: (string | V)[] = [];
  for (const part of piecesOf(text)) {
    if (typeof part === 'string') {
      parts.push(part);
      continue;
    }
    const value = params[part.name];
    if (value === undefined) parts.push(part.whole);
    else if (typeof value !== 'number') parts.push(value);
    else parts.push(part.forms === undefined ? number(value, language) : plural(part.forms, value, language));
  }
  return parts.filter((part) => part !== '');
}

type Piece = string | { readonly whole: string; readonly name: string; readonly forms: string | undefined };

/** Texts are filled again and again, for every row of a list: each is taken apart once. */
const taken = new Map<string, readonly Piece[]>();

function piecesOf(text: string): readonly Piece[] {
  const known = taken.get(text);
  if (known) return known;
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{(\w+)(?:\|([^}]*))?\}/g)) {
    pieces.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    pieces.push({ whole: match[0], name: match[1] ?? '', forms: match[2] });
  }
  pieces.push(text.slice(end));
  taken.set(text, pieces);
  return pieces;
}

function plural(forms: string, value: number, language: string): string {
  const rule = isChinese(language) || value !== 1 ? 'other' : 'one';
  const all = forms.split('|');
  const form = all.find((item) => item.startsWith(`${rule} `)) ?? all.find((item) => item.startsWith('other ')) ?? '';
  return form.slice(form.indexOf(' ') + 1).replace('#', number(value, language));
}

const isChinese = (language: string): boolean => language.startsWith('zh');

const cached = <T>(make: (language: string) => T) => {
  const made = new Map<string, T>();
  return (language: string): T => {
    const found = made.get(language) ?? make(language);
    made.set(language, found);
    return found;
  };
};

// The first use of Intl costs a page 10 to 20 ms. What nearly every list shows (whole numbers, shares, moments) is therefore
// written out for the two languages, and held against Intl by a test; everything else is left to Intl.

const numberFormat = cached((language) => new Intl.NumberFormat(language));
const listFormat = cached((language) => new Intl.ListFormat(language, { type: 'conjunction' }));
const relativeFormat = cached((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

const number = (value: number, language: string): string =>
  Number.isSafeInteger(value) ? String(value).replace(/\B(?=(?:\d{3})+$)/g, ',') : numberFormat(language).format(value);

/** Whole per cent, halves up; the twelve digits take back what the product of two fractions adds to a half. */
const percent = (share: number, language: string): string => `${number(Math.round(Number((share * 100).toPrecision(12))), language)}%`;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const date = (value: Date, language: string): string =>
  isChinese(language)
    ? `${value.getFullYear()}年${value.getMonth() + 1}月${value.getDate()}日`
    : `${months[value.getMonth()]} ${value.getDate()}, ${value.getFullYear()}`;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const dateTime = (value: Date, language: string): string =>
  `${date(value, language)}${isChinese(language) ? ' ' : ', '}${twoDigits(value.getHours())}:${twoDigits(value.getMinutes())}`;

const time = (value: Date): string => [value.getHours(), value.getMinutes(), value.getSeconds()].map(twoDigits).join(':');

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
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
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  const steps = Math.trunc(seconds / size);
  // What every list shows when it has just been read.
  if (steps === 0) return isChinese(language) ? '现在' : 'now';
  return relativeFormat(language).format(steps, unit);
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
  /** The time of a day to the second: "17:30:54". */
  time(value: Date): string;
  relative(value: Date, now: Date): string;
  list(values: readonly string[]): string;
}

/** The ways a language writes numbers, moments (in the reader's own zone) and lists. */
export const formatsOf = cached(
  (language): Formats => ({
    number: (value) => number(value, language),
    percent: (share) => (share > 0 && share < 0.01 ? `<${percent(0.01, language)}` : percent(share, language)),
    date: (value) => date(value, language),
    dateTime: (value) => dateTime(value, language),
    time,
    relative: (value, now) => relative(value, now, language),
    list: (values) => listFormat(language).format(values),
  }),
);
