/** Which page stands at which URL. Pages are loaded when first visited. */
import { Route, Routes } from 'react-router';
import { lazyPage } from './lib/part.tsx';
import { routeAt, routeTree } from './route-tree.ts';
import { Shell } from './shell/shell.tsx';

const pages = routeTree.map(({ path, depth, bare, load }) => {
  const Page = lazyPage(load);
  return { path, preload: Page.preload, bare, route: <Route key={path} path={depth > 1 ? `/${path}/*` : `/${path}`} element={<Page />} /> };
});

export function AppRoutes() {
  return (
    <Routes>
      {pages.filter(({ bare }) => bare).map(({ route }) => route)}
      <Route element={<Shell />}>{pages.filter(({ bare }) => !bare).map(({ route }) => route)}</Route>
    </Routes>
  );
}

/** Begins to load the page of a path while the shell's texts are still on their way; resolves when it is here. */
export function preloadPage(pathname: string): Promise<unknown> {
  const { route } = routeAt(pathname);
  return pages.find(({ path }) => path === route?.path)?.preload() ?? Promise.resolve();
}
