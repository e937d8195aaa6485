/**
 * A page that was open while a new version was put in place asks for files that are gone. One reload brings the new
 * version; a second failure soon after is a real one and is shown.
 */
const key = 'weft.reloaded';
const soon = 60_000;

/** True for the errors by which browsers (and Vite's preloader) say that a module or its style sheet could not be had. */
export function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload css|error loading dynamically/i.test(error.message)
  );
}

/** Reloads, unless that was done a moment ago. Returns whether it does. */
export function reloadOnce(now = Date.now(), reload: () => void = () => location.reload()): boolean {
  try {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (now - last < soon) return false;
    sessionStorage.setItem(key, String(now));
  } catch {
    return false; // Without a memory a reload might never end.
  }
  reload();
  return true;
}
