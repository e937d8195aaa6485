/** What is wrong with the networks of every account and region: everything is read first, then judged between the page's other work. */
import { useCallback, useMemo, useState } from 'react';
import { familyOfId } from '../../../catalogue/ids.ts';
import { kindsOfFindings } from '../../../network/findings/all-kinds.ts';
import type { FindingsReport } from '../../../network/findings/finding.ts';
import { findings } from '../../../network/findings/findings.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { Slices } from '../../../network/rules/slices.ts';
import { useSlices } from '../../lib/use-slices.ts';
import { pathKinds } from '../../network-model/paths/asked.ts';
import { useFiveParts } from '../../network-model/use-five-parts.ts';
import { useGroups } from '../../network-model/use-groups.ts';
import { useNatRules } from '../../network-model/use-nat-rules.ts';
import { type Network, useNetwork } from '../../network-model/use-network.ts';

interface FindingsState {
  readonly network: Network;
  /** With the rules that are read one list for each thing. */
  readonly model: NetworkModel;
  /** Null until the lists are there and were judged once. */
  readonly report: FindingsReport | null;
  /** Rules of groups that have arrived, of all; null before the groups are known. */
  readonly groups: { readonly answered: number; readonly total: number } | null;
}

const none: readonly string[] = [];

export function useFindings(): FindingsState {
  const network = useNetwork(pathKinds, true);
  const { known, scopes } = network;
  const nat = useNatRules(network.model, known, scopes);
  const acls = useFiveParts(nat.model, known);
  const ids = useMemo(() => [...known.keys()].filter((id) => familyOfId(id) === 'security-group'), [known]);
  const listed = network.complete && nat.complete && acls.complete;
  const groups = useGroups(acls.model, known, listed ? ids : none);
  const ready = listed && groups.complete;
  // One day for a visit: what is judged at midnight is judged alike.
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const { model } = groups;
  // Lists that are polled make another model now and then: the one that is being judged is judged to its end before.
  const [judged, setJudged] = useState<NetworkModel | null>(null);
  const work = useCallback(
    function* (): Slices<FindingsReport | null> {
      return judged ? yield* findings(judged, today, kindsOfFindings) : null;
    },
    [judged, today],
  );
  const newest = useSlices(work);
  if (ready && judged !== model && (judged === null || newest !== null)) setJudged(model);
  const [report, setReport] = useState<FindingsReport | null>(null);
  if (newest !== null && newest !== report) setReport(newest);
  return { network, model, report, groups: listed ? { answered: model.securityGroups.length, total: ids.length } : null };
}
