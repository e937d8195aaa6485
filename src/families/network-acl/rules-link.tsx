import { Navigate, useSearchParams } from 'react-router';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';

/** Where rules were replaced before they had a table of their own: the URL still leads to it, with the rule that it proposes. */
export function ReplaceRules({ id }: { readonly id: string }) {
  const scope = useScope();
  const [search] = useSearchParams();
  const { region: _region, account: _account, ...query } = Object.fromEntries(search);
  // Inbound is what the table shows first.
  if (query.ruleDirection !== '0') delete query.ruleDirection;
  return <Navigate replace to={paths.detail('network-acl', id, scope, 'rules', query)} />;
}
