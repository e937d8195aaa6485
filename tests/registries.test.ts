/** The generated registries: current, and made of nothing but the folders that are there. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './support/files.ts';

interface Registry {
  readonly file: string;
  readonly text: string;
}

const { registries, staleRegistries } = (await import(join(root, 'scripts/registry.mjs'))) as {
  registries: (root?: string) => Promise<Registry[]>;
  staleRegistries: (root?: string) => Promise<Registry[]>;
};

const copy = mkdtempSync(join(tmpdir(), 'weft-registries-'));
for (const folder of ['catalogue', 'simulator', 'src', 'e2e']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));

const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
};
const textOf = async (file: string): Promise<string> => (await registries(copy)).find((registry) => registry.file === file)?.text ?? '';

describe('the generated registries', () => {
  it('are current: `npm run registry` writes them', async () => {
    expect((await staleRegistries()).map(({ file }) => file)).toEqual([]);
  });

  it('take up a family that is a new folder', async () => {
    const data = `{ family: 'planet', segment: 'planets', idPrefixes: ['pl'], id: 'PlanetId', operations: { list: ['vpc:DescribePlanets'] } }`;
    put('catalogue/families/planet/index.ts', `export const actions = {};\nexport const data = family(${data});\n`);
    const manifests = await textOf('catalogue/families/manifests.ts');
    expect(manifests).toContain(`  planet: {\n    segment: 'planets',\n    idPrefixes: ['pl'],\n    listed: true,\n  },`);
    expect(await textOf('catalogue/families/modules.ts')).toContain(`export * as planet from './planet/index.ts';`);
    expect(await textOf('catalogue/families/loaders.ts')).toContain(`  planet: () => import('./planet/index.ts'),`);
  });

  it('say which file lacks what', async () => {
    const file = 'catalogue/families/planet/index.ts';
    put(file, `export const data = family({ family: 'planet', idPrefixes: ['pl'], operations: {} });\n`);
    await expect(registries(copy)).rejects.toThrow(`${file}: \`data\` lacks \`segment\`.`);
    put(file, `export const data = family({ family: 'comet', segment: 'planets', idPrefixes: ['pl'], operations: {} });\n`);
    await expect(registries(copy)).rejects.toThrow('describes the family "comet"');
    put(file, 'export const data = family({ ...others });\n');
    await expect(registries(copy)).rejects.toThrow('must be a literal');
    put(file, 'export const information = {};\n');
    await expect(registries(copy)).rejects.toThrow('has no `export const data = family({ … });`');
  });
});
