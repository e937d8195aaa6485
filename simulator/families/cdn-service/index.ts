/** Alibaba Cloud's CDN service (document 004): opened once for an account. */
import type { actions } from '../../../catalogue/families/cdn-service/index.ts';
import type { Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { type CdnCustomerRow, cdnCustomerTable, cdnServiceTable } from './table.ts';

/** What keeps a customer out, in the order in which it is asked (004:72-79). */
const obstacles: readonly (readonly [fact: keyof CdnCustomerRow, code: string, message: string])[] = [
  ['International', 'Forbidden.Intl', 'The account belongs to the international site.'],
  ['Bidder', 'Forbidden.BidUser', 'The account belongs to a reseller.'],
  ['WithoutRealName', 'NoRealNameAuthentication', 'Nobody has proved to be the owner of the account.'],
  ['WithoutProfile', 'FUWU_BIZ_COMMODITY_VERIFY_FAIL_USERPROFILECOMPLETE', 'The profile of the account is not complete.'],
  ['WithoutPayMethod', 'FUWU_BIZ_COMMODITY_VERIFY_FAIL_INVALID_PAY_METHOD', 'The account has no way to pay.'],
  ['WithoutBalance', 'InsufficientBalance', 'The balance of the account is too low.'],
];

export const handlers = {
  'alicdn:OpenCdnService': (params, call) => {
    const customer = call.table(cdnCustomerTable).get('self');
    const obstacle = obstacles.find(([fact]) => customer?.[fact] === true);
    if (obstacle) throw new CloudError(obstacle[1], obstacle[2]);
    const services = call.table(cdnServiceTable);
    if (services.has('cdn')) throw new CloudError('CdnService.HasOpened', 'The service is open.');
    services.put({ Service: 'cdn', InternetChargeType: params.InternetChargeType });
  },
} satisfies Handlers<keyof typeof actions>;
