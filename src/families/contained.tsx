import { use } from 'react';
import type { Family } from '../../catalogue/define.ts';
import { loadOnce } from '../../catalogue/load-once.ts';
import type { Parent } from '../kit/contained.tsx';
import { loadPages, manifestOf } from './manifests.ts';

interface ContainedProps {
  readonly family: Family;
  readonly parent: Parent;
}

const load = loadOnce(async (family: Family) => {
  const manifest = manifestOf(family);
  if (!manifest) throw new Error(`no pages for the family "${family}"`);
  return loadPages(manifest);
});

/** Another family's list within a resource: found by the family's name, since families do not import each other. */
export function Contained({ family, parent }: ContainedProps) {
  const { Contained: List } = use(load(family));
  return List ? <List parent={parent} /> : null;
}
