import { Gauge, Link2, ReceiptText, Sparkles, Unlink } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { familyOfId } from '../../../catalogue/ids.ts';
import { useT } from '../../i18n/index.ts';
import { type Exact, exactly } from '../../kit/exactly.ts';
import { useFormOrigin } from '../../kit/form-origin.ts';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import { MachineCell, type Machines, MachinesRefused, useMachines } from '../../kit/machines.tsx';
import { type ColumnTools, standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { useDialect, useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { bindDisabledReason, boundReason, boundTo, chargeDisabledReason, isBound, isGateway, unbindDisabledReason } from './bound.ts';
import { Bound, eipMarks } from './bound-to.tsx';
import { Quotas } from './quota.tsx';

export const { Pages } = standardFamily('eip', {
  names: ['eni', 'nat-gateway'],
  useColumns: useEipColumns,
  mark: eipMarks,
  actions: (t) =>
    exactly({
      disabledReason: (row) => (isGateway(row) ? t('eip.disabledGateway') : boundReason(t, row)),
      deleteLabel: t('eip.release'),
      verbs: [
        {
          operation: 'associate',
          label: t('eip.bind'),
          icon: Link2,
          isVisible: (row) => !isBound(row),
          disabledReason: (row) => bindDisabledReason(t, row),
        },
        {
          operation: 'disassociate',
          label: t('eip.unbind'),
          icon: Unlink,
          isVisible: isBound,
          disabledReason: (row) => unbindDisabledReason(t, row),
          bulk: true,
        },
        // Of accounts of today alone.
        {
          operation: 'resize',
          icon: Gauge,
          disabledReason: (row) => (row.IsArrears ? t('eip.disabledArrearsPay') : null),
        },
        {
          operation: 'charge',
          icon: ReceiptText,
          disabledReason: (row) => chargeDisabledReason(t, row),
        },
      ],
    }),
  useListPage: () =>
    exactly({
      above: (
        <>
          <Quotas />
          <MachinesRefused />
        </>
      ),
      buttons: <Transform />,
    }),
  loadDetail: async () => (await import('./detail.tsx')).useEipDetail,
  Create: part(async () => (await import('./forms.tsx')).AllocateEips),
  Edit: true,
  verbs: {
    associate: part(async () => (await import('./bind.tsx')).BindEip),
    disassociate: part(async () => (await import('./forms.tsx')).UnbindEip),
    resize: part(async () => (await import('./paid.tsx')).ResizeEip),
    charge: part(async () => (await import('./paid.tsx')).ChargeEip),
  },
  forms: {
    transform: part(async () => (await import('./forms.tsx')).TransformAddress),
    associate: part(async () => (await import('./bind.tsx')).BindAnyEip),
  },
});

function useEipColumns(tools: ColumnTools<'eip'>): Exact<ColumnSpecs<'eip'>> {
  const machines = useMachines();
  const isToday = useDialect() === 'today';
  return useMemo(() => exactly([...columnsOf(tools, machines), ...(isToday ? todaysColumns : [])]), [tools, machines, isToday]);
}

/** What only accounts of today tell, as columns by their fields' names. */
const todaysColumns: ColumnSpecs<'eip'> = [
  { field: 'InternetChargeType', width: 168 },
  { field: 'Bandwidth', width: 104 },
  { field: 'InternetServiceProvider', width: 128, defaultHidden: true },
  { field: 'AddressType', width: 144, defaultHidden: true },
  { field: 'DeadlineDate', defaultHidden: true },
];

function columnsOf({ t, names, label }: ColumnTools<'eip'>, machines: Machines): ColumnSpecs<'eip'> {
  const nameOf = (id: string): string => {
    const family = familyOfId(id);
    return family ? names(family, id) : machines.nameOf(id);
  };
  return [
    { field: 'AddressIp', width: 136 },
    { field: 'AddressStatus', width: 184 },
    {
      id: 'BindedResourceId',
      header: label('BindedResourceId'),
      value: (row) => boundTo(row) || (isBound(row) ? t('eip.boundUnknown') : ''),
      nameOfRef: (row) => nameOf(boundTo(row)),
      render: (row) =>
        familyOfId(boundTo(row)) || !boundTo(row) ? (
          <Bound row={row} name={nameOf(boundTo(row))} />
        ) : (
          <MachineCell id={boundTo(row)} machines={machines} />
        ),
      width: 168,
    },
    { field: 'PrivateAddressIp', width: 128 },
    { field: 'IsArrears', defaultHidden: true },
    { field: 'IsBlocked', defaultHidden: true },
    'CreatedTime',
  ];
}

/** To the form that makes an ordinary public address an elastic one. */
function Transform() {
  const t = useT();
  const scope = useScope();
  const state = useFormOrigin();
  return (
    <Link to={paths.form('eip', 'transform', scope)} state={state} className={buttonClass()}>
      <Sparkles aria-hidden="true" className="size-4 text-muted" />
      {t('eip.transform.action')}
    </Link>
  );
}
