import { useState } from 'react';
import { useT } from '../i18n/index.ts';
import { cx } from './cx.ts';

type Outcome = 'asked' | 'copied' | 'failed';

const shownFor = 1_500;

/** A button that copies a text and says so. There is one in every row of a list, so it is one element until it is used. */
export function Copy({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useT();
  const [last, setLast] = useState<{ readonly outcome: Outcome | null } | null>(null);
  const copy = async (): Promise<void> => {
    // The place of the words is there before the words are: only then are they read out.
    setLast({ outcome: 'asked' });
    // Outside secure contexts there is no clipboard at all.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    const next = { outcome: done ? 'copied' : 'failed' } as const;
    setLast(next);
    setTimeout(() => setLast((now) => (now === next ? { outcome: null } : now)), shownFor);
  };
  const outcome = last?.outcome;
  const said = outcome === 'copied' ? t('ui.copied') : outcome === 'failed' ? t('ui.copyFailed') : '';
  const name = said || label || t('ui.copyThis', { text });
  return (
    <>
      {/* The browser's own tooltip, and an icon drawn by the style sheet: drawn ones cost every row of a list. */}
      <button
        type="button"
        aria-label={name}
        title={name}
        onClick={() => void copy()}
        className={cx('glyph', outcome === 'copied' ? 'glyph-check text-good' : 'glyph-copy text-muted')}
      />
      {last && (
        <span role="status" className="sr-only">
          {said}
        </span>
      )}
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
