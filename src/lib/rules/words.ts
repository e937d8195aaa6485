/** Rules in text that belongs to no language: for files, comparisons and the clipboard. */
import { type CarriedRule, type FarEnd, hasPort, isAbsent, isCarried, type KnownRule, type Rule, type Service, toldOnly } from './model.ts';

/** "TCP 443", "ICMP", or the id of a template: language-neutral, for files, comparisons and the clipboard. */
export const serviceText = (service: Service): string =>
  service.kind === 'template'
    ? service.id
    : hasPort(service.protocol)
      ? `${service.protocol} ${service.port.toUpperCase() === 'ALL' ? 'all' : service.port}`
      : service.protocol === 'ALL'
        ? 'all'
        : service.protocol;

export const farText = (far: FarEnd): string => (far.kind === 'address' ? far.cidr : far.id);

const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A carried rule, field by field as the cloud told it; what is empty or an index is left out. */
export const listedText = ({ listed }: CarriedRule): string =>
  Object.entries(listed)
    .filter(([name, value]) => !toldOnly.has(name) && !isAbsent(value))
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(' · ');

/** A rule in one line of text. */
export const ruleText = (rule: Rule): string => (isCarried(rule) ? listedText(rule) : knownText(rule));

const knownText = (rule: KnownRule): string =>
  `${rule.action} ${serviceText(rule.service)} ${farText(rule.far)}${rule.description === '' ? '' : ` # ${rule.description}`}`;
