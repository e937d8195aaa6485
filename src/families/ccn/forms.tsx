import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { RowOf } from '../../../catalogue/row-of.ts';
import { valuesIn } from '../../../catalogue/values.ts';
import { includesIps, meetIps, parseIpBlock } from '../../../network/addresses/ip.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useMembers } from '../../kit/members.tsx';
import { useScope } from '../../lib/scope.ts';
import { Select } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Notice } from '../../ui/status.tsx';
import { namedCcn, ofCcn, routeList, tableList, useNetworkName } from './members.ts';
import { firstOf, NetworkFields } from './network-fields.tsx';

interface OfOne {
  readonly id: string;
}

/** A prepaid one has limits for pairs of regions only. */
export function CreateCcn() {
  const t = useT();
  return (
    <CreateForm
      family="ccn"
      check={({ InstanceChargeType, BandwidthLimitType }) =>
        InstanceChargeType === 'PREPAID' && BandwidthLimitType !== 'INTER_REGION_LIMIT'
          ? [{ path: 'BandwidthLimitType', message: t('ccn.prepaidPairs') }]
          : []
      }
    />
  );
}

export const EditCcn = ({ id }: OfOne) => <EditForm family="ccn" id={id} />;

/** A network of this account, and the table it shall be routed by. */
export function AttachNetwork({ id }: OfOne) {
  const t = useT();
  const [search] = useSearchParams();
  // A network's own page names it.
  const named = Object.fromEntries(
    ['InstanceType', 'InstanceId', 'InstanceRegion'].flatMap((field) => (search.has(field) ? [[field, search.get(field)]] : [])),
  );
  return (
    <VerbForm
      family="ccn"
      operation="attach"
      id={id}
      precondition="adds"
      fields={['Instances']}
      initialFrom={() => paramValues({ Instances: [{ InstanceType: 'VPC', ...named }] })}
      components={{
        Instances: (props) => (
          <NetworkFields {...props}>
            <TablePick ccn={id} {...props} />
          </NetworkFields>
        ),
      }}
      check={({ Instances }) => (firstOf(Instances).InstanceId ? [] : [{ path: 'Instances', message: t('ccn.chooseNetwork') }])}
      note={({ values }) => <Overlap ccn={id} value={values.Instances} />}
    />
  );
}

/** The table of the CCN; left out it is the default one. */
function TablePick({ ccn, value, onChange }: FieldControlProps & { readonly ccn: string }) {
  const t = useT();
  const where = useMemo(() => ofCcn(ccn), [ccn]);
  const tables = useMembers(tableList, where);
  const one = firstOf(value);
  if (tables.rows.length < 2) return null;
  return (
    <Field label={t('ccn.table')} name="RouteTableId">
      {(ids) => (
        <Select
          {...ids}
          value={String(one.RouteTableId ?? '')}
          onChange={(RouteTableId) => onChange([{ ...one, RouteTableId }])}
          options={tables.rows.map(({ CcnRouteTableId, RouteTableName }) => ({ value: CcnRouteTableId, label: RouteTableName }))}
          placeholder={t('ccn.default')}
          clearable
        />
      )}
    </Field>
  );
}

/** What a VPC brings: its own range, secondary ones, IPv6. The documents' accounts are told the first alone. */
const blocksIn = ({ CidrBlock, AssistantCidrSet, Ipv6CidrBlock }: RowOf<'vpc'>): readonly string[] => [
  CidrBlock,
  ...valuesIn(AssistantCidrSet, 'CidrBlock').map(String),
  ...(Ipv6CidrBlock ? [Ipv6CidrBlock] : []),
];

/** Before it is attached: which routes would be off, because the CCN has some for the same addresses. */
function Overlap({ ccn, value }: { readonly ccn: string; readonly value: unknown }) {
  const t = useT();
  const formats = useFormats();
  const one = firstOf(value);
  const scope = useScope();
  const vpcs = useList({ ...scope, region: String(one.InstanceRegion || scope.region) }, 'vpc');
  const routes = useMembers(routeList, namedCcn(ccn));
  const row = useList(scope, 'ccn').rows.find(({ CcnId }) => CcnId === ccn);
  const vpc = vpcs.rows.find(({ VpcId }) => VpcId === one.InstanceId);
  const blocks = (vpc ? blocksIn(vpc) : []).flatMap((text) => parseIpBlock(text) ?? []);
  const met = routes.rows.filter(({ Enabled, DestinationCidrBlock }) => {
    const theirs = parseIpBlock(DestinationCidrBlock);
    if (!Enabled || theirs === null) return false;
    // Where overlaps are allowed, the same destination alone keeps a route off, unless packets may be shared.
    return blocks.some((block) =>
      row?.RouteOverlapFlag ? !row.RouteECMPFlag && includesIps(block, theirs) && includesIps(theirs, block) : meetIps(block, theirs),
    );
  });
  if (met.length === 0) return null;
  return (
    <Notice live meaning="warning" title={t('ccn.willConflict')}>
      {formats.list(met.map((row) => `${row.DestinationCidrBlock} ${row.InstanceName || row.InstanceId}`))}
    </Notice>
  );
}

/** What a person notes about an attachment. The URL says which network, and what stands there. */
export function DescribeAttachment({ id }: OfOne) {
  const t = useT();
  const [search] = useSearchParams();
  const named = Object.fromEntries(['InstanceType', 'InstanceId', 'InstanceRegion'].map((field) => [field, search.get(field) ?? '']));
  const about = useNetworkName(id, search.get('InstanceId') ?? '');
  return (
    <VerbForm
      edits
      family="ccn"
      operation="describe"
      id={id}
      about={about}
      words={{ Instances: { label: t('ccn.description') } }}
      precondition="adds"
      initialFrom={() => paramValues({ Instances: [{ ...named, Description: search.get('Description') ?? '' }] })}
      components={{
        Instances: ({ ids, value, onChange, onBlur }) => (
          <TextInput
            {...ids}
            value={String(firstOf(value).Description ?? '')}
            onBlur={onBlur}
            onChange={(Description) => onChange([{ ...firstOf(value), Description }])}
          />
        ),
      }}
    />
  );
}
