import { createContext, type ReactNode, use, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { NetworkAcl } from '../../../catalogue/families/network-acl/index.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { Ticks } from '../../kit/form/group.tsx';
import { useLeave } from '../../kit/form/leave.ts';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import { useSpokenName } from '../../kit/form/spoken-name.ts';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useKnownName } from '../../kit/ref.tsx';
import { type GuardedSubnet, readGuardedAgain, useGuarded } from '../../kit/subnet-acls.ts';
import { useFamily } from '../../kit/words.ts';
import type { FormValues } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Code } from '../../ui/copy.tsx';
import { SidePanel } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading, Skeleton } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';

interface OfOne {
  readonly id: string;
}

const inVpc = (row: NetworkAcl) => paramValues({ vpcId: row.unVpcId });

interface Choice {
  readonly acl: NetworkAcl;
  /** Subnets that are bound to it, instead of those that are not. */
  readonly bound: boolean;
}

const ChoiceContext = createContext<Choice | null>(null);

export const BindSubnets = ({ id }: OfOne) => <Binding id={id} bound={false} />;
export const UnbindSubnets = ({ id }: OfOne) => <Binding id={id} bound />;

/** Puts subnets under the ACL, or takes them out; the URL may name the first ones (`subnets`, commas between them). */
const Binding = ({ id, bound }: OfOne & Pick<Choice, 'bound'>) => (
  <OnePanel family="network-acl" id={id}>
    {(acl) => (
      <ChoiceContext value={{ acl, bound }}>
        <BindingForm id={id} acl={acl} bound={bound} />
      </ChoiceContext>
    )}
  </OnePanel>
);

/** What guards the chosen subnets: a binding that somebody made meanwhile is not undone unseen. */
const guardsOf = (subnets: readonly GuardedSubnet[], chosen: unknown): FormValues =>
  Object.fromEntries(
    (Array.isArray(chosen) ? chosen.map(String) : []).map((id) => {
      const known = subnets.find((subnet) => subnet.id === id);
      return [id, known?.acl ?? null];
    }),
  );

function BindingForm({ id, acl, bound, lead }: OfOne & Choice & { readonly lead?: ReactNode }) {
  const t = useT();
  const [search] = useSearchParams();
  const { subnets } = useGuarded(acl.unVpcId);
  const first = (search.get('subnets') ?? '').split(',').filter(Boolean);
  return (
    <VerbForm
      family="network-acl"
      operation={bound ? 'unbind' : 'bind'}
      id={id}
      precondition={{
        shown: ({ subnetIds }) => guardsOf(subnets, subnetIds),
        read: async ({ subnetIds }, { client, scope, row }) => guardsOf(await readGuardedAgain(client, scope, row.unVpcId), subnetIds),
      }}
      fixedFrom={inVpc}
      initialFrom={() => paramValues({ subnetIds: first })}
      components={{ subnetIds: SubnetTicks }}
      lead={lead}
      check={({ subnetIds }) => (countOf(subnetIds) > 0 ? [] : [{ path: 'subnetIds', message: t('networkAcl.chooseOne') }])}
      note={({ values: { subnetIds } }) =>
        countOf(subnetIds) > 0 && (
          <Notice meaning="warning" title={t(bound ? 'networkAcl.unbindEffect' : 'networkAcl.bindEffect', { n: countOf(subnetIds) })} />
        )
      }
      done={(_, { subnetIds }) => t(bound ? 'networkAcl.unbound' : 'networkAcl.bound', { n: countOf(subnetIds) })}
    />
  );
}

/** The same for whoever comes from a subnet (`vpcId`, `subnets`): which of the VPC's ACLs it is to be is chosen here. */
export function BindFromSubnet() {
  const t = useT();
  const scope = useScope();
  const [search] = useSearchParams();
  const { text } = useFamily('network-acl');
  const spokenName = useSpokenName('network-acl', 'vpc2017:CreateSubnetAclRule');
  const vpc = search.get('vpcId') ?? '';
  const acls = useList(scope, 'network-acl');
  const { subnets, complete } = useGuarded(vpc);
  const leave = useLeave('network-acl', false);
  const [chosen, setChosen] = useState<string | null>(null);
  const now = subnets.find(({ id }) => id === search.get('subnets'))?.acl;
  const offered = acls.rows.filter((acl) => acl.unVpcId === vpc && acl.networkAclId !== now);
  const acl = offered.find(({ networkAclId }) => networkAclId === chosen) ?? offered[0];
  if (acl && complete) {
    return (
      <ChoiceContext value={{ acl, bound: false }}>
        <BindingForm
          key={acl.networkAclId}
          id={acl.networkAclId}
          acl={acl}
          bound={false}
          lead={
            <Field label={text.one} name={spokenName('networkAclId')} required>
              {(ids) => (
                <Select
                  {...ids}
                  value={acl.networkAclId}
                  onChange={setChosen}
                  options={offered.map(({ networkAclId, networkAclName }) => ({
                    value: networkAclId,
                    label: networkAclName || networkAclId,
                    detail: networkAclId,
                  }))}
                />
              )}
            </Field>
          }
        />
      </ChoiceContext>
    );
  }
  return (
    <SidePanel title={t('networkAcl.bind')} onClose={leave.ask}>
      {acls.error && <ErrorPlace error={acls.error} title={t('kit.form.notLoaded')} onRetry={acls.refresh} />}
      {!acls.error && !(acls.complete && complete) && <Loading />}
      {acls.complete && complete && offered.length === 0 && (
        <EmptyState
          title={t('networkAcl.noOther')}
          body={text.what}
          action={
            <Link to={paths.create('network-acl', scope, { vpcId: vpc })} className={buttonClass('secondary', 'sm')}>
              {text.actions['vpc2017:CreateNetworkAcl']?.title}
            </Link>
          }
        />
      )}
    </SidePanel>
  );
}

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

function SubnetTicks({ ids, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  const choice = use(ChoiceContext);
  const { subnets, complete, error, refresh } = useGuarded(choice?.acl.unVpcId ?? '');
  const chosen: readonly string[] = Array.isArray(value) ? value.map(String) : [];
  if (error && !complete) return <ErrorPlace error={error} title={t('networkAcl.boundFailed')} onRetry={refresh} />;
  if (!complete || !choice) return <Skeleton className="w-full" />;
  const offered = subnets.filter((subnet) => (subnet.acl === choice.acl.networkAclId) === choice.bound);
  if (offered.length === 0) return <p className="text-muted">{t('networkAcl.noSubnets')}</p>;
  return (
    <Ticks
      ids={ids}
      label={t('networkAcl.chooseSubnets')}
      className="flex max-h-96 flex-col overflow-y-auto rounded border border-line px-3 py-1"
      chosen={chosen}
      onChange={onChange}
      onBlur={onBlur}
      options={offered.map((subnet) => ({
        value: subnet.id,
        label: <SubnetWords subnet={subnet} leaves={!choice.bound && Boolean(subnet.acl)} />,
      }))}
    />
  );
}

function SubnetWords({ subnet, leaves }: { readonly subnet: GuardedSubnet; readonly leaves: boolean }) {
  const t = useT();
  const name = useKnownName('network-acl', subnet.acl || 'acl-');
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-x-3">
      <bdi>{subnet.name || subnet.id}</bdi>
      <Code muted>{subnet.cidr}</Code>
      {leaves && <span className="text-warning">{t('networkAcl.boundElsewhere', { acl: name || (subnet.acl ?? '') })}</span>}
    </span>
  );
}

/** Where rules were replaced before they had a table of their own: the URL still leads to it, with the rule that it proposes. */
export function ReplaceRules({ id }: { readonly id: string }) {
  const scope = useScope();
  const [search] = useSearchParams();
  const { region: _region, account: _account, ...query } = Object.fromEntries(search);
  // Inbound is what the table shows first.
  if (query.ruleDirection !== '0') delete query.ruleDirection;
  return <Navigate replace to={paths.detail('network-acl', id, scope, 'rules', query)} />;
}
