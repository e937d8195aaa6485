/** What a model lacks as long as nobody has read its CCNs. Pure. */
import type { Gap, ModelKind, NetworkModel } from '../../network/model/model.ts';

export const ccnKinds: readonly ModelKind[] = ['ccns', 'ccnAttachments'];

/** Learned routes, and those that somebody wrote. */
export const hasCcnRoutes = ({ routeTables }: Pick<NetworkModel, 'routeTables'>): boolean =>
  routeTables.some(({ routes }) => routes.some(({ type }) => type === 'CCN' || type === 'USER_CCN'));

export const gapsOfCcns = (because: string): Gap[] => ccnKinds.map((kind) => ({ kind, because }));

/** A route into a CCN that was not read is unknown, not dead. */
export const ccnGaps = (model: Pick<NetworkModel, 'routeTables'>, because: string): Gap[] =>
  hasCcnRoutes(model) ? gapsOfCcns(because) : [];
