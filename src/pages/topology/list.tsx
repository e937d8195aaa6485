import type { Estate } from '../../../network/maps/estate.ts';
import { exitsOfNode, shareOf } from '../../../network/maps/estate-cards.ts';
import { linesAt, linkCount, shownLinks } from '../../../network/maps/estate-filter.ts';
import type { EstateLine, EstateNode, EstateView } from '../../../network/maps/estate-groups.ts';
import type { WayState } from '../../../network/maps/map-hop.ts';
import { worse } from '../../../network/maps/way-states.ts';
import { useT } from '../../i18n/index.ts';
import { LineSample } from '../../maps/line-sample.tsx';
import { Code } from '../../ui/copy.tsx';
import { Badge, type Meaning } from '../../ui/status.tsx';
import { countWord, type EstateSpeech } from './words.ts';

export const meanings: Readonly<Record<WayState, Meaning>> = {
  good: 'good',
  missing: 'warning',
  asked: 'pending',
  expired: 'warning',
  dead: 'danger',
  overlap: 'danger',
  unknown: 'neutral',
};

interface ListProps {
  /** What the filters leave out too. */
  readonly estate: Estate;
  /** With the lines that are not drawn too. */
  readonly view: EstateView;
  readonly speech: EstateSpeech;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
}

const rowClass = 'flex min-h-11 w-full items-center gap-3 border-line border-t px-3 py-1 text-start hover:bg-hover';

/** The lines of a card, the worst first. */
function Lines({ view, speech, node, onSelect }: ListProps & { readonly node: EstateNode }) {
  const lines: readonly EstateLine[] = [...linesAt(view, node.key)].sort((a, b) => worse(a.state, b.state));
  return lines.map((line) => {
    const end = line.ends[0] === node.key ? line.ends[1] : line.ends[0];
    const other = view.nodes.find(({ key }) => key === end);
    const [first, ...rest] = line.links;
    return (
      <button key={line.key} type="button" className={rowClass} onClick={() => onSelect(line.key)}>
        <LineSample state={line.state} width={24} />
        <span className="min-w-0 flex-1 break-words">
          {other ? speech.words.name(other) : end}
          <span className="block text-muted text-xs">
            {[
              first && rest.length === 0 && first.kind === 'peering' ? speech.linkName(first) : '',
              other && isOfRegion(other) ? speech.region(other.region) : '',
              other && other.account !== node.account ? speech.account(other.account) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <Badge meaning={meanings[line.state]}>{speech.lineState(line)}</Badge>
      </button>
    );
  });
}

/** What a filter leaves out, and what lists that were not read may have: never told as if there were none. */
function NotShown({ estate, view, node }: Pick<ListProps, 'estate' | 'view'> & { readonly node: EstateNode }) {
  const t = useT();
  const [lines, exits] = [linesAt(view, node.key).length, exitsOfNode(node).length];
  const told = [
    shownLinks(view, node.key) < linkCount(estate, node) && countWord(t, estate, view, node),
    node.vpcs.some(({ unread }) => unread.joined) && t(lines > 0 ? 'topology.said.moreUnknown' : 'topology.said.connectionsUnknown'),
    node.vpcs.some(({ unread }) => unread.exits) && t(exits > 0 ? 'topology.said.moreExitsUnknown' : 'topology.said.exitsUnknown'),
  ].filter(Boolean);
  return told.length > 0 && <p className="border-line border-t px-3 py-2 text-muted">{told.join(' · ')}</p>;
}

function CardOf(props: ListProps & { readonly node: EstateNode }) {
  const t = useT();
  const { speech, node, selected, onSelect } = props;
  const { words } = speech;
  const findings = node.vpcs.flatMap((vpc) => vpc.findings);
  const exits = exitsOfNode(node);
  const share = shareOf(node);
  return (
    <article aria-label={words.name(node)} className="rounded-md border border-line bg-surface">
      <button
        type="button"
        aria-pressed={node.key === selected}
        className="flex min-h-11 w-full items-center justify-between gap-3 px-3 py-2 text-start hover:bg-hover"
        onClick={() => onSelect(node.key)}
      >
        <span className="min-w-0 break-words">
          <span className="font-semibold">{words.name(node)}</span>
          <span className="block text-muted text-xs">
            <Code muted>{words.range(node)}</Code> {words.size(node)} {words.share(share)}
          </span>
        </span>
        {findings.length > 0 && (
          <Badge meaning={findings.some(({ level }) => level === 'danger') ? 'danger' : 'warning'}>
            {t('topology.findings', { n: findings.length })}
          </Badge>
        )}
      </button>
      <Lines {...props} />
      <NotShown estate={props.estate} view={props.view} node={node} />
      {exits.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 border-line border-t px-3 py-2">
          {exits.map((exit) => (
            <span key={exit.key} className={exit.state === 'good' ? '' : exit.state === 'dead' ? 'text-danger' : 'text-warning'}>
              {speech.exitWord(exit, node)}
              {exit.state !== 'good' && ` · ${speech.exitState(exit)}`}
            </span>
          ))}
        </p>
      )}
    </article>
  );
}

const isAlone = ({ estate, view }: Pick<ListProps, 'estate' | 'view'>, node: EstateNode): boolean =>
  node.kind === 'vpc' &&
  linesAt(view, node.key).length === 0 &&
  linkCount(estate, node) === 0 &&
  node.vpcs.every(({ exits, findings, unread }) => exits.length + findings.length === 0 && !unread.joined && !unread.exits);

/** A CCN is of no region. */
const isOfRegion = ({ kind }: EstateNode): boolean => kind !== 'hub';

/** The CCNs, by themselves. */
function Hubs(props: ListProps) {
  const t = useT();
  const hubs = props.view.nodes.filter((node) => !isOfRegion(node));
  if (hubs.length === 0) return null;
  return (
    <section aria-label={t('topology.kind.hub')} className="flex flex-col gap-3">
      <h2 className="text-base">{t('topology.kind.hub')}</h2>
      <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-3 [&>*]:min-w-0">
        {hubs.map((node) => (
          <CardOf key={node.key} {...props} node={node} />
        ))}
      </div>
    </section>
  );
}

/** "account region", those with most lines first, as on the picture. */
function placesOf(view: EstateView): string[] {
  const weights = new Map<string, number>();
  const add = (key: string, by: number): void => void weights.set(key, (weights.get(key) ?? 0) + by);
  for (const node of view.nodes) {
    const weight = linesAt(view, node.key).length + node.vpcs.length / 1000;
    for (const key of [node.account, node.region]) add(key, weight);
  }
  const heavier = (a: string, b: string): number => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? -1 : 1);
  return [...new Set(view.nodes.filter(isOfRegion).map(({ account, region }) => `${account} ${region}`))].sort((x, y) => {
    const [[a = '', p = ''], [b = '', q = '']] = [x.split(' '), y.split(' ')];
    return a === b ? heavier(p, q) : heavier(a, b);
  });
}

/** The same as the picture, as stacked lists by account and region. */
export function EstateList(props: ListProps) {
  const t = useT();
  const { view, speech, selected, onSelect } = props;
  const places = placesOf(view);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {places.map((place) => {
        const [account = '', region = ''] = place.split(' ');
        const nodes = view.nodes
          .filter((node) => isOfRegion(node) && node.account === account && node.region === region)
          .sort((a, b) => linesAt(view, b.key).length - linesAt(view, a.key).length);
        const alone = nodes.filter((node) => isAlone(props, node));
        return (
          <section key={place} aria-label={`${speech.account(account)} · ${speech.region(region)}`} className="flex flex-col gap-3">
            <h2 className="text-base">
              {speech.account(account)} <span className="font-normal text-muted">{speech.region(region)}</span>
            </h2>
            <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-3 [&>*]:min-w-0">
              {nodes
                .filter((node) => !alone.includes(node))
                .map((node) => (
                  <CardOf key={node.key} {...props} node={node} />
                ))}
              {alone.length > 0 && (
                <section
                  aria-label={t('topology.withoutConnections', { n: alone.length })}
                  className="rounded-md border border-line bg-surface"
                >
                  <h3 className="px-3 py-2 text-base">{t('topology.withoutConnections', { n: alone.length })}</h3>
                  {alone.map((node) => (
                    <button
                      key={node.key}
                      type="button"
                      aria-pressed={node.key === selected}
                      className={rowClass}
                      onClick={() => onSelect(node.key)}
                    >
                      <span className="min-w-0 flex-1 break-words font-medium">{speech.words.name(node)}</span>
                      <Code muted>{speech.words.range(node)}</Code>
                    </button>
                  ))}
                </section>
              )}
            </div>
          </section>
        );
      })}
      <Hubs {...props} />
    </div>
  );
}
