import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { Notice } from '../../ui/status.tsx';
import { firstOf, NetworkFields } from './network-fields.tsx';

/** A network of this account into the CCN of another, whose owner then has to accept. */
export function AttachElsewhere() {
  const t = useT();
  return (
    <CreateForm
      family="ccn"
      operation="attach"
      title={t('ccn.attachElsewhere')}
      needed={['CcnUin']}
      words={{ CcnUin: { help: t('ccn.ownersNumber') } }}
      fields={['CcnId', 'CcnUin', 'Instances']}
      initial={{ Instances: [{ InstanceType: 'VPC' }] }}
      components={{ Instances: NetworkFields }}
      check={({ Instances }) => (firstOf(Instances).InstanceId ? [] : [{ path: 'Instances', message: t('ccn.chooseNetwork') }])}
      note={() => <Notice meaning="neutral" title={t('ccn.mustAccept')} />}
      done={() => t('ccn.asked')}
    />
  );
}
