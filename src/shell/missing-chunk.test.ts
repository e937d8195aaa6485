// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isMissingChunk, reloadOnce } from './missing-chunk.ts';

beforeEach(() => sessionStorage.clear());

describe('a missing chunk', () => {
  it.each([
    'Failed to fetch dynamically imported module: http://127.0.0.1:4400/assets/page-1.js',
    'error loading dynamically imported module: http://127.0.0.1:4400/assets/page-1.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/page-1.css',
  ])('is told by %j', (message) => {
    expect(isMissingChunk(new TypeError(message))).toBe(true);
  });

  it('is not any other failure', () => {
    expect(isMissingChunk(new TypeError('Failed to fetch'))).toBe(false);
    expect(isMissingChunk('dynamically imported module')).toBe(false);
  });
});

describe('reloading', () => {
  it('happens once, and again only when that was long ago', () => {
    const reload = vi.fn();
    expect(reloadOnce(1_000_000, reload)).toBe(true);
    expect(reloadOnce(1_010_000, reload)).toBe(false);
    expect(reloadOnce(1_070_000, reload)).toBe(true);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('does not happen where it could not be remembered', () => {
    const reload = vi.fn();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(reloadOnce(1, reload)).toBe(false);
    expect(reload).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
