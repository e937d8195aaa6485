import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createClient } from './api/client.ts';
import { firstAreas } from './i18n/first-areas.ts';
import { startLanguage } from './i18n/index.ts';
import { basePath, withoutBasePath } from './lib/base-path.ts';
import { onCaughtError } from './lib/unreadable.ts';
import { AppRoutes, preloadPage } from './routes.tsx';
import { reloadOnce } from './shell/missing-chunk.ts';
import { prefetchData, takeFacts } from './shell/prefetch.ts';
import { applyTheme, useTheme } from './shell/theme.ts';
import { usePreferences } from './stores/preferences.ts';
import './styles/index.css';

function App() {
  useTheme();
  return (
    <BrowserRouter basename={basePath()}>
      <Suspense>
        <AppRoutes />
      </Suspense>
    </BrowserRouter>
  );
}

/** How long the first drawing waits for the page and its data, in ms. */
const patience = 250;

async function start(): Promise<void> {
  applyTheme(usePreferences.getState().theme);
  const client = createClient();
  takeFacts(client);
  const texts = startLanguage(...firstAreas);
  // The page's code, its texts and the console's facts are asked for at once, not one after the other.
  const pathname = withoutBasePath(location.pathname);
  const page = preloadPage(pathname);
  const data = pathname === '/sign-in' ? undefined : prefetchData(client, { pathname, search: location.search }).catch(() => undefined);
  await texts;
  // Drawn once all is here, the page appears whole; a spinner, once drawn, would be kept by React for 300 ms. Where the
  // network is slow the shell goes ahead.
  await Promise.race([Promise.all([page, data]), new Promise((resolve) => setTimeout(resolve, patience))]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root, { onCaughtError }).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

start().catch((error: unknown) => {
  // Not even the first texts could be had: after a deployment a reload brings them; else there is no language to say more in.
  if (!reloadOnce()) document.body.append(`Weft could not start. Weft 未能启动。${String(error)}`);
});
