/** What a hostile client, file or cloud may put where text, values or bytes are expected. */
import fc from 'fast-check';

const words = [
  '',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '\ud800',
  'a\udc00b',
  '\u0000',
  '\u202e\u2066',
  '\ufeff',
  '\r\nX-Injected: 1',
  "'; DROP TABLE sessions; --",
  '=HYPERLINK("http://evil.test")',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%2e%2e%2f',
  '{{7*7}}',
  '-1',
  '1e309',
  '9007199254740993',
  '0x10',
  'NaN',
  '255.255.255.255/33',
  '::ffff:0:0/96',
  '٣',
];

export const hostileText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...words),
    fc.string({ unit: 'binary', maxLength: 24 }),
    // Half surrogates and the like: code units that make no character.
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
    fc
      .tuple(fc.constantFrom('a', '[', '"', ',', '\\', '\n', '{"a":'), fc.integer({ min: 1, max: 3_000 }))
      .map(([text, count]) => text.repeat(count)),
  );

const numbers = [0, -1, 1.5, -0, 2 ** 53 + 2, 1e308, 65_536, 4_294_967_296];

/** Any JSON value with hostile names and leaves, to the given depth. */
export function hostileValue(depth = 3): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(hostileText(), fc.constantFrom<unknown>(...numbers, true, false, null));
  if (depth === 0) return leaf;
  const inner = hostileValue(depth - 1);
  return fc.oneof(
    leaf,
    fc.array(inner, { maxLength: 3 }),
    fc
      .array(fc.tuple(hostileText(), inner), { maxLength: 3 })
      .map((pairs) => Object.fromEntries(pairs.filter(([name]) => name.length < 200))),
  );
}

/** Text with pieces cut out, doubled and replaced: near enough to the real thing to reach deep into its reader. */
export const damageText = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.oneof(hostileText(), fc.constant(null))), { minLength: 1, maxLength: 4 }))
    .map(([whole, cuts]) =>
      cuts.reduce((now, [place, length, put]) => {
        const start = place % (now.length + 1);
        const piece = now.slice(start, start + length);
        return now.slice(0, start) + (put ?? piece + piece) + now.slice(start + length);
      }, whole),
    );

/** The same text with each half of a surrogate pair replaced, as encoders do. */
export const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
