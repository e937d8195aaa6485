import { use } from 'react';
import type { Family } from '../../catalogue/define.ts';
import { withStatus } from '../../catalogue/load-once.ts';
import type { Parent } from '../kit/contained.tsx';
import { loadPages, manifestOf } from './manifests.ts';

interface ContainedProps {
  readonly family: Family;
  readonly parent: Parent;
}

const loading = new Map<Family, ReturnType<typeof loadPages>>();

function load(family: Family): ReturnType<typeof loadPages> {
  const known = loading.get(family);
  if (known) return known;
  const manifest = manifestOf(family);
  if (!manifest) throw new Error(`no pages for the family "${family}"`);
  const started = withStatus(loadPages(manifest));
  started.catch(() => loading.delete(family));
  loading.set(family, started);
  return started;
}

/** Another family's list within a resource: found by the family's name, since families do not import each other. */
export function Contained({ family, parent }: ContainedProps) {
  const { Contained: List } = use(load(family));
  return List ? <List parent={parent} /> : null;
}
