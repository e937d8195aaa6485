import { useCallback, useState } from 'react';
import { parseIp } from '../../../network/addresses/ip.ts';
import { ruleText } from '../../../network/rule-sets/text.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { ruleParts } from '../../lib/tables/headings.ts';
import type { TableSource } from '../../lib/tables/read.ts';
import type { Choices, TableReading } from '../../lib/tables/reading.ts';
import { type ReadRule, readRuleFile } from '../../lib/tables/rule-files.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { ImportDialog } from '../tables/import-dialog.tsx';
import { useRuleKind } from './kind.ts';
import { setMyAddress, useMyAddress } from './my-address.ts';
import type { RuleReferences } from './use-references.ts';

interface RulesImportProps {
  readonly known: RuleReferences;
  /** For lines that say none. */
  readonly direction: Direction;
  /** A text that was pasted into the table and needs a word first. */
  readonly initial: string;
  readonly onClose: () => void;
  readonly onRead: (rules: readonly ReadRule[], reading: TableReading) => void;
}

/** Rules from a file or a text: what they are read as is shown before they are taken. */
export function RulesImport({ known, direction, initial, onClose, onRead }: RulesImportProps) {
  const t = useT();
  const { cells, references } = useRuleKind();
  const { names } = known;
  const read = useCallback(
    (source: TableSource, choices: Choices) => readRuleFile(source, choices, { names, cells, references, direction }),
    [names, cells, references, direction],
  );
  return (
    <ImportDialog<ReadRule>
      title={t('rules.importTitle')}
      initial={initial}
      read={read}
      parts={ruleParts}
      describe={({ direction: way, rule }) => `${t(`rules.${way}`)} ${ruleText(rule)}`}
      takeLabel={(n) => (n > 0 ? t('rules.importN', { n }) : t('rules.add'))}
      onTake={onRead}
      onClose={onClose}
    />
  );
}

/** The address that "my address" stands for. */
export function MyAddressDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const known = useMyAddress();
  const [text, setText] = useState(known ?? '');
  const wrong = parseIp(text.trim()) === null;
  return (
    <Dialog
      size="sm"
      title={t('rules.myAddress')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabledReason={wrong ? t('rules.fault.remote-unknown') : undefined}
            onClick={() => {
              setMyAddress(text.trim());
              onClose();
            }}
          >
            {t('kit.form.save')}
          </Button>
        </>
      }
    >
      <Field label={t('rules.myAddress')} help={t('rules.myAddressHelp')} required>
        {(ids) => <TextInput {...ids} mono value={text} onChange={setText} placeholder="203.0.113.7" />}
      </Field>
    </Dialog>
  );
}
