/** What only accounts of today are told: fields that the documents do not have, where there is nothing in them either. */
import type { Call } from '../call.ts';

export const tellsToday = ({ account }: Pick<Call, 'account'>): boolean => account.dialect === 'today';
