import { useMemo } from 'react';
import type { ModelRoute, NetworkModel } from '../../../network/model/model.ts';
import { type EffectiveRoute, effectiveRoutesOfTable } from '../../../network/routes/routes.ts';

/** A table's routes as they act; null while the model has no such table, or when one of its destinations cannot be read. */
export function routesOf(model: NetworkModel, table: string): EffectiveRoute[] | null {
  if (!model.routeTables.some(({ id }) => id === table)) return null;
  try {
    return effectiveRoutesOfTable(model, table);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export const useRoutes = (model: NetworkModel, table: string): EffectiveRoute[] | null =>
  useMemo(() => routesOf(model, table), [model, table]);

/** The model with other custom routes in one of its tables. */
export const withRoutes = (model: NetworkModel, table: string, routes: readonly ModelRoute[]): NetworkModel => ({
  ...model,
  routeTables: model.routeTables.map((row) => (row.id === table ? { ...row, routes } : row)),
});
