/** What a configuration held, in a form that may be printed: an address may carry a password, a slip of the clipboard a key. */

/** Host and port of what looks like an address; everything that may be secret in it (user, path, query) is masked. */
export function maskAddress(text: string): string {
  const scheme = /^\s*([a-z][a-z0-9+.-]*:\/\/)?/i.exec(text)?.[1] ?? '';
  const rest = text.trim().slice(scheme.length);
  // A password may hold a slash or a question mark: up to the last "@" all of it is user and password.
  const at = rest.lastIndexOf('@');
  // Without an "@" what follows a colon is a port, or a password whose host was forgotten.
  const host = at < 0 ? rest.replace(/^([^[:]*):(?!\d{1,5}(?:[/?#]|$)).*/s, '$1:***') : rest.slice(at + 1);
  const end = host.search(/[/?#]/);
  const shown = end < 0 ? host : `${host.slice(0, end)}${host.slice(end) === '/' ? '/' : '/…'}`;
  return `${scheme}${at < 0 ? '' : '***@'}${shown}`;
}
