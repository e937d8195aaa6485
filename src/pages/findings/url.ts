/** What of the page stands in its URL: filters, and the finding that is open. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { NetworkFinding } from '../../../network/findings/finding.ts';
import { kindGroups } from '../../../network/findings/kind.ts';
import { type Severity, severities } from '../../../network/findings/severity.ts';

/** `owner` and `in` are account and region of findings: those of the page have the other names. */
export interface FindingsFilter {
  readonly severity: Severity | '';
  readonly group: (typeof kindGroups)[number] | '';
  readonly kind: string;
  readonly owner: string;
  readonly in: string;
  readonly vpc: string;
}

type FindingsParam = keyof FindingsFilter | 'open';

/** Filters as a query has them; what it says wrongly is as if it were not said. */
export const filterIn = (search: URLSearchParams): FindingsFilter => ({
  severity: severities.find((one) => one === search.get('severity')) ?? '',
  group: kindGroups.find((one) => one === search.get('group')) ?? '',
  kind: search.get('kind') ?? '',
  owner: search.get('owner') ?? '',
  in: search.get('in') ?? '',
  vpc: search.get('vpc') ?? '',
});

export const isFiltered = (filter: FindingsFilter): boolean => Object.values(filter).some((value) => value !== '');

/** Whether a finding fits; `groupOf` tells the subject of its kind. */
export const fits = (filter: FindingsFilter, finding: NetworkFinding, groupOf: (kind: string) => string | undefined): boolean =>
  (filter.severity === '' || filter.severity === finding.severity) &&
  (filter.group === '' || filter.group === groupOf(finding.kind)) &&
  (filter.kind === '' || filter.kind === finding.kind) &&
  (filter.owner === '' || filter.owner === finding.account) &&
  (filter.in === '' || filter.in === finding.region) &&
  (filter.vpc === '' || finding.vpcs.includes(filter.vpc));

export type FindingsChange = Partial<Record<FindingsParam, string | null>>;

export function useFindingsUrl() {
  const [search, setSearch] = useSearchParams();
  const put = useCallback(
    (change: FindingsChange): void =>
      setSearch(
        () => {
          // The URL itself: what the last rendering knows of it may be older.
          const next = new URLSearchParams(window.location.search);
          for (const [name, value] of Object.entries(change)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const filter = useMemo(() => filterIn(search), [search]);
  return { filter, open: search.get('open'), put };
}
