/** The token in what a person pasted: a whole sign-in link, its part after "#", or the token itself. '' when there is none. */
export function tokenIn(text: string): string {
  const pasted = text.trim();
  const hash = pasted.indexOf('#');
  if (hash >= 0) return new URLSearchParams(pasted.slice(hash + 1)).get('token')?.trim() ?? '';
  if (/^token=/.test(pasted)) return pasted.slice('token='.length);
  return /[\s/]/.test(pasted) ? '' : pasted;
}
