import { Share2 } from 'lucide-react';
import { type ComponentType, useMemo } from 'react';
import { Link } from 'react-router';
import type { OperationOf } from '../../../catalogue/row-of.ts';
import { useT } from '../../i18n/index.ts';
import { type Exact, exactly } from '../../kit/exactly.ts';
import { useFormOrigin } from '../../kit/form-origin.ts';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import { type ColumnTools, standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { useDialect, useScope } from '../../lib/scope.ts';
import { LedOnly, useLeads } from '../../network-model/leads.tsx';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { type Gateway, type GatewayRuleKind, type NarrowedRuleKind, ruleKinds } from './rules.ts';
import { ccnOf, isOfCcn, Where } from './where.tsx';

type OfOne = ComponentType<{ readonly id: string }>;

/** A form of the lazy part for one kind of translation. */
const formOf = (kind: GatewayRuleKind, name: 'AddRules' | 'EditRule'): OfOne =>
  part(async () => {
    const { [name]: Form } = await import('./forms.tsx');
    return ({ id }) => <Form kind={kind} id={id} />;
  });

const aclFormOf = (kind: NarrowedRuleKind, name: 'AddAcl' | 'EditAcl'): OfOne =>
  part(async () => {
    const { [name]: Form } = await import('./forms.tsx');
    return ({ id }) => <Form kind={kind} id={id} />;
  });

const verbs: Partial<Record<OperationOf<'direct-connect-gateway'>, OfOne>> = {};
for (const kind of ruleKinds) {
  verbs[`create${kind.key}`] = formOf(kind, 'AddRules');
  verbs[`update${kind.key}`] = formOf(kind, 'EditRule');
  if (kind.acl) {
    verbs[`create${kind.key}Acl`] = aclFormOf(kind, 'AddAcl');
    verbs[`update${kind.key}Acl`] = aclFormOf(kind, 'EditAcl');
  }
}

export const { Pages, Contained } = standardFamily('direct-connect-gateway', {
  names: ['vpc'],
  useColumns: useGatewayColumns,
  none: (t) => exactly({ title: t('directConnectGateway.noneHere') }),
  loadDetail: async () => (await import('./detail.tsx')).useGatewayDetail,
  Create: true,
  Edit: part(async () => (await import('./for-ccn.tsx')).EditGateway),
  verbs,
  useListPage: () => exactly({ buttons: <ForCcn /> }),
  forms: { createForCcn: part(async () => (await import('./for-ccn.tsx')).CreateForCcn) },
});

/** Only accounts of today have gateways that stand in no VPC. */
function ForCcn() {
  const t = useT();
  const scope = useScope();
  const state = useFormOrigin();
  if (useDialect() !== 'today') return null;
  return (
    <Link to={paths.form('direct-connect-gateway', 'createForCcn', scope)} state={state} className={buttonClass()}>
      <Share2 aria-hidden="true" className="size-4 text-muted" />
      {t('directConnectGateway.createForCcn')}
    </Link>
  );
}

/** Null where no count is told. */
function translations({ snatNum, dnatNum, snaptNum, dnaptNum }: Gateway): number | null {
  const told = [snatNum, dnatNum, snaptNum, dnaptNum].filter((count) => typeof count === 'number');
  return told.length === 0 ? null : told.reduce((sum, count) => sum + count, 0);
}

function useGatewayColumns({ t, label, names }: ColumnTools<'direct-connect-gateway'>): Exact<ColumnSpecs<'direct-connect-gateway'>> {
  const leads = useLeads('direct-connect-gateway');
  return useMemo((): Exact<ColumnSpecs<'direct-connect-gateway'>> => {
    const led = (row: Gateway) => leads({ vpc: row.unVpcId, gateway: row.directConnectGatewayId }).leads;
    return exactly([
      {
        id: 'routes',
        header: t('directConnectGateway.routes'),
        value: (row) => (isOfCcn(row) ? '' : t(`kit.leadsOnly.${led(row)}`)),
        facet: true,
        render: (row) => !isOfCcn(row) && <LedOnly leads={led(row)} />,
        width: 160,
      },
      {
        id: 'unVpcId',
        header: label('unVpcId'),
        value: (row) => (isOfCcn(row) ? ccnOf(row) || t('directConnectGateway.inNoCcn') : row.unVpcId),
        nameOfRef: (row) => (isOfCcn(row) ? '' : names('vpc', row.unVpcId)),
        render: (row) => <Where row={row} name={isOfCcn(row) ? '' : names('vpc', row.unVpcId)} />,
        width: 160,
      },
      { field: 'type', width: 110 },
      {
        id: 'translations',
        header: t('directConnectGateway.translations'),
        count: (row) => (row.type === 1 ? translations(row) : null),
        width: 110,
      },
      'createTime',
    ]);
  }, [t, label, names, leads]);
}
