/** Which page stands at which address. Pages are loaded when first visited; families come from their registry. */
import { matchPath, Route, Routes } from 'react-router';
import { families } from './families/registry.ts';
import { lazyPage } from './shell/lazy-page.tsx';
import { Shell } from './shell/shell.tsx';

const overview = lazyPage(async () => (await import('./pages/overview/page.tsx')).Overview, 'overview');
const signIn = lazyPage(async () => (await import('./pages/sign-in/page.tsx')).SignIn, 'shell');
const explorer = lazyPage(async () => (await import('./pages/explorer/page.tsx')).Explorer, 'explorer', 'kit');
const reachability = lazyPage(async () => (await import('./pages/reachability/page.tsx')).Reachability, 'reachability', 'kit');
const addresses = lazyPage(async () => (await import('./pages/addresses/page.tsx')).Addresses, 'addresses', 'reachability', 'kit');
const topology = lazyPage(async () => (await import('./pages/topology/page.tsx')).Topology, 'topology', 'reachability', 'kit');
const notFound = lazyPage(async () => (await import('./pages/not-found/page.tsx')).NotFound, 'shell');
const pages = families.map(({ path, load }) => ({ path, ...lazyPage(async () => (await load()).Pages, 'kit') }));

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={<signIn.Page />} />
      <Route element={<Shell />}>
        <Route index element={<overview.Page />} />
        {pages.map(({ path, Page }) => (
          <Route key={path} path={`/${path}/*`} element={<Page />} />
        ))}
        <Route path="/explorer/*" element={<explorer.Page />} />
        <Route path="/topology" element={<topology.Page />} />
        <Route path="/reachability" element={<reachability.Page />} />
        <Route path="/addresses" element={<addresses.Page />} />
        <Route path="*" element={<notFound.Page />} />
      </Route>
    </Routes>
  );
}

/** Begins to load the page of an address while the shell's texts are still on their way; resolves when it is here. */
export function preloadPage(pathname: string): Promise<unknown> {
  if (pathname === '/') return overview.preload();
  if (pathname === '/sign-in') return signIn.preload();
  if (pathname.startsWith('/explorer')) return explorer.preload();
  if (pathname === '/topology') return topology.preload();
  if (pathname === '/reachability') return reachability.preload();
  if (pathname === '/addresses') return addresses.preload();
  return pages.find(({ path }) => matchPath(`/${path}/*`, pathname))?.preload() ?? Promise.resolve();
}
