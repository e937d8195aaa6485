import { loadMessages } from '../../i18n/index.ts';
import { exactly } from '../../kit/exactly.ts';
import { paramValues } from '../../kit/form/param-values.ts';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { countOf } from './counts.ts';

export const { Pages, Contained } = standardFamily('network-acl', {
  names: ['vpc'],
  columns: ({ t }) =>
    exactly([
      // The older spelling of the VPC's id stands in the row too; the present one counts (8278).
      'unVpcId',
      { id: 'subnetNum', header: t('networkAcl.subnets'), count: (row) => row.subnetNum, width: 112 },
      { id: 'ingress', header: t('networkAcl.inbound'), count: (row) => countOf(row, 'ingress'), width: 112 },
      { id: 'egress', header: t('networkAcl.outbound'), count: (row) => countOf(row, 'egress'), width: 112 },
      'createTime',
    ]),
  actions: (t) =>
    exactly({
      disabledReason: (row) => (row.subnetNum > 0 ? t('networkAcl.inUse', { n: row.subnetNum }) : null),
      params: (row) => paramValues({ vpcId: row.unVpcId }),
      verbs: [{ operation: 'bind' }],
    }),
  none: (t, { what: body }) => exactly({ title: t('networkAcl.noneHere'), body }),
  loadDetail: async () => {
    // The texts about rules are asked for at once.
    const [{ useAclDetail }] = await Promise.all([import('./detail.tsx'), loadMessages('rules')]);
    return useAclDetail;
  },
  Create: true,
  Edit: { fixedFrom: ({ unVpcId }) => paramValues({ vpcId: unVpcId }) },
  verbs: {
    replaceEntries: part(async () => (await import('./forms.tsx')).ReplaceRules),
    bind: part(async () => (await import('./forms.tsx')).BindSubnets),
    addFivePartRules: { precondition: 'adds', fields: ['NetworkAclQuintupleSet'] },
    changeFivePartRules: part(async () => (await import('./five-part-forms.tsx')).EditFivePartRule),
    unbind: part(async () => (await import('./forms.tsx')).UnbindSubnets),
  },
  forms: { bind: part(async () => (await import('./forms.tsx')).BindFromSubnet) },
});
