/** Elastic IPs over API 3.0 of today: charge, bandwidth, line and kind, and the tasks that their changes are. */
import type { todaysActions } from '../../../catalogue/families/eip/today.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { willSet } from '../../rules/effects.ts';
import { startTask } from '../../rules/tasks.ts';
import { tellsToday } from '../../rules/today.ts';
import type { Effect } from '../task/table.ts';
import { eipOf } from './rules.ts';
import { type EipRow, eipTable } from './table.ts';

const outOfRange = 'InvalidParameterValue.BandwidthOutOfRange';
const byTraffic = 'TRAFFIC_POSTPAID_BY_HOUR';
const byMonth = 'BANDWIDTH_PREPAID_BY_MONTH';
const byPackage = 'BANDWIDTH_PACKAGE';

/** The widest that is sold, in Mbps, by the way of paying. */
const widest: Readonly<Record<string, number>> = { [byTraffic]: 100, BANDWIDTH_POSTPAID_BY_HOUR: 100, [byMonth]: 200, [byPackage]: 2000 };
/** Where IPs of high quality are offered. */
const highQuality = ['ap-hongkong', 'ap-singapore'];
const renewals = ['NOTIFY_AND_MANUAL_RENEW', 'NOTIFY_AND_AUTO_RENEW', 'DISABLE_NOTIFY_AND_MANUAL_RENEW'] as const;

const chargeOf = ({ InternetChargeType = byTraffic }: EipRow): string => InternetChargeType;

/** What it is bound to: a machine, or what its id begins with ("ENI", "NAT"). */
export const kindOfBound = ({ ResourceId, InstanceId }: EipRow): string =>
  InstanceId === '' ? (ResourceId.split('-')[0] ?? '').toUpperCase() : 'CVM';

/** What today tells of an elastic IP beside the documents' fields. */
export const todaysEipFields = (call: Call, row: EipRow) =>
  tellsToday(call)
    ? {
        ...(row.Work ? { AddressStatus: row.Work } : {}),
        AddressType: row.AddressType ?? 'EIP',
        InternetServiceProvider: row.InternetServiceProvider ?? 'BGP',
        InternetChargeType: chargeOf(row),
        Bandwidth: row.Bandwidth ?? 1,
        BandwidthPackageId: row.BandwidthPackageId ?? '',
        InstanceType: kindOfBound(row),
        DeadlineDate: row.DeadlineDate ?? null,
        RenewFlag: row.RenewFlag ?? null,
        CascadeRelease: false,
        IsEipDirectConnection: false,
      }
    : {};

/** The work on these rows as a task of today, which a failure undoes. Nothing where the account speaks as the documents do. */
export function startEffects(call: Call, effects: readonly Effect[], passing?: PassingState): { readonly TaskId?: string } {
  if (!tellsToday(call)) return {};
  const { ids, state } = passing ?? { ids: [], state: undefined };
  const table = call.table(eipTable);
  for (const row of ids.flatMap((id) => table.get(id) ?? [])) table.put({ ...row, Work: state });
  const done = ids.map((id) => willSet(call.partition, eipTable, id, { Work: undefined }));
  return { TaskId: String(startTask(call, { family: 'eip', queue: 'eip', effects: [...effects, ...done] })) };
}

/** What elastic IPs are told to be while the work lasts. */
interface PassingState {
  readonly ids: readonly string[];
  readonly state: NonNullable<EipRow['Work']>;
}

/** What is so already: the row of an elastic IP as it now stands. */
export const asItIs = (call: Call, id: string): Effect => willSet(call.partition, eipTable, id, {});

interface Term {
  readonly Period: number;
  readonly AutoRenewFlag?: number | undefined;
}

/** Until when it is paid for, and what happens then. Months of a prepaid term are the calendar's. */
function paid(call: Call, { Period, AutoRenewFlag = 1 }: Term): Pick<EipRow, 'DeadlineDate' | 'RenewFlag'> {
  const end = new Date(call.now);
  end.setUTCMonth(end.getUTCMonth() + Period);
  return { DeadlineDate: `${end.toISOString().slice(0, 19)}Z`, RenewFlag: renewals[AutoRenewFlag] ?? renewals[1] };
}

/** Payment in advance and its term come together. @throws CloudError InvalidParameterValue.Combination. */
function termOf(call: Call, charge: string, term: Term | undefined): Pick<EipRow, 'DeadlineDate' | 'RenewFlag'> {
  if ((charge === byMonth) !== (term !== undefined))
    throw new CloudError('InvalidParameterValue.Combination', `${charge} and AddressChargePrepaid: one of them asks for a term.`);
  return term ? paid(call, term) : {};
}

function refuseWider(charge: string, bandwidth: number, code: string): void {
  const most = widest[charge] ?? 100;
  if (bandwidth > most) throw new CloudError(code, `${bandwidth} Mbps are more than the ${most} of ${charge}.`);
}

interface AllocationRequest {
  readonly AddressCount?: number | undefined;
  readonly AddressName?: string | undefined;
  readonly AddressType?: string | undefined;
  readonly AnycastZone?: string | undefined;
  readonly InternetServiceProvider?: string | undefined;
  readonly InternetChargeType?: string | undefined;
  readonly InternetMaxBandwidthOut?: number | undefined;
  readonly AddressChargePrepaid?: Term | undefined;
  readonly BandwidthPackageId?: string | undefined;
}

/** Bandwidth packages are another product: the world has those that an elastic IP is in. */
const hasPackage = (call: Call, id: string): boolean =>
  call
    .table(eipTable)
    .all()
    .rows()
    .some((row) => row.BandwidthPackageId === id);

/** What an allocation of today asks for, as fields of the rows. @throws CloudError where that does not go together, or is not had here. */
export function allocationOf(call: Call, wanted: AllocationRequest): Partial<EipRow> {
  const { AddressName, AddressType = 'EIP', AnycastZone, InternetServiceProvider, BandwidthPackageId } = wanted;
  const { InternetChargeType = byTraffic, InternetMaxBandwidthOut: Bandwidth = 1 } = wanted;
  const refuse = (code: string, words: string): never => {
    throw new CloudError(code, words);
  };
  if (AddressType === 'HighQualityEIP' && !highQuality.includes(call.region))
    refuse('UnsupportedOperation.UnsupportedRegion', `${call.region} has no IPs of high quality.`);
  if (AnycastZone !== undefined && AddressType !== 'AnycastEIP')
    refuse('InvalidParameterValue.Combination', `AnycastZone is not ${AddressType}'s.`);
  if (BandwidthPackageId !== undefined && InternetChargeType !== byPackage)
    refuse('InvalidParameterValue.Combination', `A bandwidth package does not pay for ${InternetChargeType}.`);
  if (BandwidthPackageId !== undefined && !hasPackage(call, BandwidthPackageId))
    refuse('InvalidParameterValue.BandwidthPackageNotFound', `There is no bandwidth package ${BandwidthPackageId}.`);
  refuseWider(InternetChargeType, Bandwidth, 'InvalidParameterValue.BandwidthOutOfRange');
  return {
    AddressType,
    InternetChargeType,
    Bandwidth,
    ...(AddressName === undefined ? {} : { AddressName }),
    ...(InternetServiceProvider === undefined ? {} : { InternetServiceProvider }),
    ...(BandwidthPackageId === undefined ? {} : { BandwidthPackageId }),
    ...termOf(call, InternetChargeType, wanted.AddressChargePrepaid),
  };
}

/** Round sums in yuan that grow with the width: by the month for a term, else by the hour; traffic by the gigabyte. */
function priceOf(charge: string, bandwidth: number, term?: Term) {
  const month = 20 * bandwidth;
  if (charge === byMonth) {
    const amount = month * (term?.Period ?? 1);
    return { Price: { AddressPrice: { OriginalPrice: amount, DiscountPrice: amount } } };
  }
  const unit = charge === byTraffic ? { UnitPrice: 0.8, ChargeUnit: 'GB' } : { UnitPrice: (6 * bandwidth) / 100, ChargeUnit: 'HOUR' };
  return { Price: { AddressPrice: unit, IPPrice: { UnitPrice: 0.2, ChargeUnit: 'HOUR' } } };
}

/** @throws CloudError InvalidAddressId.NotFound, OperationDenied.AddressInArrears. */
function paidEip(call: Call, id: string): EipRow {
  const eip = eipOf(call, id);
  if (eip.IsArrears) throw new CloudError('OperationDenied.AddressInArrears', `The elastic IP ${id} is in arrears.`);
  return eip;
}

export const handlers = {
  'vpc:ModifyAddressesBandwidth': ({ AddressIds, InternetMaxBandwidthOut: Bandwidth }, call) => {
    const eips = [...new Set(AddressIds)].map((id) => paidEip(call, id));
    for (const eip of eips) refuseWider(chargeOf(eip), Bandwidth, 'InvalidParameterValue.BandwidthOutOfRange');
    const effects = eips.map(({ AddressId }) => willSet(call.partition, eipTable, AddressId, { Bandwidth }));
    return { TaskId: String(startTask(call, { family: 'eip', queue: 'eip', effects })) };
  },

  'vpc:ModifyAddressInternetChargeType': (params, call) => {
    const { AddressId, InternetChargeType, InternetMaxBandwidthOut: Bandwidth, AddressChargePrepaid } = params;
    const eip = paidEip(call, AddressId);
    const now = chargeOf(eip);
    if (now === byPackage)
      throw new CloudError('UnsupportedOperation.InvalidAddressInternetChargeType', `A bandwidth package pays for ${AddressId}.`);
    if (now === InternetChargeType) throw new CloudError('InvalidParameterValue.InternetChargeTypeNotChanged', `It is ${now} already.`);
    if (kindOfBound(eip) === 'NAT') throw new CloudError('UnsupportedOperation.NatNotSupported', `The gateway ${eip.ResourceId} has it.`);
    refuseWider(InternetChargeType, Bandwidth, 'InvalidParameterValue.Range');
    const term = termOf(call, InternetChargeType, AddressChargePrepaid);
    const { DeadlineDate: _end, RenewFlag: _renewal, ...rest } = eip;
    call.table(eipTable).put({ ...rest, InternetChargeType, Bandwidth, ...term });
  },

  'vpc:InquiryPriceAllocateAddresses': ({ InternetChargeType, InternetMaxBandwidthOut = 1, AddressChargePrepaid }, call) => {
    refuseWider(InternetChargeType, InternetMaxBandwidthOut, outOfRange);
    termOf(call, InternetChargeType, AddressChargePrepaid);
    return priceOf(InternetChargeType, InternetMaxBandwidthOut, AddressChargePrepaid);
  },

  'vpc:InquiryPriceModifyAddressesBandwidth': ({ AddressIds, InternetMaxBandwidthOut }, call) => {
    const rows = AddressIds.map((id) => {
      const row = call.table(eipTable).get(id);
      if (!row) throw new CloudError('InvalidParameterValue.AddressNotFound', `There is no elastic IP ${id}.`);
      return row;
    });
    for (const row of rows) refuseWider(chargeOf(row), InternetMaxBandwidthOut, outOfRange);
    const [first] = rows;
    return first ? priceOf(chargeOf(first), InternetMaxBandwidthOut) : {};
  },
} satisfies Handlers3<typeof todaysActions>;
