import { useLayoutEffect } from 'react';
import { type Preferences, usePreferences } from '../stores/preferences.ts';

export const applyTheme = (theme: Preferences['theme']): void => {
  // Without the attribute the tokens follow the system.
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

/** Keeps the document in the chosen theme. */
export function useTheme(): void {
  const theme = usePreferences((state) => state.theme);
  useLayoutEffect(() => applyTheme(theme), [theme]);
}
