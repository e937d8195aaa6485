import { holdsIp } from '../../addresses/ip.ts';
import { outsideOf } from '../../addresses/public-addresses.ts';
import { readRange } from '../../addresses/ranges.ts';
import { eachRule } from '../each-rule.ts';

/** One public address that nobody says whose it is. */
export const ruleSinglePublicSource = eachRule({ id: 'rule-single-public-source', severity: 'low' }, ({ rule, direction }) => {
  if (direction !== 'ingress' || rule.action !== 'ACCEPT' || rule.description || rule.cidr === undefined) return null;
  const range = readRange(rule.cidr);
  const isOne = range !== null && range.from === range.to;
  return isOne && outsideOf(range.family).some((run) => holdsIp(run, range.from)) ? { parameters: { address: rule.cidr } } : null;
});
