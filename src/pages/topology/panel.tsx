import { X } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { RefLink } from '../../kit/ref.tsx';
import type { ResourceFacts } from '../../network-model/assemble.ts';
import { buttonClass, IconButton } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Status } from '../../ui/status.tsx';
import type { Labels } from './labels.ts';
import { familyOf, type TopologyEdge, type TopologyNode } from './node.ts';
import { stateMeanings } from './styles.ts';
import { withSubject } from './url-state.ts';

interface PanelProps {
  readonly node: TopologyNode;
  readonly page: string;
  readonly edges: readonly TopologyEdge[];
  /** A node of this map by its key. */
  readonly nodeAt: (key: string) => TopologyNode | undefined;
  readonly known: ReadonlyMap<string, ResourceFacts>;
  readonly labels: Labels;
  readonly onSelect: (key: string) => void;
  readonly onClose: () => void;
}

const most = 40;

/** What is selected: its names, what it is joined to, and the ways on. */
export function Panel({ node, page, edges, nodeAt, known, labels, onSelect, onClose }: PanelProps) {
  const t = useT();
  const [search] = useSearchParams();
  const only = (subject: Readonly<Record<string, string | number>>): string => `?${withSubject(search, subject)}`;
  const { title, detail } = labels.of(node);
  const isResource = familyOf[node.kind] !== undefined;
  const own = edges.filter(({ from, to }) => from === node.key || to === node.key).slice(0, most);
  return (
    <section
      aria-label={title}
      className="absolute inset-x-2 bottom-2 z-1 flex max-h-[55%] flex-col rounded-md border border-line bg-raised shadow-float md:inset-x-auto md:top-2 md:right-2 md:bottom-auto md:max-h-[calc(100%-9rem)] md:w-72"
    >
      <header className="flex items-start gap-2 border-line border-b px-3 py-2">
        <div className="min-w-0 flex-1">
          <p className="text-muted text-xs">{t(`topology.kind.${node.kind}`)}</p>
          <h2 className="break-words text-base">{title}</h2>
        </div>
        <IconButton size="sm" label={t('topology.closePanel')} icon={<X aria-hidden="true" className="size-3.5" />} onClick={onClose} />
      </header>
      <div className="flex min-h-0 flex-col gap-2 overflow-auto px-3 py-2">
        {node.state !== 'good' && <Status meaning={stateMeanings[node.state]}>{t(`topology.state.${node.state}`)}</Status>}
        {isResource && node.name && <Code copy>{node.id}</Code>}
        {detail && <p className="break-words font-mono text-xs">{detail}</p>}
        {node.groups && node.groups.length > 0 && (
          <div>
            <h3 className="text-muted text-xs">{t('topology.groups')}</h3>
            {node.groups.map((id) => (
              <div key={id}>
                <RefLink family="security-group" id={id} name={known.get(id)?.name ?? ''} />
              </div>
            ))}
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          <Link to={page} className={buttonClass('primary', 'sm')}>
            {t('topology.openPage')}
          </Link>
          {node.kind === 'vpc' && (
            <Link to={only({ vpc: node.id })} className={buttonClass('secondary', 'sm')}>
              {t('topology.onlyVpc')}
            </Link>
          )}
          {isResource && (
            <Link to={only({ from: node.id, hops: 1 })} className={buttonClass('secondary', 'sm')}>
              {t('topology.nearThis')}
            </Link>
          )}
        </div>
        {own.length > 0 && (
          <div>
            <h3 className="text-muted text-xs">{t('topology.joined')}</h3>
            <ul className="-mx-1">
              {own.map((edge) => {
                const other = nodeAt(edge.from === node.key ? edge.to : edge.from);
                return other ? (
                  <li key={edge.key}>
                    <button
                      type="button"
                      onClick={() => onSelect(other.key)}
                      className="w-full rounded px-1 py-1 text-start hover:bg-hover"
                    >
                      <span className="block truncate text-accent">{labels.of(other).title}</span>
                      <span className="block truncate text-muted text-xs">
                        {t(`topology.kind.${other.kind}`)} · {t(`topology.line.${edge.kind}`)} {edge.label && <code>{edge.label}</code>}
                        {edge.state !== 'good' && ` · ${t(`topology.state.${edge.state}`)}`}
                      </span>
                    </button>
                  </li>
                ) : null;
              })}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
