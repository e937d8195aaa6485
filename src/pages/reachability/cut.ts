const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

/** A text cut to a width, by what letters take on average; the size is that of the letters, in the width's units. */
export function cut(text: string, width: number, size: number, mono = false): string {
  const narrow = size * (mono ? 0.62 : 0.56);
  let used = 0;
  for (let at = 0; at < text.length; at += 1) {
    used += wide.test(text.charAt(at)) ? size : narrow;
    if (used > width) return at < 2 ? '' : `${text.slice(0, at - 1)}…`;
  }
  return text;
}
