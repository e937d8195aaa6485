import { Ellipsis } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';

interface RowMenuProps {
  readonly name: string;
  readonly row: AnyRow;
  readonly actions: (row: AnyRow) => readonly MenuItem[];
}

/** What can be done with one row. */
export function RowMenu({ name, row, actions }: RowMenuProps) {
  const t = useT();
  const label = t('kit.actionsFor', { name });
  return (
    <Menu
      label={label}
      items={actions(row)}
      trigger={(trigger) => <IconButton {...trigger} size="sm" label={label} icon={<Ellipsis aria-hidden="true" className="size-4" />} />}
    />
  );
}
