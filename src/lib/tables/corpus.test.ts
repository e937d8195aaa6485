import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { expected } from './fixtures/expected.ts';
import { readRuleTable } from './read.ts';
import { outcomeText } from './testing.ts';
import type { TableNames } from './values.ts';

const folder = `${import.meta.dirname}/fixtures`;
const names: TableNames = { serviceTemplates: new Map(), addressTemplates: new Map(), groups: new Map([['web', 'sg-ohuuioma']]) };
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

it('every file has its expected outcome', () =>
  expect(Object.keys(expected).sort()).toEqual(files.map((name) => name.slice(0, -4)).sort()));

it.each(Object.entries(expected))('%s', (name, outcome) => {
  const bytes = new Uint8Array(readFileSync(`${folder}/${name}.txt`));
  expect(outcomeText(readRuleTable(bytes, {}, names))).toEqual(outcome);
});
