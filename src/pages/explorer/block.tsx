import { useT } from '../../i18n/index.ts';
import { Copy } from '../../ui/copy.tsx';
import { cx } from '../../ui/cx.ts';

interface BlockProps {
  /** What it is, for those who hear it. */
  readonly label: string;
  readonly text: string;
}

/** Text to be read and copied: scrolls by itself, reachable by keyboard. */
export function Block({ label, text }: BlockProps) {
  const t = useT();
  return (
    <div className="relative">
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-120 overflow-auto rounded border border-line bg-canvas p-3 pr-10"
      >
        <pre className="text-xs leading-5">{text}</pre>
      </section>
      <span className="absolute top-2 right-3 rounded bg-canvas">
        <Copy text={text} label={t('explorer.copy', { what: label })} />
      </span>
    </div>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly label: string }[];
}

/** One of a few, each a press away. */
export function Choice<V extends string>({ label, value, onChange, options }: ChoiceProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: it stands in a card's heading
    <div role="group" aria-label={label} className="flex flex-wrap gap-1">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cx(
            'quick h-7 rounded border px-2 text-xs',
            option.value === value ? 'border-accent bg-accent-soft font-medium text-accent' : 'border-line bg-surface hover:bg-hover',
          )}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
