// @vitest-environment happy-dom
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { families } from './families/manifests.ts';
import { pageDepths, routeTree, unplacedPages } from './route-tree.ts';

const foldersIn = (folder: string): string[] =>
  readdirSync(join(import.meta.dirname, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`${folder}/${entry.name}`] : [],
  );

describe('the console’s pages', () => {
  it('are found by their folders', () => {
    expect(routeTree.map(({ folder }) => folder).sort()).toEqual([...foldersIn('pages'), ...foldersIn('families')].sort());
  });

  it('have paths of their own', () => {
    const all = routeTree.map(({ path }) => path);
    expect(new Set(all).size).toBe(all.length);
  });

  it('stand in the navigation (src/navigation.ts) once they have an icon', () => {
    expect(unplacedPages()).toEqual([]);
  });

  it('are all known to the server by their first segment', () => {
    const depths = pageDepths();
    expect(depths).toMatchObject({ '': 0, 'sign-in': 1, topology: 1, explorer: 3, vpcs: 5 });
    expect(depths).not.toHaveProperty(['*']);
    expect(Object.keys(depths)).toHaveLength(families.length + foldersIn('pages').length - 1);
  });
});
