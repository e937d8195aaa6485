import type { Ccn } from '../../../catalogue/families/ccn/parts.ts';
import { regionName } from '../../../catalogue/regions.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import type { FormValues } from '../../lib/form.ts';
import { regionsOf, useConsole, useScope } from '../../lib/scope.ts';
import { Select } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberInput } from '../../ui/input.tsx';
import { firstOf } from './network-fields.tsx';

interface OfOne {
  readonly id: string;
}

/** One limit: of a region, or of two. */
export function SetBandwidth({ id }: OfOne) {
  const t = useT();
  const { region } = useScope();
  const isPair = (ccn: Ccn): boolean => ccn.BandwidthLimitType === 'INTER_REGION_LIMIT';
  return (
    <OnePanel family="ccn" id={id}>
      {(ccn) => (
        <VerbForm
          family="ccn"
          operation="setBandwidths"
          id={id}
          precondition={({ BandwidthLimitType }) => ({ BandwidthLimitType })}
          initialFrom={() => paramValues({ CcnRegionBandwidthLimits: [{ Region: region }] })}
          components={{ CcnRegionBandwidthLimits: (props) => <LimitFields {...props} isPair={isPair(ccn)} /> }}
          check={({ CcnRegionBandwidthLimits: value }) =>
            faultsOf(firstOf(value), isPair(ccn)).map((fault) => ({
              path: 'CcnRegionBandwidthLimits' as const,
              message: t(`ccn.limitFault.${fault}`),
            }))
          }
        />
      )}
    </OnePanel>
  );
}

function faultsOf({ Region, DstRegion, BandwidthLimit }: FormValues, isPair: boolean): ('number' | 'pair')[] {
  const number = Number(BandwidthLimit);
  if (BandwidthLimit === undefined || BandwidthLimit === '' || !Number.isInteger(number) || number < 1) return ['number'];
  return isPair && (!DstRegion || DstRegion === Region) ? ['pair'] : [];
}

function LimitFields({ value, onChange, isPair }: FieldControlProps & { readonly isPair: boolean }) {
  const t = useT();
  const language = useLanguage();
  const info = useConsole();
  const one = firstOf(value);
  const put = (change: FormValues): void => onChange([{ ...one, ...change }]);
  const options = regionsOf(info, String(one.Region ?? '')).map((each) => ({
    value: each,
    label: regionName(each, language),
    detail: each,
  }));
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('ccn.region')} name="Region" required>
        {(ids) => <Select {...ids} value={String(one.Region ?? '')} onChange={(Region) => put({ Region })} options={options} />}
      </Field>
      {isPair && (
        <Field label={t('ccn.otherRegion')} name="DstRegion" required>
          {(ids) => (
            <Select
              {...ids}
              value={String(one.DstRegion ?? '')}
              onChange={(DstRegion) => put({ DstRegion })}
              options={options}
              placeholder={t('kit.form.choose')}
            />
          )}
        </Field>
      )}
      <Field label={t('ccn.limit')} name="BandwidthLimit" required>
        {(ids) => (
          <NumberInput
            {...ids}
            unit="Mbps"
            value={String(one.BandwidthLimit ?? '')}
            onChange={(BandwidthLimit) => put({ BandwidthLimit })}
          />
        )}
      </Field>
    </div>
  );
}

/** Limits that are set are lost with it. */
export const SetLimitType = ({ id }: OfOne) => (
  <VerbForm
    family="ccn"
    operation="setLimitType"
    id={id}
    precondition={({ BandwidthLimitType }) => ({ BandwidthLimitType })}
    initialFrom={({ BandwidthLimitType }) => paramValues({ BandwidthLimitType })}
    needed={['BandwidthLimitType']}
  />
);
