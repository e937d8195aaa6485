/** The families that the shared suites run over: whatever the files of this folder export, a family or its variants. */
import { readdirSync } from 'node:fs';
import type { FamilyUnderTest } from '../support/family.ts';

const files = readdirSync(import.meta.dirname).filter((name) => name !== 'index.ts' && name.endsWith('.ts'));
const modules = await Promise.all(files.sort().map((name): Promise<Readonly<Record<string, FamilyUnderTest>>> => import(`./${name}`)));

export const families: readonly FamilyUnderTest[] = modules.flatMap((module) => Object.values(module));
