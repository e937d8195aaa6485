import { describe, expect, it } from 'vitest';
import { pluralCategory } from '../../catalogue/text/numbers.ts';
import { formatsOf, readCloudTime, relative } from './format.ts';

describe('times of the cloud', () => {
  it('reads a time without a zone as China Standard Time', () => {
    expect(readCloudTime('2018-04-25 10:26:26')?.toISOString()).toBe('2018-04-25T02:26:26.000Z');
    expect(readCloudTime('2018-01-01 00:00:00')?.toISOString()).toBe('2017-12-31T16:00:00.000Z');
  });

  it('reads a time with a zone as it is', () => {
    expect(readCloudTime('2018-04-25T10:26:26Z')?.toISOString()).toBe('2018-04-25T10:26:26.000Z');
    expect(readCloudTime('2018-04-25T10:26:26+09:00')?.toISOString()).toBe('2018-04-25T01:26:26.000Z');
  });

  it('is nothing for zero, empty and unreadable times', () => {
    expect(['0000-00-00 00:00:00', '', 'soon', '2018-13-45 10:00:00', '2018-04-25'].map(readCloudTime)).toEqual(Array(5).fill(null));
  });
});

describe('what is written out, held against Intl', () => {
  const numbers = [0, 1, -1, 12, 999, 1_000, -1_234, 65_536, 1_234_567, Number.MAX_SAFE_INTEGER, 0.5, 1_234.56];
  const shares = [0, 0.01, 0.0149, 0.015, 0.125, 0.145, 0.285, 0.5, 0.994, 0.995, 0.999, 1, 1.005, 2.5, 12.345];
  const moments = Array.from({ length: 400 }, (_, n) => new Date(Date.UTC(2018, 3, 25, 10, 26) + n * 40_111_000));
  const medium = { dateStyle: 'medium' } as const;

  it.each(['en', 'zh-CN', 'pl', 'ar-EG', 'de'])('agrees in %s, written out or not', (language) => {
    const { number, percent, date, dateTime } = formatsOf(language);
    const inIntl = new Intl.NumberFormat(language);
    expect(numbers.map(number)).toEqual(numbers.map((value) => inIntl.format(value)));
    const wholePercent = new Intl.NumberFormat(language, { style: 'percent' });
    expect(shares.map(percent)).toEqual(shares.map((share) => wholePercent.format(share)));
    const days = new Intl.DateTimeFormat(language, medium);
    expect(moments.map(date)).toEqual(moments.map((moment) => days.format(moment)));
    const minutes = new Intl.DateTimeFormat(language, { ...medium, timeStyle: 'short', hourCycle: 'h23' });
    expect(moments.map(dateTime)).toEqual(moments.map((moment) => minutes.format(moment)));
    const now = new Date();
    expect(relative(now, now, language)).toBe(new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second'));
    const rules = new Intl.PluralRules(language);
    const counts = [0, 1, -1, 2, 5, 11, 21, 101, 1.5];
    expect(counts.map((n) => pluralCategory(n, language))).toEqual(counts.map((n) => rules.select(n)));
  });
});

describe('relative times', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const before = (seconds: number): string => relative(new Date(now.getTime() - seconds * 1000), now, 'en');

  it('uses the largest unit that fits', () => {
    expect([0, 59, 60, 3_599, 3_600, 86_400, 40 * 86_400].map(before)).toEqual([
      'now',
      '59 seconds ago',
      '1 minute ago',
      '59 minutes ago',
      '1 hour ago',
      'yesterday',
      'last month',
    ]);
  });

  it('speaks both languages', () => {
    expect(formatsOf('zh-CN').relative(new Date(now.getTime() - 120_000), now)).toBe('2分钟前');
    expect(formatsOf('zh-CN').list(['广州', '上海', '北京'])).toBe('广州、上海和北京');
  });
});
