import { useCallback } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../../i18n/index.ts';
import type { HeadingPart } from '../../lib/tables/headings.ts';
import { type ListCheck, type ListItem, type ListKind, readListTable } from '../../lib/tables/lists.ts';
import type { TableSource } from '../../lib/tables/read.ts';
import type { Choices } from '../../lib/tables/reading.ts';
import { ImportDialog } from './import-dialog.tsx';

interface ListImportProps {
  readonly kind: ListKind;
  readonly initial?: string;
  /** Must be the same function as long as it tells the same. */
  readonly check?: ListCheck;
  readonly onTake: (items: readonly ListItem[]) => void;
  readonly onClose: () => void;
}

const parts: Readonly<Record<ListKind, readonly HeadingPart[]>> = {
  addresses: ['value', 'mask', 'description', 'enabled', 'disabled', 'harmless'],
  services: ['value', 'description', 'enabled', 'disabled', 'harmless'],
  blocks: ['value', 'mask', 'name', 'zone', 'description', 'enabled', 'disabled', 'harmless'],
};

/** Entries of a list from a file or a text. It stands outside of the form that asks for it: its keys are not the form's. */
export function ListImport({ kind, initial, check, onTake, onClose }: ListImportProps) {
  const t = useT();
  const read = useCallback((source: TableSource, choices: Choices) => readListTable(source, choices, kind, check), [kind, check]);
  return createPortal(
    <ImportDialog<ListItem>
      title={t('tables.listTitle')}
      initial={initial}
      read={read}
      parts={parts[kind]}
      describe={({ value, name, zone }) => [value, name, zone].filter(Boolean).join(' · ')}
      takeLabel={(n) => (n > 0 ? t('tables.takeN', { n }) : t('tables.take'))}
      onTake={(items) => onTake(items)}
      onClose={onClose}
    />,
    document.body,
  );
}
