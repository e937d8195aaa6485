// @vitest-environment happy-dom
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { families } from './families/manifests.ts';
import { pageDepths, routeAt, routeTree, unplacedPages } from './route-tree.ts';

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

  it.each([
    ['/', 'page.overview', [], ['vpc', 'subnet']],
    ['/explorer/vpc/DescribeVpcs', 'page.explorer', ['DescribeVpcs /explorer/vpc/DescribeVpcs'], []],
    ['/explorer', 'page.explorer', [], []],
    ['/subnets', 'family.subnet', [], ['subnet']],
    ['/subnets/new', 'family.subnet', [], ['subnet']],
    ['/subnets/subnet-1/edit', 'family.subnet', ['subnet-1 /subnets/subnet-1'], ['subnet subnet-1']],
    ['/vpcs/vpc-1/subnets', 'family.vpc', ['vpc-1 /vpcs/vpc-1', 'family.subnet /vpcs/vpc-1/subnets'], ['vpc vpc-1']],
    ['/parameter-templates/services', 'family.parameter-template', [], ['parameter-template/services']],
    ['/quotas', 'family.account', [], []],
    ['/nowhere/at/all', 'shell.notFound.title', [], []],
  ])('say of %s what it is called, the way to it and what it reads first', (pathname, title, crumbs, reads) => {
    const { route, rest } = routeAt(pathname);
    const labels = route?.crumbs(rest).map((crumb) => {
      const label = crumb.kind === 'resource' ? crumb.id : crumb.kind === 'action' ? crumb.action : crumb.text;
      return `${label} ${crumb.path}`;
    });
    expect({
      title: route?.title,
      crumbs: labels,
      reads: route?.reads(rest).map(({ family, id = '' }) => `${family} ${id}`.trim()),
    }).toEqual({ title, crumbs, reads });
  });

  it('are all known to the server by their first segment', () => {
    const depths = pageDepths();
    expect(depths).toMatchObject({ '': 0, 'sign-in': 1, topology: 1, explorer: 3, vpcs: 5 });
    expect(depths).not.toHaveProperty(['*']);
    expect(Object.keys(depths)).toHaveLength(families.length + foldersIn('pages').length - 1);
  });
});
