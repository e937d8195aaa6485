import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';
import { DotsMenu, type MenuItem } from '../../ui/menu.tsx';

interface RowMenuProps {
  readonly name: string;
  readonly row: AnyRow;
  readonly actions: (row: AnyRow) => readonly MenuItem[];
}

/** What can be done with one row. The menu itself is made when it is first asked for: most rows of a long list never are. */
export function RowMenu({ name, row, actions }: RowMenuProps) {
  const t = useT();
  const [used, setUsed] = useState(false);
  const label = t('kit.actionsFor', { name });
  if (!used) {
    return (
      <button
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setUsed(true)}
        className="glyph glyph-dots"
      />
    );
  }
  return <DotsMenu defaultOpen label={label} items={actions(row)} />;
}
