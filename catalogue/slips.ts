/**
 * What a form objects to although the action takes it: values that are read otherwise than they look, or can only fail
 * later. Told by a field's kind, so that no form has a check that its siblings lack.
 */
import { parseAddress, parseCidr } from './address.ts';
import { canonicalIpv6, isBlockOfIpv6 } from './address6.ts';
import type { Field, Fields } from './define.ts';
import type { Problem } from './validate.ts';

type Report = (issue: Problem['issue'], limit?: string) => void;

/** "10.0.0.5/8" is kept as 10.0.0.0/8, which opens or routes far more than the one address that it seems to be about. */
function checkHostBits(value: string, report: Report): void {
  if (value.includes(':')) {
    const nearest = canonicalIpv6(value.trim());
    if (nearest !== null && !isBlockOfIpv6(value.trim())) report('host-bits', nearest);
    return;
  }
  const reading = parseCidr(value.trim());
  if (!reading.ok && reading.problem === 'host-bits') report('host-bits', reading.nearest);
}

function checkOne(field: Field, value: string, report: Report): void {
  const block =
    field.kind === 'cidr' ||
    (field.kind === 'text' && (field.format === 'address-or-range' || field.format === 'ip-or-range') && value.includes('/'));
  if (block && parseAddress(value.trim()) === null) checkHostBits(value, report);
  if (field.kind === 'foreign' && field.of === 'account' && !/^\d{5,20}$/.test(value.trim())) report('type', 'integer');
}

function walk(field: Field, value: unknown, path: string, found: Problem[]): void {
  if (field.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(field.of, item, `${path}.${index}`, found);
  } else if (field.kind === 'struct' && typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(field.fields))
      walk(inner, (value as Record<string, unknown>)[name], `${path}.${name}`, found);
  } else if (typeof value === 'string' && value !== '') {
    checkOne(field, value, (issue, limit) => found.push({ path, issue, field, ...(limit === undefined ? {} : { limit }) }));
  }
}

/** The slips in what would be sent, at the paths that `validate` uses. */
export function slipsIn(fields: Fields, params: Readonly<Record<string, unknown>>): Problem[] {
  const found: Problem[] = [];
  for (const [name, field] of Object.entries(fields)) walk(field, params[name], name, found);
  return found;
}
