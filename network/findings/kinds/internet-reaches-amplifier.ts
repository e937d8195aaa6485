import { portKind } from '../port-kinds.ts';

/** UDP services by which strangers flood others. */
export const internetReachesAmplifier = portKind({
  id: 'internet-reaches-amplifier',
  portClass: 'amplifier',
  severity: 'high',
  forSome: 'medium',
});
