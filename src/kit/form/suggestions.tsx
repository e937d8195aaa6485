interface SuggestionsProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

/** Values that would do, one press each. */
export function Suggestions({ label, values, chosen, onChoose }: SuggestionsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: it is part of one field
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-1.5">
      <span className="text-muted text-xs">{label}</span>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
          className="quick h-6 rounded border border-line bg-surface px-1.5 font-mono text-xs hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft"
        >
          {value}
        </button>
      ))}
    </div>
  );
}
