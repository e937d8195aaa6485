/** What shows that a finding is true: rules, routes, rows and a packet on its way. */
import { Link } from 'react-router';
import type { Evidence } from '../../../network/findings/finding.ts';
import type { Endpoint, PathQuery } from '../../../network/paths/path.ts';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { Why } from '../../network-model/paths/hop-words.tsx';
import { Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { ruleText } from './words.ts';

interface EvidenceListProps {
  readonly network: Network;
  readonly evidence: readonly Evidence[];
}

export function EvidenceList({ network, evidence }: EvidenceListProps) {
  return (
    <ul className="flex flex-col gap-1">
      {evidence.map((one) => (
        <li
          key={JSON.stringify([one.type, 'index' in one ? [one.owner.id, one.direction, one.index] : one])}
          className="min-w-0 break-words"
        >
          <EvidenceLine network={network} one={one} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceLine({ network, one }: { readonly network: Network; readonly one: Evidence }) {
  const t = useT();
  switch (one.type) {
    case 'rule':
      return (
        <>
          <Thing network={network} id={one.owner.id} />{' '}
          <span className="text-muted">
            {t(one.direction === 'ingress' ? 'findings.inList' : 'findings.outList', { n: one.index + 1 })}
          </span>{' '}
          <Code>{ruleText(t, one.rule)}</Code> {one.rule.description && <span className="text-muted">{one.rule.description}</span>}
        </>
      );
    case 'route':
      return (
        <>
          <Thing network={network} id={one.routeTable} />{' '}
          {t.node('findings.routeVia', {
            destination: <Code>{one.destination}</Code>,
            gateway: <Thing network={network} id={one.gateway} />,
          })}{' '}
          {one.reason && (
            <span className="text-muted">
              <Why network={network} reason={one.reason} />
            </span>
          )}
        </>
      );
    case 'row':
      return (
        <>
          <Thing network={network} id={one.thing.id} />{' '}
          <span className="text-muted">{t(one.property === 'forward' ? 'findings.property.forward' : 'findings.property.sample')}</span>{' '}
          <Code>{one.value}</Code>
        </>
      );
    case 'packet':
      return <PacketLine network={network} one={one} />;
  }
}

/** An end as the question of the reachability page has it. */
function endText(end: Endpoint): string {
  if ('interface' in end) return end.address === undefined ? end.interface : `${end.interface}@${end.address}`;
  if ('subnet' in end) return end.subnet;
  return 'address' in end ? end.address : end.family === 'IPv6' ? 'internet6' : 'internet';
}

const questionOf = ({ from, to, protocol, port }: PathQuery) => ({ from: endText(from), to: endText(to), protocol, port });

function PacketLine({ network, one }: { readonly network: Network; readonly one: Extract<Evidence, { readonly type: 'packet' }> }) {
  const t = useT();
  const scope = useScope();
  const { query, forward } = one;
  const ids = forward.flatMap(({ id, step }) => (id === null || step === 'security-group' ? [] : [id]));
  return (
    <>
      {t.node('findings.packet', {
        protocol: <Code>{query.protocol}</Code>,
        port: query.port === undefined ? '' : <Code>{String(query.port)}</Code>,
        from: <End network={network} end={query.from} />,
        to: <End network={network} end={query.to} />,
      })}
      {ids.length > 0 && (
        <span className="text-muted">
          {' '}
          {t.node('findings.hops', {
            hops: [...new Set(ids)].map((id, at) => (
              <span key={id}>
                {at > 0 && ' → '}
                <Thing network={network} id={id} />
              </span>
            )),
          })}
        </span>
      )}{' '}
      <Link className={linkClass} to={paths.page('reachability', scope, questionOf(query))}>
        {t('findings.ask')}
      </Link>
    </>
  );
}

function End({ network, end }: { readonly network: Network; readonly end: Endpoint }) {
  if ('interface' in end) return <Thing network={network} id={end.interface} />;
  if ('subnet' in end) return <Thing network={network} id={end.subnet} />;
  return <Code>{endText(end)}</Code>;
}
