import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Code, Copy } from '../ui/copy.tsx';
import { dots } from './words.ts';

/** A secret that the cloud tells: covered until it is asked for, so that nobody reads it over a shoulder. */
export function Secret({ value }: { readonly value: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const Icon = open ? EyeOff : Eye;
  return (
    <span className="inline-flex min-w-0 items-center gap-0.5">
      {open ? (
        <Code>{value}</Code>
      ) : (
        <>
          <span aria-hidden="true">{dots}</span>
          <span className="sr-only">{t('kit.secret.covered')}</span>
        </>
      )}
      <IconButton
        size="sm"
        label={t(open ? 'kit.secret.hide' : 'kit.secret.show')}
        icon={<Icon aria-hidden="true" className="size-3.5 text-muted" />}
        onClick={() => setOpen(!open)}
      />
      <Copy text={value} label={t('kit.secret.copy')} />
    </span>
  );
}
