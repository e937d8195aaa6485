/** The path under which the server is mounted behind a reverse proxy. Inside, every URL is as it is without one. */

type Place =
  | { readonly kind: 'inside'; readonly url: string }
  /** The root in front of it: a person is led to the console. */
  | { readonly kind: 'door'; readonly to: string }
  | { readonly kind: 'outside' };

/** Whoever watches the process need not know where it is mounted. */
const everywhere = new Set(['/livez', '/readyz', '/healthz', '/metrics']);

/** Reads where a URL lies. `to` is made of the configuration alone. */
export function createMount(basePath: string): (url: string) => Place {
  if (basePath === '') return (url) => ({ kind: 'inside', url });
  const within = `${basePath}/`;
  return (url) => {
    if (url.startsWith(within)) return { kind: 'inside', url: url.slice(basePath.length) };
    if (everywhere.has(url)) return { kind: 'inside', url };
    if (url === basePath || url.startsWith(`${basePath}?`)) return { kind: 'inside', url: `/${url.slice(basePath.length)}` };
    return url === '/' || url.startsWith('/?') ? { kind: 'door', to: within } : { kind: 'outside' };
  };
}
