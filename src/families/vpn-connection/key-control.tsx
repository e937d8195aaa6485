import { Eye, EyeOff, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Copy } from '../../ui/copy.tsx';
import { TextInput } from '../../ui/input.tsx';

/** 192 random bits in letters and digits that every device takes. */
function newKey(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  // Bytes at and above the last whole multiple of the alphabet are left out, so that no letter is likelier.
  const limit = 256 - (256 % letters.length);
  let key = '';
  while (key.length < 32) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < limit && key.length < 32) key += letters.charAt(byte % letters.length);
    }
  }
  return key;
}

/** The secret of both ends: typed covered, or made here and then carried to the device. */
export function KeyControl({ ids, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const text = String(value ?? '');
  const Icon = open ? EyeOff : Eye;
  return (
    <div className="flex items-center gap-1">
      <TextInput
        {...ids}
        mono
        type={open ? 'text' : 'password'}
        autoComplete="new-password"
        value={text}
        onChange={onChange}
        onBlur={onBlur}
      />
      <IconButton
        label={t(open ? 'kit.secret.hide' : 'kit.secret.show')}
        icon={<Icon aria-hidden="true" className="size-4" />}
        onClick={() => setOpen(!open)}
      />
      {text !== '' && <Copy text={text} label={t('kit.secret.copy')} />}
      <Button icon={<KeyRound aria-hidden="true" className="size-4" />} onClick={() => onChange(newKey())}>
        {t('vpnConnection.newKey')}
      </Button>
    </div>
  );
}
