import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { Suggestions } from '../../kit/form/suggestions.tsx';
import type { FieldControlProps, FieldError, ValuesOf } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useFamily } from '../../kit/words.ts';
import { type Params, requireOperation } from '../../lib/family.ts';
import { Notice } from '../../ui/status.tsx';
import { InstanceControl, useInstances } from '../instance-control.tsx';
import { bindingValues } from './bind.tsx';
import { EipPrice } from './price.tsx';
import { useLeft } from './quota.tsx';
import { applies, type TermValues, termError } from './term.ts';

export function AllocateEips() {
  const t = useT();
  const left = useLeft();
  const check = (values: ValuesOf<'AddressCount'> & TermValues): FieldError<'AddressCount' | 'AddressChargePrepaid'>[] => [
    ...(left !== null && Number(values.AddressCount || 1) > left
      ? [{ path: 'AddressCount', message: t('eip.allocate.tooMany', { n: left }) } as const]
      : []),
    ...termError(t, values),
  ];
  return (
    <CreateForm
      family="eip"
      operation="create"
      check={check}
      applies={(param, values: ValuesOf<'AddressCount'> & TermValues) => applies(param, values)}
      done={({ data }) => t('eip.allocate.done', { n: Array.isArray(data.AddressSet) ? data.AddressSet.length : 1 })}
      note={({ values, params, isValid }) => (
        <>
          <AllocationPrice values={values} params={params} isValid={isValid} />
          {left !== null && <p>{left === 0 ? t('eip.allocate.none') : t('eip.allocate.left', { n: left })}</p>}
          <Notice meaning="warning" title={t('eip.allocate.costs')} />
        </>
      )}
    />
  );
}

interface Entered {
  readonly values: TermValues;
  readonly params: Params;
  readonly isValid: boolean;
}

/** Accounts of today are told prices, but for those in a bandwidth package, which the package pays for. */
function AllocationPrice({ values, params, isValid }: Entered) {
  const { module } = useFamily('eip');
  const charge = values.InternetChargeType;
  const hasCharge = Object.hasOwn(requireOperation(module, 'create').data.params, 'InternetChargeType');
  if (!hasCharge || charge === 'BANDWIDTH_PACKAGE') return null;
  const { InternetMaxBandwidthOut = 1, AddressChargePrepaid, AddressType } = params;
  const told = { InternetMaxBandwidthOut, AddressChargePrepaid, AddressType };
  return <EipPrice operation="price" params={isValid ? { ...told, InternetChargeType: charge || 'TRAFFIC_POSTPAID_BY_HOUR' } : null} />;
}

/** In place of an elastic IP an instance may be given an ordinary address; other addresses just lose it. */
export function UnbindEip({ id }: { readonly id: string }) {
  const t = useT();
  const { instances } = useInstances();
  const isPrimary = instances.some(({ elasticIp }) => elasticIp === id);
  return (
    <OnePanel family="eip" id={id}>
      {(row) => (
        <VerbForm
          family="eip"
          operation="disassociate"
          id={id}
          precondition={bindingValues}
          fields={isPrimary ? ['ReallocateNormalPublicIp'] : []}
          note={({ values }) => (
            <Notice meaning="warning" title={t('eip.unbind.effect', { address: row.AddressIp })}>
              {isPrimary && values.ReallocateNormalPublicIp === true && t('eip.unbind.ordinary')}
            </Notice>
          )}
        />
      )}
    </OnePanel>
  );
}

function TransformControl(props: FieldControlProps) {
  const t = useT();
  const { instances } = useInstances();
  const ordinary = instances.filter(({ publicAddress, elasticIp }) => publicAddress !== '' && elasticIp === '');
  return (
    <div className="flex flex-col gap-1.5">
      <InstanceControl {...props} offered={({ id }) => ordinary.some((instance) => instance.id === id)} />
      {ordinary.length > 0 && (
        <Suggestions
          label={t('eip.transform.candidates')}
          values={ordinary.slice(0, 4).map(({ id }) => id)}
          chosen={String(props.value ?? '')}
          onChoose={props.onChange}
        />
      )}
    </div>
  );
}

/** Makes an elastic IP of the address that an instance has now. */
export function TransformAddress() {
  const t = useT();
  const { instances } = useInstances();
  const chosen = ({ InstanceId }: ValuesOf<'InstanceId'>) => instances.find(({ id }) => id === InstanceId);
  const check = (values: ValuesOf<'InstanceId'>): FieldError<'InstanceId'>[] => {
    const instance = chosen(values);
    if (!instance) return [];
    const { publicAddress, elasticIp } = instance;
    if (elasticIp !== '') return [{ path: 'InstanceId', message: t('eip.transform.isElastic', { id: elasticIp }) }];
    return publicAddress === '' ? [{ path: 'InstanceId', message: t('eip.transform.none') }] : [];
  };
  return (
    <CreateForm
      family="eip"
      operation="transform"
      components={{ InstanceId: TransformControl }}
      check={check}
      done={(_, { InstanceId }) => t('eip.transform.done', { id: String(InstanceId) })}
      note={({ values }) => {
        const instance = chosen(values);
        if (!instance?.publicAddress || instance.elasticIp !== '') return null;
        return <Notice meaning="neutral" title={t('eip.transform.effect', { address: instance.publicAddress })} />;
      }}
    />
  );
}
