/** Lists of rules as the tables that people bring and take along: read by the one reader, written by the one writer. */

import { certainServiceOf } from '../../../network/rule-sets/common-services.ts';
import { directions, isCarried, type Rule, type RuleSet } from '../../../network/rule-sets/rule-set.ts';
import { type CellReaders, faultOf, groupCells, type Names, noNames } from '../../../network/rule-sets/text.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import type { ReadOutcome, TableSource } from './read.ts';
import { readRuleTable } from './read.ts';
import type { Choices, DirectedRule, TableReading } from './reading.ts';
import { rulesToClipboard, rulesToCsv, rulesToJson, type TableEntry } from './write.ts';

export type ReadRule = DirectedRule;

/** Where rules are read for: what cells may name, what the list takes, and the direction for lines that say none. */
export interface ReadFor {
  readonly names?: Names;
  readonly cells?: CellReaders;
  /** False where neither groups nor templates may stand. */
  readonly references?: boolean;
  readonly direction?: Direction;
}

/** Whatever was pasted, dropped or opened. Nothing of it is a rule before it is understood whole. */
export function readRuleFile(source: TableSource, choices: Choices = {}, where: ReadFor = {}): ReadOutcome<TableReading> {
  const { names = noNames, cells = groupCells, references = true, direction = 'ingress' } = where;
  const takes: NonNullable<Parameters<typeof readRuleTable>[2]>['takes'] = (service, remote) =>
    (references || (service.kind === 'ports' && remote.kind === 'address')) &&
    faultOf({ action: 'DROP', service, remote, description: '' }, cells) === null;
  return readRuleTable(source, choices, { ...names, service: certainServiceOf, takes }, direction);
}

const written = (direction: Direction, rule: Rule): TableEntry =>
  isCarried(rule) ? { direction, carried: rule.listed, reasons: rule.reasons } : { direction, rule };

const all = (set: RuleSet): TableEntry[] => directions.flatMap((direction) => set[direction].map((rule) => written(direction, rule)));

/** For files. */
export const ruleCsv = (set: RuleSet): string => rulesToCsv(all(set));

/** For the clipboard: spreadsheets take tabs. */
export const toTable = (direction: Direction, rules: readonly Rule[]): string =>
  rulesToClipboard(rules.map((rule) => written(direction, rule)));

/** As the API takes it; carried rules verbatim, under a key of their own. */
export const ruleJson = (set: RuleSet): string => rulesToJson(all(set));
