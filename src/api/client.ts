/** The one cache of the console. */
import { QueryClient } from '@tanstack/react-query';

/**
 * Retries belong to the proxy, which knows what may be repeated; the console asks once. Data is fresh for half a
 * minute; after that it is shown at once and asked for again.
 */
export const createClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, gcTime: 600_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
