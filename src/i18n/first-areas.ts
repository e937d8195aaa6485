/** Texts that every page says before its own are here: asked for first, and built into one file a language. */
export const firstAreas = ['ui', 'shell', 'family', 'page'] as const;
