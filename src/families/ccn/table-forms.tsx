import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { CcnRouteTable, CcnSelection } from '../../../catalogue/families/ccn/parts.ts';
import { useT } from '../../i18n/index.ts';
import { AddRow, FieldGroup } from '../../kit/form/group.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useMembers, useReadMembers } from '../../kit/members.tsx';
import { useFamily } from '../../kit/words.ts';
import type { FormValues } from '../../lib/form.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { attachmentList, ofCcn, selectionList, tableList, useNetworkName } from './members.ts';
import { firstOf } from './network-fields.tsx';

interface OfOne {
  readonly id: string;
}

const useTables = (id: string) =>
  useMembers(
    tableList,
    useMemo(() => ofCcn(id), [id]),
  );

const tableOptions = (rows: readonly CcnRouteTable[]) =>
  rows.map(({ CcnRouteTableId, RouteTableName }) => ({ value: CcnRouteTableId, label: RouteTableName, detail: CcnRouteTableId }));

/** A network is routed by another table from then on. The URL says which network, and by which table it was. */
export function ChangeTable({ id }: OfOne) {
  const [search] = useSearchParams();
  const told = (field: string): string => search.get(field) ?? '';
  const tables = useTables(id);
  const network = told('InstanceId');
  const read = useReadMembers(
    attachmentList,
    useMemo(() => ofCcn(id), [id]),
  );
  return (
    <VerbForm
      edits
      family="ccn"
      operation="associate"
      id={id}
      about={useNetworkName(id, network)}
      fixedFrom={() => paramValues({ Instances: [{ InstanceType: told('InstanceType'), InstanceId: network }] })}
      precondition={{
        shown: () => ({ [network]: told('RouteTableId') }),
        read: async () => ({ [network]: (await read()).find(({ InstanceId }) => InstanceId === network)?.RouteTableId ?? null }),
      }}
      components={{
        RouteTableId: ({ ids, value, onChange, onBlur }) => (
          <Select {...ids} value={String(value ?? '')} onChange={onChange} onBlur={onBlur} options={tableOptions(tables.rows)} />
        ),
      }}
    />
  );
}

/** Name and description, in the place where the call takes several tables. */
function TableFields({ value, onChange }: FieldControlProps) {
  const t = useT();
  const one = firstOf(value);
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('ccn.name')} name="Name" required>
        {(ids) => <TextInput {...ids} value={String(one.Name ?? '')} onChange={(Name) => onChange([{ ...one, Name }])} />}
      </Field>
      <Field label={t('ccn.description')} name="Description">
        {(ids) => (
          <TextInput {...ids} value={String(one.Description ?? '')} onChange={(Description) => onChange([{ ...one, Description }])} />
        )}
      </Field>
    </div>
  );
}

const nameless = (value: unknown): boolean => String(firstOf(value).Name ?? '').trim() === '';

export function CreateTable({ id }: OfOne) {
  const t = useT();
  return (
    <VerbForm
      family="ccn"
      operation="createTables"
      id={id}
      precondition="adds"
      initialFrom={() => paramValues({ RouteTable: [{ CcnId: id }] })}
      components={{ RouteTable: TableFields }}
      check={({ RouteTable }) => (nameless(RouteTable) ? [{ path: 'RouteTable', message: t('ccn.nameNeeded') }] : [])}
    />
  );
}

export function EditTable({ id }: OfOne) {
  const t = useT();
  const [search] = useSearchParams();
  const table = search.get('RouteTableId') ?? '';
  const shown = { Name: search.get('Name') ?? '', Description: search.get('Description') ?? '' };
  const read = useReadMembers(
    tableList,
    useMemo(() => ofCcn(id), [id]),
  );
  return (
    <VerbForm
      edits
      family="ccn"
      operation="updateTables"
      id={id}
      about={shown.Name}
      precondition={{
        shown: () => ({ [table]: `${shown.Name} ${shown.Description}` }),
        read: async () => {
          const now = (await read()).find(({ CcnRouteTableId }) => CcnRouteTableId === table);
          return { [table]: now ? `${now.RouteTableName} ${now.RouteTableDescription ?? ''}` : null };
        },
      }}
      initialFrom={() => paramValues({ RouteTableInfo: [{ RouteTableId: table, ...shown }] })}
      components={{ RouteTableInfo: TableFields }}
      check={({ RouteTableInfo }) => (nameless(RouteTableInfo) ? [{ path: 'RouteTableInfo', message: t('ccn.nameNeeded') }] : [])}
    />
  );
}

const policyOf = ({ InstanceType, InstanceId, SourceCidrBlock, RouteTableId, Description }: CcnSelection): FormValues => ({
  InstanceType,
  InstanceId,
  SourceCidrBlock,
  RouteTableId,
  Description: Description ?? '',
});

/** All policies at once, as the call takes them: what others changed meanwhile is asked about first. */
export function EditSelections({ id }: OfOne) {
  const selections = useMembers(
    selectionList,
    useMemo(() => ofCcn(id), [id]),
  );
  const read = useReadMembers(
    selectionList,
    useMemo(() => ofCcn(id), [id]),
  );
  const shown = selections.rows.map(policyOf);
  const { text } = useFamily('ccn');
  const label = text.fields.SelectionPolicies?.label ?? '';
  if (!selections.complete)
    return (
      <OnePanel family="ccn" id={id}>
        {() => null}
      </OnePanel>
    );
  return (
    <VerbForm
      family="ccn"
      operation="setSelections"
      id={id}
      precondition={{
        shown: () => ({ [label]: JSON.stringify(shown) }),
        read: async () => ({ [label]: JSON.stringify((await read()).map(policyOf)) }),
      }}
      initialFrom={() => paramValues({ SelectionPolicies: shown.length > 0 ? shown : [{ InstanceType: 'VPC' }] })}
      components={{ SelectionPolicies: (props) => <PolicyRows ccn={id} {...props} /> }}
    />
  );
}

function PolicyRows({ ccn, ids, value, onChange }: FieldControlProps & { readonly ccn: string }) {
  const t = useT();
  const tables = useTables(ccn);
  const attachments = useMembers(
    attachmentList,
    useMemo(() => ofCcn(ccn), [ccn]),
  );
  const rows = (Array.isArray(value) ? value : []) as readonly FormValues[];
  const put = (at: number, change: FormValues): void => onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const networks = attachments.rows.map(({ InstanceId, InstanceName }) => ({
    value: InstanceId,
    label: InstanceName || InstanceId,
    detail: InstanceId,
  }));
  const typeOf = (id: string): string => attachments.rows.find(({ InstanceId }) => InstanceId === id)?.InstanceType ?? 'VPC';
  return (
    <FieldGroup ids={ids} label={t('ccn.selections')}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its value is what is being typed
        <div key={at} className="flex flex-col gap-3 rounded border border-line p-3">
          <div className="flex items-center justify-between">
            <span className="text-muted">{t('ccn.policy', { n: at + 1 })}</span>
            <IconButton
              size="sm"
              label={t('kit.form.remove', { name: t('ccn.policy', { n: at + 1 }) })}
              icon={<X aria-hidden="true" className="size-4" />}
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            />
          </div>
          <Field label={t('ccn.network')} name="InstanceId" required>
            {(own) => (
              <Select
                {...own}
                value={String(row.InstanceId ?? '')}
                onChange={(InstanceId) => put(at, { InstanceId, InstanceType: typeOf(InstanceId) })}
                options={networks}
                placeholder={t('kit.form.choose')}
              />
            )}
          </Field>
          <Field label={t('ccn.source')} name="SourceCidrBlock" required>
            {(own) => (
              <TextInput
                {...own}
                mono
                value={String(row.SourceCidrBlock ?? '')}
                onChange={(SourceCidrBlock) => put(at, { SourceCidrBlock })}
              />
            )}
          </Field>
          <Field label={t('ccn.table')} name="RouteTableId" required>
            {(own) => (
              <Select
                {...own}
                value={String(row.RouteTableId ?? '')}
                onChange={(RouteTableId) => put(at, { RouteTableId })}
                options={tableOptions(tables.rows)}
                placeholder={t('kit.form.choose')}
              />
            )}
          </Field>
        </div>
      ))}
      <AddRow label={t('ccn.addPolicy')} onClick={() => onChange([...rows, { InstanceType: 'VPC' }])} />
    </FieldGroup>
  );
}
