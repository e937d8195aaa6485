import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SecurityGroup } from '../../../catalogue/families/security-group/index.ts';
import { directions, isCarried, type Rule } from '../../../network/rule-sets/rule-set.ts';
import type { ApiError } from '../../api/api-error.ts';
import { type ListState, useList } from '../../api/query.ts';
import { callOptions, rulesOptions } from '../../api/single.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useContainedList } from '../../kit/contained.tsx';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { MachineCell, useMachines } from '../../kit/machines.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useDialect, useScope } from '../../lib/scope.ts';
import { Card, KeyValue } from '../../ui/parts.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { versionedFrom } from './rules/read.ts';
import { otherUses, type Uses } from './usage.ts';

interface WhereUsedProps {
  readonly id: string;
  readonly uses: Uses | undefined;
  /** Why they are not told. */
  readonly error: ApiError | null;
  readonly refresh: () => void;
}

/** What the group is bound to, and whose rules name it. */
export function WhereUsed({ id, uses, error, refresh }: WhereUsedProps) {
  const t = useT();
  const formats = useFormats();
  const counts = uses
    ? (['CVM', 'ENI', 'CDB', 'CLB', 'SG'] as const)
        .map((kind) => ({
          key: kind as string,
          name: kind as string,
          label: t(`securityGroup.kind${kind}`),
          value: formats.number(uses[kind]),
        }))
        .concat(otherUses(uses).map(({ kind, count }) => ({ key: kind, name: kind, label: kind, value: formats.number(count) })))
    : [];
  return (
    <>
      <Card title={t('securityGroup.counts')}>
        {uses ? <KeyValue items={counts} /> : error ? <ErrorPlace error={error} onRetry={refresh} /> : <Spinner label={t('ui.loading')} />}
      </Card>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <BoundInterfaces id={id} />
        <NamedBy id={id} />
      </div>
    </>
  );
}

const shown = 200;

function BoundInterfaces({ id }: { readonly id: string }) {
  const t = useT();
  const machines = useMachines();
  const { rows, unreadable, error, loading, complete, refresh } = useContainedList('eni', { family: 'security-group', id });
  const count = rows.length + unreadable.length;
  return (
    <Card flush title={`${t('securityGroup.interfaces')}${complete ? ` (${count})` : ''}`}>
      {loading && <Spinner label={t('ui.loading')} />}
      {error && <ErrorPlace error={error} onRetry={refresh} />}
      {unreadable.length > 0 && <p className="px-4 py-3 text-warning">{t('kit.unreadable.rows', { n: unreadable.length })}</p>}
      {complete && count === 0 && <p className="px-4 py-3 text-muted">{t('securityGroup.boundToNothing')}</p>}
      {rows.length > 0 && (
        <div className="max-h-120 overflow-auto">
          <table className="grid-table" aria-label={t('securityGroup.interfaces')}>
            <thead>
              <tr>
                <th scope="col">{t('securityGroup.interface')}</th>
                <th scope="col">{t('securityGroup.machine')}</th>
                <th scope="col">{t('securityGroup.addresses')}</th>
                <th scope="col">{t('securityGroup.place')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => (
                <tr key={row.NetworkInterfaceId}>
                  <td>
                    <RefLink family="eni" id={row.NetworkInterfaceId} name={row.NetworkInterfaceName} />
                  </td>
                  <td>{row.Attachment?.InstanceId ? <MachineCell id={row.Attachment.InstanceId} machines={machines} /> : '–'}</td>
                  <td>
                    <code>{row.PrivateIpAddressSet.map((one) => one.PrivateIpAddress).join(', ')}</code>
                  </td>
                  <td>{t('securityGroup.nth', { n: row.GroupSet.indexOf(id) + 1, of: row.GroupSet.length })}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > shown && <p className="px-4 py-2 text-muted">{t('kit.andMore', { n: rows.length - shown })}</p>}
        </div>
      )}
    </Card>
  );
}

/** A rule that is not understood whole names whatever it says that it names. */
const names = (rule: Rule, id: string): boolean =>
  isCarried(rule) ? rule.listed.SecurityGroupId === id : rule.remote.kind === 'group' && rule.remote.id === id;

interface Candidates extends Pick<ListState<SecurityGroup>, 'rows' | 'complete'> {
  /** Groups that the cloud names and its list does not. */
  readonly unlisted: readonly string[];
  /** Some groups are not known, so that not all of their rules are read. */
  readonly partial: boolean;
}

/** The groups whose rules have to be read to tell who names this one: all, unless the cloud of today says which. */
function useCandidates(id: string): Candidates {
  const scope = useScope();
  const isToday = useDialect() === 'today';
  const { rows, unreadable, complete, error } = useList(scope, 'security-group');
  const asked = { SecurityGroupIds: [id] };
  const query = useQuery({ ...callOptions(scope, 'security-group', 'vpc:DescribeSecurityGroupReferences', asked), enabled: isToday });
  const told = query.data?.data.ReferredSecurityGroupSet;
  return useMemo(() => {
    // Where it is not told, every group may be one.
    const partial = error !== null || unreadable.length > 0;
    if (!isToday || query.error) return { rows, complete: complete || partial, unlisted: [], partial };
    if (!told) return { rows: [], complete: false, unlisted: [], partial: false };
    const by = new Set([id, ...told.flatMap((one) => one.ReferredSecurityGroupIds)]);
    const listed = new Set(rows.map((row) => row.SecurityGroupId));
    return {
      rows: rows.filter((row) => by.has(row.SecurityGroupId)),
      complete: complete || error !== null,
      partial: error !== null,
      unlisted: complete ? [...by].filter((one) => !listed.has(one)) : [],
    };
  }, [isToday, query.error, told, rows, unreadable, complete, error, id]);
}

/** Which rules of which groups name this one. */
function NamedBy({ id }: { readonly id: string }) {
  const t = useT();
  const scope = useScope();
  const groups = useCandidates(id);
  const read = useQueries({
    queries: groups.rows.map((group) => rulesOptions(scope, group.SecurityGroupId)),
  });
  const waiting = !groups.complete || read.some(({ isPending }) => isPending);
  const failed = groups.partial || read.some(({ error }) => error !== null);
  const naming = groups.rows.flatMap((group, at) => {
    const set = read[at]?.data?.data.SecurityGroupPolicySet;
    if (!set) return [];
    const rules = versionedFrom(set, group.SecurityGroupId);
    const places = directions.flatMap((direction) =>
      rules[direction].flatMap((rule, index) => (names(rule, id) ? [{ direction, index }] : [])),
    );
    return places.length > 0 ? [{ group, places }] : [];
  });
  return (
    <Card title={t('securityGroup.namedBy')}>
      {waiting && <Spinner label={t('ui.loading')} />}
      {failed && <p className="text-warning">{t('securityGroup.someUnread')}</p>}
      {!waiting && !failed && naming.length + groups.unlisted.length === 0 && (
        <p className="text-muted">{t('securityGroup.namedByNone')}</p>
      )}
      <ul className="flex flex-col gap-2">
        {naming.map(({ group, places }) => (
          <li key={group.SecurityGroupId} className="flex flex-wrap items-center gap-x-3">
            <RefLink full family="security-group" id={group.SecurityGroupId} name={group.SecurityGroupName} />
            {group.SecurityGroupId === id && <span className="text-muted">{t('securityGroup.itself')}</span>}
            <span className="text-muted">
              {places
                .map(({ direction, index }) => t('securityGroup.ruleAt', { direction: t(`rules.${direction}`), n: index + 1 }))
                .join(', ')}
            </span>
          </li>
        ))}
        {groups.unlisted.map((other) => (
          <li key={other}>
            <RefLink full family="security-group" id={other} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
