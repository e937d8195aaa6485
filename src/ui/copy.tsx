import { Check, Copy as CopyIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/index.ts';

/** A button that copies a text and says so. */
export function Copy({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useT();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    // Outside secure contexts there is no clipboard at all.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setState(done ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), 1_500);
  };
  const said = state === 'copied' ? t('ui.copied') : state === 'failed' ? t('ui.copyFailed') : '';
  const name = said || label || t('ui.copyThis', { text });
  return (
    <>
      {/* The browser's own tooltip: there is one of these in every row, and a drawn one costs each of them. */}
      <button
        type="button"
        aria-label={name}
        title={name}
        onClick={() => void copy()}
        className="quick inline-flex size-6 shrink-0 items-center justify-center rounded hover:bg-hover"
      >
        {state === 'copied' ? (
          <Check aria-hidden="true" className="size-3.5 text-good" />
        ) : (
          <CopyIcon aria-hidden="true" className="size-3.5 text-muted" />
        )}
      </button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}

interface CodeProps {
  readonly children: string;
  /** A copy button after it. */
  readonly copy?: boolean;
  /** Quieter than the text around it: ids beside names. */
  readonly muted?: boolean;
}

/** An id, a CIDR, a port, a code: monospaced, never broken. */
export function Code({ children, copy = false, muted = false }: CodeProps) {
  const code = <code className={muted ? 'whitespace-nowrap text-muted' : 'whitespace-nowrap'}>{children}</code>;
  if (!copy) return code;
  return (
    <span className="inline-flex items-center gap-0.5">
      {code}
      <Copy text={children} />
    </span>
  );
}
