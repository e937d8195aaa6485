import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill } from './message.ts';
import { parseMessage } from './parse.ts';

const text = (source: string, values: Record<string, string | number> = {}, tag = 'en'): string => fill(source, values, tag).join('');

describe('values', () => {
  it('are put in, numbers in the language’s own way', () => {
    expect(text('{name} has {n} rows', { name: 'prod', n: 12345 })).toBe('prod has 12,345 rows');
    expect(text('{ n , number }', { n: 12345 })).toBe('12,345');
    expect(text('{n}', { n: 12345.5 }, 'de')).toBe('12.345,5');
  });

  it('keep nodes as they are', () => {
    const node = { node: true };
    expect(fill('a {x} b', { x: node }, 'en')).toEqual(['a ', node, ' b']);
    expect(fill<unknown>('{n, plural, one {# of {x}} other {# of {x}}}', { n: 2, x: node }, 'en')).toEqual(['2', ' of ', node]);
  });

  it('leave their argument as it is written where they are missing', () => {
    expect(text('{missing}')).toBe('{missing}');
    expect(text('a {n, plural, one {# row} other {# rows}} b')).toBe('a {n, plural, one {# row} other {# rows}} b');
  });

  it('are never read as messages themselves', () => {
    expect(text('{name}', { name: '{n} {name} ’#’' })).toBe('{n} {name} ’#’');
  });
});

describe('plurals', () => {
  const rows = '{n, plural, one {# row} other {# rows}}';

  it('choose by the plural rule of the language', () => {
    expect([0, 1, 2, 1000].map((n) => text(rows, { n }))).toEqual(['0 rows', '1 row', '2 rows', '1,000 rows']);
    // Chinese has one form only: the "other" one, whatever the number.
    expect(text('{n, plural, other {# 行}}', { n: 1 }, 'zh-CN')).toBe('1 行');
    expect(text(rows, { n: 1 }, 'zh-CN')).toBe('1 rows');
  });

  it('choose as Intl does, in languages with many forms and for every number', () => {
    const forms = '{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}';
    const number = fc.oneof(fc.integer({ min: -200, max: 2000 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(number, fc.constantFrom('en', 'zh-CN', 'pl', 'ar', 'cy', 'lv', 'fr'), (n, tag) => {
        expect(text(forms, { n }, tag)).toBe(new Intl.PluralRules(tag).select(n));
      }),
    );
  });

  it('prefer an exact number, and fall back to "other"', () => {
    const exact = '{n, plural, =0 {none} =1 {the one} other {# rows}}';
    expect([0, 1, 2].map((n) => text(exact, { n }))).toEqual(['none', 'the one', '2 rows']);
    expect(text('{n, plural, other {# wierszy}}', { n: 3 }, 'pl')).toBe('3 wierszy');
  });

  it('nest, each # being the number of the plural around it', () => {
    const nested = '{a, plural, one {# VPC with {b, plural, one {# subnet} other {# subnets}}, # in all} other {# VPCs}}';
    expect(text(nested, { a: 1, b: 3 })).toBe('1 VPC with 3 subnets, 1 in all');
    expect(text('{a, plural, other {{state, select, up {# up} other {# down}}}}', { a: 2, state: 'up' })).toBe('# up');
  });
});

describe('selects', () => {
  it('choose by the value, else "other"', () => {
    const state = '{state, select, up {runs} down {stands} other {is {state}}}';
    expect(['up', 'down', 'odd', 'constructor'].map((value) => text(state, { state: value }))).toEqual([
      'runs',
      'stands',
      'is odd',
      'is constructor',
    ]);
  });
});

describe('apostrophes', () => {
  it.each([
    ["It's here", "It's here"],
    ["It''s here", "It's here"],
    ["'{name}' is {name}", '{name} is x'],
    ["'{'it''s'}'", "{it's}"],
    ["'{name} to the end", '{name} to the end'],
    ["# and '#'", '# and #'],
    ["{n, plural, other {'#' #}}", '# 7'],
    ["'", "'"],
  ])('%s', (source, shown) => {
    expect(text(source, { name: 'x', n: 7 })).toBe(shown);
  });

  it('make any text a message that is shown as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', "'", '{', '}', '#', ' ', ',') }), (plain) => {
        const quoted = plain.replaceAll("'", "''").replace(/[{}#]+/g, "'$&'");
        // Two quoted parts side by side would read as an apostrophe.
        fc.pre(!/[{}#]'+[{}#]/.test(plain));
        expect(text(quoted)).toBe(plain);
      }),
    );
  });
});

describe('what is no message', () => {
  it.each([
    '{',
    'a {n',
    'a } b',
    '{}',
    '{a b}',
    '{n, date}',
    '{n, plural}',
    '{n, plural, }',
    '{n, plural, one {# row}}',
    '{n, plural, one # other #}',
    '{n, plural, other {# {x}}',
    '{n, plural, onne {# row} other {# rows}}',
    '{n, plural, =x {none} other {# rows}}',
    '{n|one # row|other # rows}',
  ])('%s is refused with its position, and shown as it stands', (source) => {
    expect(() => parseMessage(source)).toThrow(/^No message from \d+ on: /);
    expect(text(source, { n: 1 })).toBe(source);
  });

  it('never keeps the page from being drawn', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('n', '{', '}', '#', "'", ',', ' ', 'plural', 'other', '=1') }),
        (source) => void text(source, { n: 1 }),
      ),
    );
  });
});
