/** The path under which a reverse proxy serves the console, as the page itself says: "" or "/weft". */
export const basePath = (): string => document.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content ?? '';

/** A path of the console's or of its server's as browsers need it. */
export const withBasePath = (path: string): string => basePath() + path;

/** A path of the browser's as the console's own. */
export function withoutBasePath(pathname: string): string {
  const base = basePath();
  return base !== '' && `${pathname}/`.startsWith(`${base}/`) ? pathname.slice(base.length) || '/' : pathname;
}

/** Where the browser is within the console, with its query. */
export const currentPath = (): string => `${withoutBasePath(location.pathname)}${location.search}`;
