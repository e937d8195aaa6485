import { useSyncExternalStore } from 'react';

const query = '(width < 40rem)';

/** True on screens as narrow as a phone: the same border as the style sheets' `sm`. */
export const useIsSmallScreen = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
