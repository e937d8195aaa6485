/** What there is to say of a row that cannot be read: what of it, and all that came. */
import { FileWarning } from 'lucide-react';
import type { Fields } from '../../catalogue/define.ts';
import { isRecord } from '../../catalogue/values.ts';
import { useT } from '../i18n/index.ts';
import { coverSecrets } from '../lib/covered.ts';
import type { UnreadableRow } from '../lib/unreadable.ts';
import { IconButton } from '../ui/button.tsx';
import { Copy } from '../ui/copy.tsx';
import { Popover } from '../ui/popover.tsx';
import { UnreadableProblems } from './unreadable-problems.tsx';
import { dots } from './words.ts';

/** The row as the cloud gave it, but for secrets. */
export function RawJson({ raw, fields }: { readonly raw: unknown; readonly fields: Fields }) {
  const t = useT();
  const text = JSON.stringify(isRecord(raw) ? coverSecrets(fields, raw, dots) : raw, null, 2);
  return (
    <div className="relative">
      <section
        aria-label={t('kit.unreadable.json')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-80 overflow-auto rounded border border-line bg-canvas p-3 pr-10"
      >
        <pre className="text-xs leading-5">{text}</pre>
      </section>
      <span className="absolute top-2 right-2">
        <Copy text={text} label={t('kit.unreadable.copy')} />
      </span>
    </div>
  );
}

/** In the place of a row's menu: why it cannot be read, and what came. */
export function UnreadableButton({ odd, fields }: { readonly odd: UnreadableRow; readonly fields: Fields }) {
  const t = useT();
  const label = t('kit.unreadable.show', { name: odd.name || odd.key });
  return (
    <Popover
      label={label}
      align="end"
      className="flex w-96 max-w-[calc(100vw-1rem)] flex-col gap-2 p-3"
      trigger={(trigger) => (
        <IconButton {...trigger} size="sm" label={label} icon={<FileWarning aria-hidden="true" className="size-4" />} />
      )}
    >
      {() => (
        <>
          <p className="font-medium">{t('kit.unreadable.title')}</p>
          <UnreadableProblems problems={odd.problems} />
          <RawJson raw={odd.sent} fields={fields} />
        </>
      )}
    </Popover>
  );
}
