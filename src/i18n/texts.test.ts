import { describe, expect, it, vi } from 'vitest';
import { forgetFailures } from '../../catalogue/load-once.ts';
import { fill } from '../../catalogue/text/message.ts';
import { createTexts } from './texts.ts';

const file = (messages: Record<string, string>) => () => Promise.resolve(messages);

/** English, and a made-up third language of which one area is there in part, one as a whole and one not at all. */
const files = {
  '../ui/en.json': file({ close: 'Close', copied: 'Copied' }),
  '../ui/pl.json': file({ close: 'Zamknij' }),
  '../families/flow-log/en.json': file({ rows: '{n, plural, one {# log} other {# logs}}' }),
  '../families/flow-log/pl.json': file({ rows: '{n, plural, one {# dziennik} few {# dzienniki} many {# dzienników} other {# dziennika}}' }),
  '../pages/overview/en.json': file({ title: 'Overview' }),
};
const texts = createTexts(files, { pl: ['overview', 'ui'] });

describe('a language that is there as files alone', () => {
  it('is found by its files, with plurals by its own rules', async () => {
    const { rows = '' } = await texts.load('pl', 'flowLog');
    const said = [1, 3, 5, 22, 1.5, 12345].map((n) => fill(rows, { n }, 'pl').join(''));
    expect(said).toEqual(['1 dziennik', '3 dzienniki', '5 dzienników', '22 dzienniki', '1,5 dziennika', '12\u00a0345 dzienników']);
  });

  it('has the English text where it lacks one, and the English area where it lacks that', async () => {
    expect(await texts.load('pl', 'ui')).toEqual({ close: 'Zamknij', copied: 'Copied' });
    expect(await texts.load('pl', 'overview')).toEqual({ title: 'Overview' });
  });
});

describe('loading', () => {
  it('brings each file once, and English with another language only where that is incomplete', async () => {
    const loaders = { './a/en.json': vi.fn(file({ x: 'X' })), './a/pl.json': vi.fn(file({ x: 'Y' })) };
    const store = createTexts(loaders, {});
    const [first, second] = await Promise.all([store.load('pl', 'a'), store.load('pl', 'a')]);
    expect(first).toEqual({ x: 'Y' });
    expect(second).toBe(first);
    expect(loaders['./a/pl.json']).toHaveBeenCalledTimes(1);
    expect(loaders['./a/en.json']).not.toHaveBeenCalled();
    expect(store.peek('pl', 'a')).toBe(first);
    expect(store.peek('en', 'a')).toBeUndefined();
    expect([...store.areas()]).toEqual(['a']);
  });

  it('forgets a failure, so that the file may be asked for again', async () => {
    const loader = vi.fn<() => Promise<Record<string, string>>>().mockRejectedValueOnce(new Error('lost')).mockResolvedValue({ x: 'X' });
    const store = createTexts({ './a/en.json': loader }, {});
    await expect(store.load('en', 'a')).rejects.toThrow('lost');
    forgetFailures();
    expect(await store.load('en', 'a')).toEqual({ x: 'X' });
  });

  it('says which area has no texts', async () => {
    await expect(texts.load('en', 'nowhere')).rejects.toThrow('No texts for "nowhere"');
  });
});
