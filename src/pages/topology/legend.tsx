/** What lines and signs of the estate's picture mean. */
import type { EstateExit } from '../../../network/maps/estate-findings.ts';
import type { EstateView } from '../../../network/maps/estate-groups.ts';
import type { WayState } from '../../../network/maps/map-hop.ts';
import { useT } from '../../i18n/index.ts';
import { Legend } from '../../maps/legend.tsx';
import { SignSample } from '../../maps/sign-sample.tsx';

const states: readonly WayState[] = ['good', 'missing', 'asked', 'expired', 'dead', 'overlap', 'unknown'];
const kinds: readonly EstateExit['kind'][] = ['internet', 'remote', 'data-centre', 'peer'];

/** Signs of kinds that the estate has. */
export function EstateLegend({ view }: { readonly view: EstateView }) {
  const t = useT();
  const exits = new Set(view.nodes.flatMap(({ vpcs }) => vpcs.flatMap((vpc) => vpc.exits.map(({ kind }) => kind))));
  return (
    <div className="flex flex-wrap gap-x-4">
      <Legend states={states} />
      <ul aria-label={t('topology.signs')} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
        {kinds
          .filter((kind) => exits.has(kind))
          .map((kind) => (
            <li key={kind} className="flex items-center gap-2">
              <SignSample name={kind === 'peer' ? 'peering' : kind} />
              {kind === 'peer' ? t('topology.exit.peer') : t(`topology.show.${kind}`)}
            </li>
          ))}
        {view.nodes.some(({ kind }) => kind === 'hub') && (
          <li className="flex items-center gap-2">
            <SignSample name="hub" />
            {t('topology.kind.hub')}
          </li>
        )}
        <li className="flex items-center gap-2">
          <SignSample name="trouble" />
          {t('topology.findingsSign')}
        </li>
      </ul>
    </div>
  );
}
