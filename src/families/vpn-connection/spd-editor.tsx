import { X } from 'lucide-react';
import { use, useState } from 'react';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { AddRow, FieldGroup } from '../../kit/form/group.tsx';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { FormContext } from '../../kit/form/words.ts';
import { useScope } from '../../lib/scope.ts';
import { IconButton } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/input.tsx';
import { blocksIn, type Policy } from './spd.ts';
import { useVpcOf } from './vpc-of.ts';

/** The policy as rows: a block of the VPC, and the blocks at the remote end that it speaks with. */
export function SpdEditor({ ids, path, value, onChange, onBlur, values }: FieldControlProps) {
  const t = useT();
  const vpc = useVpcOf(values);
  const rows = (Array.isArray(value) ? value : []) as readonly Partial<Policy>[];
  const put = (at: number, change: Partial<Policy>): void =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <FieldGroup ids={ids} label={t('vpnConnection.policy')}>
      {rows.map((row, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its value is what is being typed
          key={index}
          number={index + 1}
          path={`${path}.${index}`}
          row={row}
          vpc={vpc}
          onChange={(change) => put(index, change)}
          onBlur={onBlur}
          onRemove={rows.length > 1 ? () => onChange(rows.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      <AddRow
        label={t('vpnConnection.addPolicy')}
        onClick={() => onChange([...rows, { LocalCidrBlock: vpc?.CidrBlock ?? '', RemoteCidrBlock: [] }])}
      />
    </FieldGroup>
  );
}

interface RowProps {
  readonly number: number;
  readonly path: string;
  readonly row: Partial<Policy>;
  readonly vpc: Vpc | undefined;
  readonly onChange: (change: Partial<Policy>) => void;
  readonly onBlur: () => void;
  readonly onRemove: (() => void) | undefined;
}

/** One pair of the policy. */
function Row({ number, path, row, vpc, onChange, onBlur, onRemove }: RowProps) {
  const t = useT();
  const errorFor = use(FormContext)?.errorFor ?? (() => undefined);
  const subnets = useList(useScope(), 'subnet').rows.filter(({ VpcId }) => VpcId === vpc?.VpcId);
  const remote = row.RemoteCidrBlock ?? [];
  // What is typed stays as typed, also while it is between two blocks.
  const [draft, setDraft] = useState({ text: remote.join('\n'), of: remote });
  const text = draft.of === remote ? draft.text : remote.join('\n');
  const options = [
    ...(vpc ? [{ value: vpc.CidrBlock, label: vpc.CidrBlock, detail: t('vpnConnection.wholeVpc') }] : []),
    ...subnets.map(({ CidrBlock, SubnetName }) => ({ value: CidrBlock, label: CidrBlock, detail: SubnetName })),
  ];
  const remoteProblem =
    errorFor(`${path}.RemoteCidrBlock`) ?? remote.map((_, at) => errorFor(`${path}.RemoteCidrBlock.${at}`)).find(Boolean);
  return (
    <div className="flex items-start gap-2 rounded border border-line p-3">
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <Field label={`${t('vpnConnection.near')} ${number}`} required error={errorFor(`${path}.LocalCidrBlock`)}>
          {(own) => (
            <Combobox
              {...own}
              allowFree
              mono
              options={options}
              value={row.LocalCidrBlock ?? ''}
              onChange={(LocalCidrBlock) => onChange({ LocalCidrBlock })}
              onBlur={onBlur}
            />
          )}
        </Field>
        <Field label={`${t('vpnConnection.remote')} ${number}`} required error={remoteProblem}>
          {(own) => (
            <TextArea
              {...own}
              mono
              rows={Math.max(2, Math.min(6, remote.length + 1))}
              value={text}
              placeholder="192.168.0.0/24"
              onChange={(next) => {
                const RemoteCidrBlock = blocksIn(next);
                setDraft({ text: next, of: RemoteCidrBlock });
                onChange({ RemoteCidrBlock });
              }}
              onBlur={onBlur}
            />
          )}
        </Field>
      </div>
      {onRemove && (
        <IconButton
          label={t('kit.form.remove', { name: `${t('vpnConnection.policy')} ${number}` })}
          icon={<X aria-hidden="true" className="size-4" />}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
