import { useMemo } from 'react';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { Ticks } from '../../kit/form/group.tsx';
import type { ControlProps, FieldControlProps } from '../../kit/form/types.ts';
import { useLabelsOf } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { Code } from '../../ui/copy.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { isFreeEip } from '../free-eip-control.tsx';

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

interface TicksProps extends Pick<ControlProps, 'ids' | 'value' | 'onChange' | 'onBlur'> {
  readonly label: string;
  readonly options: readonly { readonly address: string; readonly name: string }[];
}

/** Several addresses out of those there are. */
export function AddressTicks({ ids, value, onChange, onBlur, label, options }: TicksProps) {
  return (
    <Ticks
      ids={ids}
      label={label}
      className="flex max-h-64 flex-col overflow-y-auto rounded border border-line px-3 py-1"
      chosen={textsOf(value)}
      onChange={onChange}
      onBlur={onBlur}
      options={options.map(({ address, name }) => ({
        value: address,
        label: (
          <span className="inline-flex min-w-0 flex-wrap items-center gap-x-3">
            <Code>{address}</Code>
            <bdi className="text-muted">{name}</bdi>
          </span>
        ),
      }))}
    />
  );
}

/** The elastic IPs of this region that nothing uses. */
export function FreeAddresses(props: FieldControlProps) {
  const t = useT();
  const label = useLabelsOf('nat-gateway', 'bindAddresses');
  const eips = useList(useScope(), 'eip');
  const options = useMemo(
    () => eips.rows.filter(isFreeEip).map(({ AddressIp, AddressName }) => ({ address: AddressIp, name: AddressName })),
    [eips.rows],
  );
  if (eips.error && eips.rows.length === 0) return <ErrorPlace error={eips.error} onRetry={eips.refresh} />;
  if (eips.loading) return <Skeleton className="w-full" />;
  if (options.length === 0 && eips.complete) return <p className="text-muted">{t('natGateway.noFree')}</p>;
  return <AddressTicks {...props} label={label('assignedEipSet')} options={options} />;
}
