import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Estate, EstateLink, EstateVpc } from '../../../network/maps/estate.ts';
import { shareOf } from '../../../network/maps/estate-cards.ts';
import { linesAt, linkCount, shownFor } from '../../../network/maps/estate-filter.ts';
import { accountOpened, type EstateLine, type EstateNode, type EstateView } from '../../../network/maps/estate-groups.ts';
import { overlappingVpcs } from '../../../network/maps/estate-overlaps.ts';
import { indexOf, rowOf } from '../../../network/model/look-up.ts';
import { peeringFact } from '../../../network/routes/peerings.ts';
import { useT } from '../../i18n/index.ts';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { FactList, MapPanel } from '../../maps/panel.tsx';
import { PeeringPicture } from '../../maps/peering-picture.tsx';
import { scopeOf } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { paths } from '../../paths.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Badge } from '../../ui/status.tsx';
import { gateIn } from './gate-key.ts';
import { meanings } from './list.tsx';
import type { EstateChange } from './use-estate-url.ts';
import type { EstateSpeech } from './words.ts';

// What is lost with a gateway is told by the words of a VPC's map: they are loaded where it is asked.
const Gates = part(async () => (await import('./gates.tsx')).Gates);
const GatePanel = part(async () => (await import('./gates.tsx')).GatePanel);
const LostWith = part(async () => (await import('./gates.tsx')).LostWith);

interface PanelProps {
  readonly estate: Estate;
  readonly view: EstateView;
  readonly network: Network;
  readonly speech: EstateSpeech;
  readonly selected: string;
  readonly open: ReadonlySet<string>;
  readonly put: (change: EstateChange) => void;
  readonly onClose: () => void;
}

const few = 12;
const itemClass = 'flex w-full items-baseline justify-between gap-2 rounded px-1 py-1 text-start hover:bg-hover';

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="text-muted text-xs">{title}</h3>
      {children}
    </section>
  );
}

const otherEnd = ({ ends: [a, b] }: Pick<EstateLine, 'ends'>, key: string): string => (a === key ? b : a);

/** Links of a VPC by themselves, whatever they are bundled in. */
function Joined({ estate, speech, vpc, put }: Pick<PanelProps, 'estate' | 'speech' | 'put'> & { readonly vpc: EstateVpc }) {
  const t = useT();
  const links = estate.links.filter(({ ends }) => ends.includes(vpc.key));
  const nameOf = (key: string): string => {
    const far = estate.vpcs.find((one) => one.key === key) ?? estate.hubs.find((one) => one.key === key);
    return far ? far.name || far.id : key;
  };
  return (
    <Group title={t('topology.joinedWith', { n: links.length })}>
      {vpc.unread.joined ? (
        <p>{t(links.length > 0 ? 'topology.said.moreUnknown' : 'topology.said.connectionsUnknown')}</p>
      ) : (
        links.length === 0 && <p>{t('topology.nothingJoined')}</p>
      )}
      <ul>
        {links.slice(0, few).map((link) => (
          <li key={link.key}>
            <button type="button" className={itemClass} onClick={() => put({ at: link.key })}>
              <span className="min-w-0 break-words text-accent">{nameOf(otherEnd(link, vpc.key))}</span>
              <Badge meaning={meanings[link.state]}>{speech.linkState(link)}</Badge>
            </button>
          </li>
        ))}
      </ul>
      {links.length > few && <p className="text-muted">{t('topology.more', { n: links.length - few })}</p>}
    </Group>
  );
}

/** What could be joined, and what never can, as it is. */
function Possible({ estate, network, vpc }: Pick<PanelProps, 'estate' | 'network'> & { readonly vpc: EstateVpc }) {
  const t = useT();
  const here = useScope();
  const joined = new Set(
    estate.links.flatMap((link) => (link.kind !== 'overlap' && link.ends.includes(vpc.key) ? [otherEnd(link, vpc.key)] : [])),
  );
  const shares = overlappingVpcs(estate, vpc).filter(({ key }) => !joined.has(key));
  const taken = new Set([...joined, ...shares.map(({ key }) => key)]);
  const could = estate.vpcs.filter(({ key }) => key !== vpc.key && !taken.has(key));
  return (
    <>
      {shares.length > 0 && (
        <Group title={t('topology.overlapsWith', { n: shares.length })}>
          <ul>
            {shares.slice(0, few).map((one) => (
              <li key={one.key} className="flex flex-wrap gap-x-2">
                {one.name || one.id} <Code muted>{one.cidrs.join(', ')}</Code>
              </li>
            ))}
          </ul>
          {shares.length > few && <p className="text-muted">{t('topology.more', { n: shares.length - few })}</p>}
        </Group>
      )}
      {could.length > 0 && (
        <details>
          <summary className="cursor-pointer text-muted text-xs">{t('topology.couldJoin', { n: could.length })}</summary>
          <ul>
            {could.slice(0, few).map((one) => (
              <li key={one.key} className="flex flex-wrap items-baseline justify-between gap-x-2">
                <span>
                  {one.name || one.id} <Code muted>{one.cidrs.join(', ')}</Code>
                </span>
                <Link
                  className={buttonClass('ghost', 'sm')}
                  to={paths.create('peering', scopeOf(network, vpc.id, here), {
                    vpcId: vpc.id,
                    peerVpcId: one.id,
                    peerUin: one.account,
                    peerRegion: one.region,
                  })}
                >
                  {t('topology.join')}
                </Link>
              </li>
            ))}
          </ul>
          {could.length > few && <p className="text-muted">{t('topology.more', { n: could.length - few })}</p>}
        </details>
      )}
    </>
  );
}

function VpcFacts(props: PanelProps & { readonly vpc: EstateVpc }) {
  const t = useT();
  const here = useScope();
  const { estate, network, speech, vpc, put } = props;
  const node: EstateNode = {
    ...{ key: vpc.key, kind: 'vpc', account: vpc.account, region: vpc.region, name: vpc.name, vpcs: [vpc] },
    ...{ hub: null, by: 'none', closed: false },
  };
  const share = speech.words.share(shareOf(node));
  const scope = scopeOf(network, vpc.id, here);
  return (
    <>
      <FactList
        facts={[
          [
            t('topology.id'),
            <Code key="id" copy>
              {vpc.id}
            </Code>,
          ],
          [t('topology.range'), <Code key="range">{vpc.cidrs.join(', ')}</Code>],
          [t('topology.place'), `${speech.region(vpc.region)}, ${speech.account(vpc.account)}`],
          [
            t('topology.inSubnets'),
            share ? t('topology.inSubnetsOf', { share, subnets: speech.words.size(node) }) : speech.words.size(node),
          ],
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <Link className={buttonClass('primary', 'sm')} to={paths.detail('vpc', vpc.id, scope, 'map')}>
          {t('topology.openMap')}
        </Link>
        <Link className={buttonClass('secondary', 'sm')} to={paths.detail('vpc', vpc.id, scope)}>
          {t('topology.openPage')}
        </Link>
        <Button size="sm" onClick={() => put({ from: vpc.id, hops: '1' })}>
          {t('topology.neighbours')}
        </Button>
      </div>
      <div className="grid gap-x-6 gap-y-3 @2xl:grid-cols-3">
        <Joined estate={estate} speech={speech} vpc={vpc} put={put} />
        {(vpc.exits.length > 0 || vpc.unread.exits) && (
          <Group title={vpc.unread.exits ? t('topology.waysOutUnknown') : t('topology.waysOut', { n: vpc.exits.length })}>
            {vpc.unread.exits && <p>{t(vpc.exits.length > 0 ? 'topology.said.moreExitsUnknown' : 'topology.said.exitsUnknown')}</p>}
            <ul>
              {vpc.exits.map((exit) => (
                <li key={exit.key} className="flex items-baseline justify-between gap-2 px-1 py-1">
                  <span className="min-w-0 break-words">
                    {speech.exitName(exit)} {exit.blocks.length > 0 && <Code muted>{exit.blocks.slice(0, 2).join(', ')}</Code>}
                  </span>
                  <Badge meaning={meanings[exit.state]}>{speech.exitState(exit)}</Badge>
                </li>
              ))}
            </ul>
          </Group>
        )}
        <Gates network={network} vpc={vpc} put={put} />
        {vpc.findings.length > 0 && (
          <Group title={t('topology.findingsTitle', { n: vpc.findings.length })}>
            <ul>
              {vpc.findings.map((finding) => {
                const words = speech.finding(finding);
                return (
                  <li key={words} className={finding.level === 'danger' ? 'text-danger' : 'text-warning'}>
                    {words}
                  </li>
                );
              })}
            </ul>
          </Group>
        )}
        <Possible estate={estate} network={network} vpc={vpc} />
      </div>
    </>
  );
}

function StackFacts({ speech, node, put, open }: Pick<PanelProps, 'speech' | 'put' | 'open'> & { readonly node: EstateNode }) {
  const t = useT();
  return (
    <>
      <FactList
        facts={[
          [t('topology.range'), <Code key="range">{speech.words.range(node)}</Code>],
          [t('topology.place'), `${speech.region(node.region)}, ${speech.account(node.account)}`],
        ]}
      />
      <Group title={t('topology.members', { n: node.vpcs.length })}>
        <ul className="@2xl:columns-2 @5xl:columns-3">
          {node.vpcs.map((vpc) => (
            <li key={vpc.key}>
              <button type="button" className={itemClass} onClick={() => put({ at: vpc.key })}>
                <span className="min-w-0 break-words text-accent">{vpc.name || vpc.id}</span>
                {vpc.findings.length > 0 && <Badge meaning="warning">{t('topology.findings', { n: vpc.findings.length })}</Badge>}
              </button>
            </li>
          ))}
        </ul>
      </Group>
      {node.closed ? (
        <div>
          <Button size="sm" onClick={() => put({ open: [...open, accountOpened(node.account)].join('~'), at: null })}>
            {t('topology.openAccount')}
          </Button>
        </div>
      ) : (
        node.vpcs.length <= 40 && (
          <div>
            <Button size="sm" onClick={() => put({ open: [...open, node.key].join('~') })}>
              {t('topology.openStack')}
            </Button>
          </div>
        )
      )}
    </>
  );
}

function LinkFacts({ estate, network, speech, link }: Pick<PanelProps, 'estate' | 'network' | 'speech'> & { readonly link: EstateLink }) {
  const t = useT();
  const here = useScope();
  const ids = link.ends.map((key) => estate.vpcs.find((vpc) => vpc.key === key)?.id ?? null);
  const [a, b] = ids;
  const index = indexOf(network.model);
  const fact = a && b && rowOf(index, 'vpcs', a).row && rowOf(index, 'vpcs', b).row ? peeringFact(network.model, a, b) : null;
  return (
    <>
      <p>
        <Badge meaning={meanings[link.state]}>{speech.linkState(link)}</Badge> {link.kind === 'ccn' && speech.linkTrouble(link)}
      </p>
      {fact && <PeeringPicture network={network} fact={fact} />}
      {link.kind !== 'overlap' && <LostWith network={network} links={[link]} />}
      {link.kind !== 'overlap' && (
        <div>
          <Link className={buttonClass('secondary', 'sm')} to={paths.detail(link.kind, link.id, scopeOf(network, link.id, here))}>
            {t('topology.openPage')}
          </Link>
        </div>
      )}
    </>
  );
}

interface BundleProps extends Pick<PanelProps, 'speech' | 'put'> {
  readonly line: EstateLine;
  /** How many of them there are, those that a filter leaves out too. */
  readonly of: number;
}

function BundleFacts({ speech, line, of, put }: BundleProps) {
  const t = useT();
  const n = line.links.length;
  return (
    <Group title={n < of ? t('topology.said.connectionsOf', { n, of }) : t('topology.links', { n })}>
      <ul className="@2xl:columns-2 @5xl:columns-3">
        {line.links.map((link) => (
          <li key={link.key}>
            <button type="button" className={itemClass} onClick={() => put({ at: link.key })}>
              <span className="min-w-0 break-words text-accent">{speech.linkName(link)}</span>
              <Badge meaning={meanings[link.state]}>{speech.linkState(link)}</Badge>
            </button>
          </li>
        ))}
      </ul>
    </Group>
  );
}

/** What is selected: its facts, what it is joined with, what is wrong, and the ways on. */
export function EstatePanel(props: PanelProps) {
  const { estate, view, network, speech, selected, put, open } = props;
  const gate = gateIn(selected);
  if (gate) return <GatePanel network={network} gate={gate} put={put} onClose={props.onClose} />;
  const vpc = estate.vpcs.find(({ key }) => key === selected);
  const node = view.nodes.find(({ key }) => key === selected);
  const lines = [...view.lines, ...view.undrawn];
  const line = lines.find(({ key }) => key === selected);
  // A filter may leave one of a bundle.
  const link = estate.links.find(({ key }) => key === selected) ?? (line?.links.length === 1 ? line.links[0] : undefined);
  const title = vpc
    ? vpc.name || vpc.id
    : node
      ? speech.words.name(node)
      : link
        ? speech.linkName(link)
        : line
          ? speech.lineState(line)
          : null;
  if (title === null) return null;
  return (
    <MapPanel title={title} onClose={props.onClose}>
      {vpc ? (
        <VpcFacts {...props} vpc={vpc} />
      ) : link ? (
        <LinkFacts {...props} link={link} />
      ) : node?.kind === 'stack' ? (
        <StackFacts speech={speech} node={node} put={put} open={open} />
      ) : node ? (
        <>
          <BundleFacts
            speech={speech}
            put={put}
            of={linkCount(estate, node)}
            line={{
              key: node.key,
              ends: [node.key, node.key],
              links: linesAt(view, shownFor(view, node.key) ?? node.key).flatMap((one) => one.links),
              state: 'good',
            }}
          />
          <LostWith network={network} links={estate.links.filter(({ ends }) => ends.includes(node.key))} />
        </>
      ) : line ? (
        <BundleFacts speech={speech} put={put} line={line} of={line.links.length} />
      ) : null}
    </MapPanel>
  );
}
