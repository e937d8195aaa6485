/** How a language writes shares, moments and lists, and numbers beside them. */
import { byTag, formatNumber } from '../../catalogue/text/numbers.ts';

// The first use of Intl costs a page 10 to 20 ms. What nearly every list shows (shares, moments) is
// therefore written out for two languages, and held against Intl by a test; everything else, and every other language, is Intl's.

const percentFormat = byTag((tag) => new Intl.NumberFormat(tag, { style: 'percent' }));
const momentFormat = (options: Intl.DateTimeFormatOptions) =>
  byTag((tag) => new Intl.DateTimeFormat(tag, { ...options, hourCycle: 'h23' }));
const dateFormat = momentFormat({ dateStyle: 'medium' });
const dateTimeFormat = momentFormat({ dateStyle: 'medium', timeStyle: 'short' });
const timeFormat = momentFormat({ timeStyle: 'medium' });
const listFormat = byTag((tag) => new Intl.ListFormat(tag));
const relativeFormat = byTag((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What differs between the languages that are written out, by tag. */
interface WrittenFormats {
  readonly date: (value: Date) => string;
  readonly beforeTime: string;
  readonly now: string;
}

const writtenOut: Readonly<Record<string, WrittenFormats | undefined>> = {
  en: {
    date: (value) => `${months[value.getMonth()]} ${value.getDate()}, ${value.getFullYear()}`,
    beforeTime: ', ',
    now: 'now',
  },
  'zh-CN': {
    date: (value) => `${value.getFullYear()}年${value.getMonth() + 1}月${value.getDate()}日`,
    beforeTime: ' ',
    now: '现在',
  },
};

/** Whole per cent, halves up; the twelve digits take back what the product of two fractions adds to a half. */
const percent = (share: number, tag: string): string =>
  writtenOut[tag] ? `${formatNumber(Math.round(Number((share * 100).toPrecision(12))), tag)}%` : percentFormat(tag).format(share);

const date = (value: Date, tag: string): string => writtenOut[tag]?.date(value) ?? dateFormat(tag).format(value);

const clock = (...parts: number[]): string => parts.map((part) => String(part).padStart(2, '0')).join(':');

function dateTime(value: Date, tag: string): string {
  const written = writtenOut[tag];
  if (!written) return dateTimeFormat(tag).format(value);
  return written.date(value) + written.beforeTime + clock(value.getHours(), value.getMinutes());
}

const time = (value: Date, tag: string): string =>
  writtenOut[tag] ? clock(value.getHours(), value.getMinutes(), value.getSeconds()) : timeFormat(tag).format(value);

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** "3 minutes ago": `date` seen from `now`, in the largest unit that fits. */
export function relative(date: Date, now: Date, tag: string): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  const steps = Math.trunc(seconds / size);
  // What every list shows when it has just been read.
  const written = steps === 0 ? writtenOut[tag] : undefined;
  return written ? written.now : relativeFormat(tag).format(steps, unit);
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

/** The ways a language (a BCP 47 tag) writes numbers, moments (in the reader's own zone) and lists. */
export const formatsOf = byTag(
  (tag): Formats => ({
    number: (value) => formatNumber(value, tag),
    percent: (share) => (share > 0 && share < 0.01 ? `<${percent(0.01, tag)}` : percent(share, tag)),
    date: (value) => date(value, tag),
    dateTime: (value) => dateTime(value, tag),
    time: (value) => time(value, tag),
    relative: (value, now) => relative(value, now, tag),
    list: (values) => listFormat(tag).format(values),
  }),
);
