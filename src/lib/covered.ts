/** Secrets, where parameters and rows are shown or saved. */
import type { Fields } from '../../catalogue/define.ts';
import type { Params } from './family.ts';

/** The same parameters with every secret in them covered by `cover`: for showing and for files. */
export const coverSecrets = (fields: Fields, params: Params, cover: string): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const field = fields[name];
      if (field?.kind === 'secret') return [name, value === '' || value === undefined || value === null ? value : cover];
      if (field?.kind === 'struct' && typeof value === 'object' && value !== null)
        return [name, coverSecrets(field.fields, value as Params, cover)];
      return [name, value];
    }),
  );
