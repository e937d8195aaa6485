/** The map of a VPC with the way of a packet on it, as the engine of reachability answers the question of the URL. */
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { VpcMap } from '../../network/maps/vpc-map.ts';
import { pathOnVpcMap } from '../../network/maps/vpc-path.ts';
import { caseIn, pathQueryOf } from '../network-model/paths/asked.ts';
import { askedIn } from '../network-model/paths/question.ts';
import { useAnswer } from '../network-model/paths/use-answer.ts';
import type { Network } from '../network-model/use-network.ts';
import { MapBody } from './map-body.tsx';
import { useStopReason } from './path-reason.ts';
import { PathStops } from './path-stops.tsx';
import { PathStrip } from './path-strip.tsx';

export function TracedMap({ map, network }: { readonly map: VpcMap; readonly network: Network }) {
  const [search] = useSearchParams();
  const asked = useMemo(() => askedIn(search), [search]);
  const query = useMemo(() => pathQueryOf(asked, network.model), [asked, network.model]);
  const { answer, model, failed } = useAnswer(network, query);
  const one = useMemo(() => answer && caseIn(answer, search).one, [answer, search]);
  const path = useMemo(() => one && pathOnVpcMap(model, map, one), [one, model, map]);
  const reason = useStopReason(network);
  const shown =
    path && one
      ? { stops: path.stops, reason, told: <PathStops network={network} model={model} map={map} stops={path.stops} /> }
      : undefined;
  return (
    <>
      <PathStrip
        network={network}
        asked={asked}
        one={one}
        path={path}
        model={model}
        failed={failed ?? (query === null && network.complete ? '' : null)}
      />
      <MapBody map={map} network={network} path={shown} />
    </>
  );
}
