/** Identities of findings: a hash of what they are about, so that they are known again in another run and another browser. */

/** 53 bits by two lanes of multiplications (cyrb53). */
function hash53(text: string, seed: number): string {
  let [a, b] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (4_294_967_296 * (b & 0x1fffff) + (a >>> 0)).toString(16).padStart(14, '0');
}

/** A name of 28 hexadecimal digits for the parts, in their order. */
export function identityOf(parts: readonly (string | null)[]): string {
  const text = JSON.stringify(parts);
  return hash53(text, 1) + hash53(text, 2);
}
