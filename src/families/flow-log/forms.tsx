import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useContainedList } from '../../kit/contained.tsx';
import { Control } from '../../kit/form/controls.tsx';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { PickOne } from '../../kit/form/pick-one.tsx';
import { Suggestions } from '../../kit/form/suggestions.tsx';
import type { FieldControlProps, FieldError, ValuesOf } from '../../kit/form/types.ts';
import { useScope } from '../../lib/scope.ts';
import { textOf } from '../../lib/text.ts';
import { RadioCards } from '../../ui/choice.tsx';
import { mostPerResource } from './watched.ts';

/** The VPC; what was chosen in another one no longer stands. */
function VpcControl(props: FieldControlProps<'resourceId' | 'resourceType'>) {
  const onChange = (value: unknown): void => {
    props.onChange(value);
    props.set('resourceId', props.values.resourceType === 'VPC' ? value : '');
  };
  return <Control {...props} onChange={onChange} />;
}

function TypeControl({ ids, value, onChange, values, set }: FieldControlProps<'resourceId' | 'vpcId'>) {
  const t = useT();
  return (
    <RadioCards
      id={ids.id}
      label={t('flowLog.resource')}
      aria-describedby={ids['aria-describedby']}
      value={textOf(value)}
      onChange={(type) => {
        onChange(type);
        set('resourceId', type === 'VPC' ? values.vpcId : '');
      }}
      options={[
        { value: 'VPC', label: t('flowLog.typeVpc'), detail: t('flowLog.typeVpcHint') },
        { value: 'SUBNET', label: t('flowLog.typeSubnet'), detail: t('flowLog.typeSubnetHint') },
        { value: 'NETWORKINTERFACE', label: t('flowLog.typeInterface'), detail: t('flowLog.typeInterfaceHint') },
      ]}
    />
  );
}

/** Which one of the VPC's it watches; of the VPC itself there is nothing to choose. */
function ResourceControl(props: FieldControlProps<'resourceType' | 'vpcId'>) {
  const t = useT();
  const { vpcId, resourceType } = props.values;
  if (textOf(vpcId) === '') return <p className="text-muted">{t('flowLog.chooseVpc')}</p>;
  if (resourceType === 'SUBNET') return <SubnetControl {...props} vpc={textOf(vpcId)} />;
  if (resourceType === 'NETWORKINTERFACE') return <InterfaceControl {...props} vpc={textOf(vpcId)} />;
  return resourceType === 'VPC' ? <TheVpc id={textOf(vpcId)} /> : <p className="text-muted">{t('flowLog.chooseType')}</p>;
}

function TheVpc({ id }: { readonly id: string }) {
  const vpc = useList(useScope(), 'vpc').rows.find(({ VpcId }) => VpcId === id);
  return (
    <p>
      <bdi>{vpc?.VpcName || id}</bdi> <code className="text-muted">{id}</code>
    </p>
  );
}

function SubnetControl({ vpc, ...control }: FieldControlProps & { readonly vpc: string }) {
  const list = useContainedList('subnet', { family: 'vpc', id: vpc });
  const options = list.rows.map((row) => ({ value: row.SubnetId, label: row.SubnetName || row.SubnetId, detail: row.CidrBlock }));
  return <PickOne {...control} options={options} loading={list.loading} />;
}

function InterfaceControl({ vpc, ...control }: FieldControlProps & { readonly vpc: string }) {
  const list = useContainedList('eni', { family: 'vpc', id: vpc });
  const options = list.rows.map((row) => ({
    value: row.NetworkInterfaceId,
    label: row.NetworkInterfaceName || row.NetworkInterfaceId,
    detail: row.PrivateIpAddressSet[0]?.PrivateIpAddress ?? '',
  }));
  return <PickOne {...control} options={options} loading={list.loading} />;
}

/** Log topics belong to another service: those that are in use here are proposed. */
function TopicControl(props: FieldControlProps) {
  const t = useT();
  const logs = useList(useScope(), 'flow-log');
  const topics = [...new Set(logs.rows.map(({ cloudLogId }) => cloudLogId))];
  return (
    <div className="flex flex-col gap-1.5">
      <Control {...props} />
      {topics.length > 0 && (
        <Suggestions label={t('flowLog.topics')} values={topics.slice(0, 5)} chosen={textOf(props.value)} onChoose={props.onChange} />
      )}
    </div>
  );
}

type CheckedField = 'flowLogName' | 'resourceId';

export function CreateFlowLog() {
  const t = useT();
  const logs = useList(useScope(), 'flow-log');
  const check = ({ resourceId, flowLogName }: ValuesOf<CheckedField>): FieldError<CheckedField>[] => {
    const found: FieldError<CheckedField>[] = [];
    if (logs.rows.some((log) => log.flowLogName === flowLogName)) found.push({ path: 'flowLogName', message: t('flowLog.taken') });
    const present = logs.rows.filter((log) => log.resourceId === resourceId).length;
    if (present >= mostPerResource) found.push({ path: 'resourceId', message: t('flowLog.most', { n: present }) });
    return found;
  };
  return (
    <CreateForm
      family="flow-log"
      components={{ vpcId: VpcControl, resourceType: TypeControl, resourceId: ResourceControl, cloudLogId: TopicControl }}
      check={check}
      note={() => <p className="text-muted">{t('flowLog.fixed')}</p>}
    />
  );
}
