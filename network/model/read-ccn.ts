/** CCNs and what is attached to them, as API 3.0 of today lists them, read into a model. */
import type { ModelCcn, ModelCcnAttachment, PeeringState } from './model.ts';
import { canonicalBlock, optionalField, textOrNone } from './read-parts.ts';

type Text = string | null | undefined;

/** Words of the cloud for the state of an attachment; any other is carried. */
const states: Readonly<Record<string, PeeringState>> = {
  ACTIVE: 'active',
  PENDING: 'pending',
  ATTACHING: 'pending',
  EXPIRED: 'expired',
  REJECTED: 'rejected',
  DETACHING: 'deleting',
  DELETED: 'deleting',
  FAILED: 'failed',
};

interface AttachmentRow {
  readonly CcnId: string;
  readonly InstanceId: string;
  readonly InstanceType: string;
  readonly State: string;
  readonly RouteTableId?: Text;
  readonly InstanceName?: Text;
  readonly InstanceRegion?: Text;
  readonly InstanceUin?: Text;
  readonly CidrBlock?: readonly string[] | null;
}

export function readAttachment(row: AttachmentRow): ModelCcnAttachment {
  const state = Object.hasOwn(states, row.State) ? states[row.State] : undefined;
  return {
    id: `${row.CcnId} ${row.InstanceId}`,
    ccn: row.CcnId,
    instance: row.InstanceId,
    type: row.InstanceType,
    ...(state === undefined ? { state: 'unknown', told: row.State } : { state }),
    ...optionalField('routeTable', textOrNone(row.RouteTableId)),
    ...optionalField('name', textOrNone(row.InstanceName)),
    ...optionalField('region', textOrNone(row.InstanceRegion)),
    ...optionalField('account', textOrNone(row.InstanceUin)),
    ...optionalField('cidrs', row.CidrBlock?.map(canonicalBlock)),
  };
}

interface RouteRow {
  readonly RouteTableId: string;
  readonly DestinationCidrBlock: string;
  readonly InstanceId: string;
  readonly Enabled: boolean;
}

interface SelectionRow {
  readonly CcnId: string;
  readonly InstanceId: string;
  readonly SourceCidrBlock: string;
  readonly RouteTableId: string;
}

/** A CCN with its routes and policies; undefined where these were not read whole. */
export function readCcn(
  row: { readonly CcnId: string; readonly CcnName?: Text; readonly State: string },
  routes: readonly RouteRow[] | undefined,
  selections: readonly SelectionRow[] | undefined,
): ModelCcn {
  const state = row.State === 'AVAILABLE' ? 'available' : row.State === 'ISOLATED' ? 'arrears' : 'unknown';
  return {
    id: row.CcnId,
    state,
    ...(state === 'unknown' ? { told: row.State } : {}),
    ...optionalField(
      'routes',
      routes?.map((one) => ({
        routeTable: one.RouteTableId,
        destination: canonicalBlock(one.DestinationCidrBlock),
        instance: one.InstanceId,
        enabled: one.Enabled,
      })),
    ),
    ...optionalField(
      'selections',
      selections
        ?.filter(({ CcnId }) => CcnId === row.CcnId)
        .map((one) => ({ instance: one.InstanceId, source: canonicalBlock(one.SourceCidrBlock), routeTable: one.RouteTableId })),
    ),
    ...optionalField('name', textOrNone(row.CcnName)),
  };
}
