import { useMemo } from 'react';
import { Link } from 'react-router';
import { findingsAt, type VpcFinding } from '../../network/maps/vpc-findings.ts';
import type { VpcMap } from '../../network/maps/vpc-map.ts';
import { gatewayLeads } from '../../network/routes/leads.ts';
import { useFormats, useT } from '../i18n/index.ts';
import { useFormOrigin } from '../kit/form-origin.ts';
import { useScope } from '../lib/scope.ts';
import { calledIn, scopeOf } from '../network-model/thing.tsx';
import type { Network } from '../network-model/use-network.ts';
import { paths } from '../paths.ts';
import { linkClass } from '../ui/button.tsx';
import { StatusIcon } from '../ui/status.tsx';
import { useFindingWords } from './words.ts';

interface FindingsProps {
  readonly map: VpcMap;
  readonly network: Pick<Network, 'known' | 'model'>;
  readonly selected: string;
}

/** What is wrong with the selected thing, or on its ways, and what mends it. */
export function VpcFindings({ map, network, selected }: FindingsProps) {
  const t = useT();
  const { model } = network;
  const findings = useMemo(
    () => findingsAt(map, (gateway) => gatewayLeads(model, map.id, gateway).leads, selected),
    [map, model, selected],
  );
  if (findings.length === 0) return null;
  return (
    <section>
      <h3 className="text-muted text-xs">{t('maps.findings', { n: findings.length })}</h3>
      <ul aria-label={t('maps.findings', { n: findings.length })}>
        {findings.map((finding, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the worst stand first, and none has an id
          <FindingRow key={at} finding={finding} network={network} />
        ))}
      </ul>
    </section>
  );
}

function FindingRow({ finding, network }: Pick<FindingsProps, 'network'> & { readonly finding: VpcFinding }) {
  const t = useT();
  const formats = useFormats();
  const here = useScope();
  const state = useFormOrigin();
  const words = useFindingWords((id) => calledIn(network, id));
  const { kind, level } = finding;
  const text =
    kind === 'full'
      ? t('maps.finding.full', { share: formats.percent(finding.share) })
      : kind === 'spare'
        ? t('maps.unused')
        : words(finding);
  const route = kind === 'route' ? finding.route.id : undefined;
  return (
    <li className="flex items-start gap-2 py-1">
      <StatusIcon meaning={level} className="mt-0.5" />
      <span className="min-w-0 flex-1">
        {text}{' '}
        {kind === 'route' && route !== undefined && (
          <span className="inline-flex flex-wrap gap-x-3">
            {(['replaceRoutes', 'deleteRoutes'] as const).map((operation) => (
              <Link
                key={operation}
                state={state}
                className={linkClass}
                to={paths.verb('route-table', finding.table.id, operation, scopeOf(network, finding.table.id, here), { RouteId: route })}
              >
                {t(`maps.verb.${operation}`)}
              </Link>
            ))}
          </span>
        )}
      </span>
    </li>
  );
}
