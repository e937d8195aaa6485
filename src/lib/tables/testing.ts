/** What the tests of tables share: rules in one short line each. */
import type { ReadOutcome } from './read.ts';
import type { DirectedRule, TableReading } from './reading.ts';

const ruleText = ({ direction, rule: { action, service, remote, description } }: DirectedRule): string =>
  [
    direction === 'ingress' ? 'in' : 'out',
    action,
    service.kind === 'template' ? service.id : `${service.protocol}:${service.port}`,
    remote.kind === 'address' ? remote.cidr : remote.id,
    ...(description === '' ? [] : [JSON.stringify(description)]),
  ].join(' ');

/** All that a reading says, a line each: what was found, what is asked, the rules in their order, faults, what was left out. */
export function outcomeText(outcome: ReadOutcome<TableReading>): string[] {
  if (outcome.kind === 'problem') return [`problem ${outcome.problem}${outcome.line === undefined ? '' : ` line ${outcome.line}`}`];
  if (outcome.kind === 'ask-delimiter') return ['asks delimiter'];
  const { reading, encoding } = outcome;
  return [
    [
      encoding,
      reading.sheet.format,
      ...(reading.sorted === 'by-column' ? ['sorted'] : []),
      ...reading.asks.map((ask) => `asks ${ask}`),
    ].join(' · '),
    ...reading.rules.map(ruleText),
    // What a person is asked first decides what else is wrong.
    ...(reading.asks.length > 0 ? [] : reading.faults.map(({ line, code, column }) => `${line}: ${code}${column ? ` in ${column}` : ''}`)),
    ...reading.leftOut.map(({ line, code }) => `${line}: left out, ${code}`),
  ];
}
