import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from './redact.ts';

const secret = 'canary+secret/key0000==';
const redact = createRedactor(() => [secret, 'AKIDcanary0000id']);

const each = (spell: (char: string) => string): string => [...secret].map(spell).join('');
const hexOf = (char: string): string => char.charCodeAt(0).toString(16).padStart(2, '0');

const spellings: [string, string][] = [
  ['as it is', secret],
  ['JSON escapes', each((char) => `\\u00${hexOf(char)}`)],
  ['JSON escapes in capitals', each((char) => `\\u00${hexOf(char).toUpperCase()}`)],
  ['some JSON escapes', each((char) => (char === 'a' ? '\\u0061' : char))],
  ['an escaped slash', secret.replaceAll('/', '\\/')],
  ['JSON in JSON', JSON.stringify(`{"k":"${each((char) => (char === 'c' ? '\\u0063' : char))}"}`)],
  ['braced escapes', each((char) => `\\u{${hexOf(char)}}`)],
  ['x escapes', each((char) => `\\x${hexOf(char)}`)],
  ['octal escapes', each((char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)],
  ['percent', encodeURIComponent(secret)],
  ['percent in full', each((char) => `%${hexOf(char)}`)],
  ['percent twice', encodeURIComponent(encodeURIComponent(secret))],
  ['percent in small letters', encodeURIComponent(secret).toLowerCase()],
  ['old percent', each((char) => `%u00${hexOf(char)}`)],
  ['HTML', each((char) => `&#x${hexOf(char)};`)],
  ['HTML in decimals', each((char) => `&#${char.charCodeAt(0)};`)],
  ['percent in JSON escapes', encodeURIComponent(secret).replaceAll('%', '\\u0025')],
  ['HTML without its end', each((char) => `&#x${hexOf(char)}`).replaceAll(/(&#x[0-9a-f]{2})(?=[0-9a-f])/g, '$1;')],
  ['names of HTML', secret.replaceAll('+', '&plus;').replaceAll('/', '&SOL;').replaceAll('=', '&equals;')],
  ['backslashes by the dozen', each((char) => `${'\\'.repeat(12)}u00${hexOf(char)}`)],
  ['hexadecimal', Buffer.from(secret).toString('hex')],
];

/** Text after all that any reader would undo. */
const read = (text: string): string => {
  let plain = text;
  for (let round = 0; round < 5; round += 1) {
    plain = plain
      .replace(
        /\\+u\{?00([0-9a-f]{2})\}?|\\+u\{([0-9a-f]{2})\}|\\+x([0-9a-f]{2})|%u00([0-9a-f]{2})|%([0-9a-f]{2})|&#x([0-9a-f]{2});/gi,
        (...all) => String.fromCharCode(Number.parseInt(all.slice(1, 7).find(Boolean) ?? '3f', 16)),
      )
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      .replace(/\\([0-7]{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)))
      .replaceAll('\\/', '/');
  }
  return plain;
};

describe('secrets', () => {
  it.each([
    ['JSON escapes', '\\u0041'],
    ['percent in percent', '%2541'],
    ['HTML', '&amp;'],
    ['escaped quotes', '\\"'],
    ['backslashes that open nothing', '\\'],
  ])('are found behind megabytes of %s, in a time that grows as the text does', (_what, piece) => {
    const text = piece.repeat(2_000_000 / piece.length);
    expect(redact(`${text} ${spellings[1]?.[1]}`).slice(text.length - 10)).toBe(`${text.slice(-10)} [secret]`);
  });

  it.each(spellings)('spelled in %s are taken out, and what stands around stays', (_what, spelled) => {
    const clean = redact(`before ${spelled} after`);
    expect(read(clean)).not.toContain(secret);
    expect(clean).not.toContain(Buffer.from(secret).toString('hex'));
    expect(clean).toMatch(/^before .*\[secret\].* after$/);
  });

  it('in base64 are found wherever in the encoded text they stand, in both alphabets', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.boolean(), (before, after, url) => {
        const coded = Buffer.from(`${before}${secret}${after}`).toString(url ? 'base64url' : 'base64');
        const clean = redact(`{"a":"${coded}"}`);
        return (
          clean.includes('[secret]') &&
          !Buffer.from(clean.slice(6, -2), url ? 'base64url' : 'base64')
            .toString()
            .includes(secret)
        );
      }),
    );
  });

  it('leave JSON that is still JSON', () => {
    for (const [, spelled] of spellings.filter(([what]) => /^(?:as it|JSON escapes|some JSON|an escaped|percent)/.test(what))) {
      expect(() => JSON.parse(redact(`{"k":"${spelled}","n":"名字"}`))).not.toThrow();
    }
  });

  it('that are not there change nothing', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => redact(JSON.stringify(value)) === JSON.stringify(value)));
    const text = String.raw`{"name":"\u4e2d\u6587 \"a\" 100% \/ &amp; \\u0041","id":"6c4f5b1e-1f2d-4c3b-9a8d-000000000000"}`;
    expect(redact(text)).toBe(text);
  });
});
