import { useT } from '../../i18n/index.ts';
import { cx } from '../../ui/cx.ts';
import type { Labels } from './labels.ts';
import type { TopologyNode } from './node.ts';

interface ResultsProps {
  readonly found: readonly TopologyNode[];
  readonly labels: Labels;
  readonly selected: string | null;
  readonly onChoose: (node: TopologyNode) => void;
}

/** What the search found, best first; chosen, it is shown on the map. */
export function Results({ found, labels, selected, onChoose }: ResultsProps) {
  const t = useT();
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <p role="status" className="px-3 py-1 text-muted text-xs">
        {found.length > 0 ? t('topology.found', { n: found.length }) : t('topology.notFound')}
      </p>
      <ul>
        {found.map((node) => {
          const { title, detail } = labels.of(node);
          return (
            <li key={node.key}>
              <button
                type="button"
                aria-pressed={node.key === selected}
                onClick={() => onChoose(node)}
                className={cx(
                  'flex w-full flex-col px-3 py-1 text-start outline-offset-[-2px]',
                  node.key === selected ? 'bg-accent-soft text-accent' : 'hover:bg-hover',
                )}
              >
                <span className="max-w-full truncate font-medium">{title}</span>
                <span className="max-w-full truncate text-muted text-xs">
                  {t(`topology.kind.${node.kind}`)} {detail && <code>{detail}</code>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
