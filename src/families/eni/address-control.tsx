import { X } from 'lucide-react';
import { use } from 'react';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { useList } from '../../api/query.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { AddRow, FieldGroup } from '../../kit/form/group.tsx';
import { Suggestions } from '../../kit/form/suggestions.tsx';
import type { ControlProps, FieldControlProps, FieldError } from '../../kit/form/types.ts';
import { FormContext } from '../../kit/form/words.ts';
import { useScope } from '../../lib/scope.ts';
import { addressFaults, proposedAddresses } from '../../lib/subnet-addresses.ts';
import { IconButton } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Badge } from '../../ui/status.tsx';
import { OneContext } from './one.tsx';

interface WantedAddress {
  readonly PrivateIpAddress: string;
  readonly Primary?: boolean;
  readonly Description?: string;
}

export const wantedIn = (value: unknown): readonly WantedAddress[] => (Array.isArray(value) ? value : []);

/** A subnet, and its addresses that interfaces have. */
interface SubnetFacts {
  readonly subnet: Subnet | undefined;
  readonly taken: ReadonlySet<string>;
}

/** What the lists tell of any subnet of this place. */
export function useSubnetFacts(): (subnetId: unknown) => SubnetFacts {
  const scope = useScope();
  const subnets = useList(scope, 'subnet');
  const interfaces = useList(scope, 'eni');
  return (subnetId) => {
    const inIt = interfaces.rows.filter(({ SubnetId }) => SubnetId === subnetId);
    return {
      subnet: subnets.rows.find(({ SubnetId }) => SubnetId === subnetId),
      taken: new Set(inIt.flatMap(({ PrivateIpAddressSet }) => PrivateIpAddressSet.map(({ PrivateIpAddress }) => PrivateIpAddress))),
    };
  };
}

/** What is known against the addresses and the count of a form before it is sent. `own`: addresses are named, not counted. */
export function addressErrors(
  values: Readonly<Record<string, unknown>>,
  { t, subnet, taken, own }: SubnetFacts & { readonly t: Translate; readonly own: boolean },
): FieldError<'PrivateIpAddresses' | 'SecondaryPrivateIpAddressCount'>[] {
  if (!own) {
    const count = Number(values.SecondaryPrivateIpAddressCount || 0);
    if (!subnet || count <= subnet.AvailableIpAddressCount) return [];
    return [{ path: 'SecondaryPrivateIpAddressCount', message: t('eni.tooMany', { n: subnet.AvailableIpAddressCount }) }];
  }
  const wanted = wantedIn(values.PrivateIpAddresses).map(({ PrivateIpAddress }) => PrivateIpAddress.trim());
  if (!subnet) return [];
  return addressFaults(wanted, subnet.CidrBlock, taken).flatMap((fault, index) =>
    fault === null
      ? []
      : [{ path: `PrivateIpAddresses.${index}.PrivateIpAddress`, message: t(`eni.fault.${fault}`, { cidr: subnet.CidrBlock }) }],
  );
}

interface ModeProps {
  readonly own: boolean;
  readonly onOwn: (own: boolean) => void;
  /** An interface that is being made gets a primary address too. */
  readonly isNew?: boolean;
  /** What the addresses are, where they are not private ones. */
  readonly label?: string;
}

/** Addresses are either named or counted: the form shows the fields of one way only. */
export function AddressMode({ own, onOwn, isNew = false, label }: ModeProps) {
  const t = useT();
  const what = label ?? t('eni.new.how');
  return (
    <div className="flex flex-col gap-1.5">
      <p aria-hidden="true" className="font-medium">
        {what}
      </p>
      <RadioCards
        label={what}
        value={own ? 'own' : 'auto'}
        onChange={(value) => onOwn(value === 'own')}
        options={[
          { value: 'auto', label: t('eni.new.auto'), detail: isNew ? t('eni.new.autoHint') : t('eni.new.autoMore') },
          { value: 'own', label: t('eni.new.own'), detail: isNew ? t('eni.new.ownHint') : t('eni.new.ownMore') },
        ]}
      />
    </div>
  );
}

const proposals = 4;

interface AddressesControlProps extends ControlProps {
  /** Of an interface that is being made: the subnet that is chosen. */
  readonly subnetId?: unknown;
}

/** The addresses of a new interface. */
export const NewAddresses = (props: FieldControlProps<'SubnetId'>) => <AddressesControl {...props} subnetId={props.values.SubnetId} />;

/** Addresses by hand, each with its description. Of a new interface the first is the primary one. */
export function AddressesControl({ ids, path, value, onChange, onBlur, subnetId }: AddressesControlProps) {
  const t = useT();
  const one = use(OneContext);
  const { subnet, taken } = useSubnetFacts()(one ? one.SubnetId : subnetId);
  const isNew = one === null;
  const rows = wantedIn(value);
  const errorFor = use(FormContext)?.errorFor;
  const put = (next: readonly WantedAddress[]): void =>
    onChange(isNew ? next.map((row, index) => ({ ...row, Primary: index === 0 })) : next);
  const change = (index: number, part: Partial<WantedAddress>): void =>
    put(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  if (!subnet) return <p className="text-muted">{t('eni.subnetFirst')}</p>;
  const named = new Set([...taken, ...rows.map(({ PrivateIpAddress }) => PrivateIpAddress)]);
  return (
    <FieldGroup ids={ids} label={t('eni.addresses')}>
      {rows.map((row, index) => {
        const problem = errorFor?.(`${path}.${index}.PrivateIpAddress`);
        const errorId = `${ids.id}-${index}-error`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its value is what is being typed
          <div key={index} className="flex flex-col gap-1">
            <div className="flex items-center gap-1.5">
              <TextInput
                mono
                className="max-w-40"
                aria-label={t('eni.address', { n: index + 1 })}
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem ? errorId : undefined}
                placeholder={subnet.CidrBlock}
                value={row.PrivateIpAddress}
                onChange={(text) => change(index, { PrivateIpAddress: text })}
                onBlur={onBlur}
              />
              <TextInput
                aria-label={t('eni.description', { n: index + 1 })}
                placeholder={t('eni.describe')}
                value={row.Description ?? ''}
                onChange={(text) => change(index, { Description: text })}
                onBlur={onBlur}
              />
              {isNew && index === 0 && <Badge>{t('eni.primaryAddress')}</Badge>}
              <IconButton
                label={t('eni.removeAddress', { n: index + 1 })}
                icon={<X aria-hidden="true" className="size-4" />}
                onClick={() => put(rows.filter((_, at) => at !== index))}
              />
            </div>
            {problem && (
              <p id={errorId} className="text-danger">
                {problem}
              </p>
            )}
          </div>
        );
      })}
      <Suggestions
        label={t('eni.free')}
        values={proposedAddresses(subnet.CidrBlock, named, proposals)}
        chosen=""
        onChoose={(address) => {
          const blank = rows.findIndex(({ PrivateIpAddress }) => PrivateIpAddress.trim() === '');
          if (blank >= 0) change(blank, { PrivateIpAddress: address });
          else put([...rows, { PrivateIpAddress: address }]);
        }}
      />
      <AddRow label={t('eni.addAddress')} onClick={() => put([...rows, { PrivateIpAddress: '', Description: '' }])} />
    </FieldGroup>
  );
}
