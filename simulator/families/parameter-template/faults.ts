/**
 * Every 2017 action names the same seven numbers (15493). A wrong parameter (9003) is possible everywhere; the others have a
 * cause where there is something to name, to fill or to wait for.
 */
import type { actions } from '../../../catalogue/families/parameter-template/index.ts';
import type { FaultReasons } from '../../coverage/faults.ts';

type Api2017Actions = Extract<keyof typeof actions, `vpc2017:${string}`>;

const lists = [
  'vpc2017:DescribeAddress',
  'vpc2017:DescribeAddressGroups',
  'vpc2017:DescribeService',
  'vpc2017:DescribeServiceGroups',
] as const satisfies readonly Api2017Actions[];
const queries = [
  'vpc2017:DescribeAddressInstances',
  'vpc2017:DescribeAddressGroupInstances',
  'vpc2017:DescribeServiceInstances',
  'vpc2017:DescribeServiceGroupInstances',
  'vpc2017:DescribeNetTaskResult',
] as const satisfies readonly Api2017Actions[];
const creations = ['vpc2017:CreateAddress', 'vpc2017:CreateService'] as const satisfies readonly Api2017Actions[];
/** What renames or deletes a template that has a name of its own. */
const renamings = [
  'vpc2017:ModifyAddressAttribute',
  'vpc2017:DeleteAddress',
  'vpc2017:ModifyAddressGroupAttribute',
  'vpc2017:DeleteAddressGroup',
  'vpc2017:ModifyServiceAttribute',
  'vpc2017:DeleteService',
  'vpc2017:ModifyServiceGroupAttribute',
  'vpc2017:DeleteServiceGroup',
] as const satisfies readonly Api2017Actions[];
/** What changes members: each number has a cause. */
const changes = [
  'vpc2017:ModifyAddress',
  'vpc2017:CreateAddressGroup',
  'vpc2017:ModifyAddressGroup',
  'vpc2017:ModifyService',
  'vpc2017:CreateServiceGroup',
  'vpc2017:ModifyServiceGroup',
] as const satisfies readonly Api2017Actions[];
const all = [...lists, ...queries, ...creations, ...renamings, ...changes] as const;

export const faults = {
  29257: { why: 'An accident inside the cloud.', actions: all },
  29254: { why: 'Permission is missing: accounts here have no policies that could take it away.', actions: all },
  29258: { why: 'Something referred to is missing: these actions refer to nothing.', actions: [...lists, ...creations] },
  29259: {
    why: 'Rules would become too many: these actions add nothing to what is in use.',
    actions: [...lists, ...queries, ...creations, ...renamings],
  },
  29260: { why: 'There would be too many templates or members: these actions add none.', actions: [...lists, ...queries, ...renamings] },
  9005: {
    why: 'Something is being edited, or the system is busy: these actions touch nothing that a task could hold.',
    actions: [...lists, ...queries, ...creations],
  },
} as const satisfies FaultReasons<typeof actions>;
