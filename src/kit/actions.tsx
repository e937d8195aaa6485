import { Pencil, Trash2 } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import type { Family } from '../../catalogue/define.ts';
import { useT } from '../i18n/index.ts';
import { type AnyRow, idOf } from '../lib/family.ts';
import { usePlace } from '../lib/place.ts';
import { paths } from '../paths.ts';
import type { MenuItem } from '../ui/menu.tsx';
import { askDelete } from './confirm/store.ts';
import type { FormState } from './family-pages.tsx';
import { useFamily } from './words.ts';

export interface StandardActions {
  /** Edit and delete, for a row's menu or a detail's. */
  readonly of: (row: object) => readonly MenuItem[];
  readonly remove: (rows: readonly object[]) => Promise<readonly string[]>;
}

/** What every family offers for its resources, from the operations that the catalogue gives it. `held` is for what only the family knows. */
export function useActions(family: Family, from: 'list' | 'detail', held?: (row: AnyRow) => string | null): StandardActions {
  const t = useT();
  const place = usePlace();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { module } = useFamily(family);
  const { operations } = module.data;
  const remove = (rows: readonly object[]): Promise<readonly string[]> =>
    askDelete({ scope: place, family, rows: rows as readonly AnyRow[], held });
  const edit = (id: string): void => {
    const state: FormState = from === 'list' ? { back: `${pathname}${search}`, over: 'list' } : { back: `${pathname}${search}` };
    // What the list shows stays in the address while the form is open over it.
    const to = from === 'list' ? { pathname: paths.edit(family, id, {}), search } : paths.edit(family, id, place);
    void navigate(to, { state });
  };
  return {
    remove,
    of: (row) => {
      const id = idOf(module, row as AnyRow);
      const items: MenuItem[] = [];
      if (operations.update) {
        items.push({ key: 'edit', label: t('kit.edit'), icon: <Pencil aria-hidden="true" className="size-4" />, onSelect: () => edit(id) });
      }
      if (operations.delete) {
        items.push({
          key: 'delete',
          label: t('kit.delete'),
          danger: true,
          separated: items.length > 0,
          icon: <Trash2 aria-hidden="true" className="size-4" />,
          onSelect: () => {
            void remove([row]).then((gone) => {
              if (from === 'detail' && gone.includes(id)) void navigate(paths.list(family, place), { replace: true });
            });
          },
        });
      }
      return items;
    },
  };
}
