import { useState } from 'react';
import { parseAddress } from '../../../catalogue/address.ts';
import { useT } from '../../i18n/index.ts';
import { type ReadRules, readAny } from '../../lib/rules/files.ts';
import { ruleText } from '../../lib/rules/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea, TextInput } from '../../ui/input.tsx';
import { setMyAddress, useMyAddress } from './my-address.ts';
import type { Known } from './use-references.ts';

interface ImportDialogProps {
  readonly known: Known;
  readonly onClose: () => void;
  readonly onRead: (read: ReadRules) => void;
}

/** Lines shown before "and n more". */
const shown = 6;

/** Rules from a file or a text: what they are read as is shown before they are taken. */
export function ImportDialog({ known, onClose, onRead }: ImportDialogProps) {
  const t = useT();
  const [text, setText] = useState('');
  const read = readAny(text, known.names);
  const none = read.rules.length === 0;
  return (
    <Dialog
      size="lg"
      title={t('rules.importTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" disabledReason={none ? t('rules.nothingRead') : undefined} onClick={() => onRead(read)}>
            {read.rules.length > 0 ? t('rules.importN', { n: read.rules.length }) : t('rules.add')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('rules.importFile')}>
          {(ids) => (
            <input
              {...ids}
              type="file"
              accept=".csv,.tsv,.txt,.json"
              className="max-w-full text-muted text-sm file:mr-2 file:h-8 file:rounded file:border file:border-line file:bg-surface file:px-3 file:font-medium file:text-text hover:file:bg-hover"
              onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
            />
          )}
        </Field>
        <Field label={t('rules.importText')} help={t('rules.importHelp')}>
          {(ids) => <TextArea {...ids} mono rows={8} value={text} onChange={setText} />}
        </Field>
        <div aria-live="polite" className="flex flex-col gap-1">
          {read.rules.slice(0, shown).map(({ rule, direction }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text are their places
            <code key={at} className="truncate">
              {direction ? `${t(`rules.${direction}`)} ` : ''}
              {ruleText(rule)}
            </code>
          ))}
          {read.rules.length > shown && <p className="text-muted">{t('kit.andMore', { n: read.rules.length - shown })}</p>}
          {read.unread.slice(0, shown).map((line) => (
            <p key={line.line} className="text-danger">
              {t('rules.lineFault', { line: line.line, why: t(`rules.fault.${line.fault}`) })}
            </p>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

/** The address that "my address" stands for. */
export function MyAddressDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const known = useMyAddress();
  const [text, setText] = useState(known ?? '');
  const wrong = parseAddress(text.trim()) === null;
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
            disabledReason={wrong ? t('rules.fault.far-unknown') : undefined}
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
