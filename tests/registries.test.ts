/** The generated registries: current, and made of nothing but the folders that are there. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../catalogue/languages.ts';
import { root } from './support/files.ts';

interface Registry {
  readonly file: string;
  readonly text: string;
}

const { registries, staleRegistries } = (await import(join(root, 'scripts/registry.mjs'))) as {
  registries: (root?: string) => Promise<Registry[]>;
  staleRegistries: (root?: string) => Promise<Registry[]>;
};

/** A copy of the folders that are read. Tests add to it, and what they added is gone after each. */
let copy: string;
let added: string[] = [];
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'weft-registries-'));
  for (const folder of ['catalogue', 'network', 'simulator', 'src', 'e2e'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
}, 60_000);
afterEach(() => {
  for (const path of added) rmSync(path, { recursive: true, force: true });
  added = [];
});
afterAll(() => rmSync(copy, { recursive: true }), 60_000);

const isOurs = (file: string): boolean => existsSync(join(root, file));
const put = (file: string, text: string): void => {
  if (isOurs(file)) throw new Error(`${file} would not be as it was for the next test`);
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
  added.push(join(copy, isOurs(dirname(file)) ? file : dirname(file)));
};
/** The texts of all lists as the copy stands now, by their files. */
async function written(): Promise<(file: string) => string> {
  const texts = new Map((await registries(copy)).map(({ file, text }) => [file, text]));
  return (file) => texts.get(file) ?? '';
}

describe('the generated registries', () => {
  it('are current: `npm run registry` writes them', async () => {
    expect((await staleRegistries()).map(({ file }) => file)).toEqual([]);
  });

  const index = 'catalogue/families/planet/index.ts';
  const texts = JSON.stringify({ one: 'planet', many: 'planets', what: 'A planet.', actions: {}, fields: {} });

  const addPlanet = (): void => {
    const data = `{ family: 'planet', segment: 'planets', idPrefixes: ['pl'], errors: { quota: { TooFull: [] } }, operations: { list: [] } }`;
    put(index, `export const actions = {};\nexport const data = family(actions, ${data});\n`);
    for (const language of Object.keys(languages)) put(`catalogue/families/planet/${language}.json`, texts);
  };
  const addEsperanto = (): void => {
    const folder = join(copy, 'catalogue/text');
    cpSync(join(folder, 'en'), join(folder, 'eo'), { recursive: true });
    added.push(join(folder, 'eo'));
    put('catalogue/text/eo/language.json', JSON.stringify({ name: 'Esperanto', tag: 'eo' }));
    for (const family of readdirSync(join(copy, 'catalogue/families'), { withFileTypes: true })) {
      if (family.isDirectory()) put(`catalogue/families/${family.name}/eo.json`, texts);
    }
  };

  it('take up a family that is a new folder', async () => {
    addPlanet();
    const manifest = `  planet: { segment: 'planets', idPrefixes: ['pl'], listed: true },`;
    const textOf = await written();
    expect(textOf('catalogue/families/manifests.ts')).toContain(manifest);
    expect(textOf('catalogue/families/modules.ts')).toContain(`export * as planet from './planet/index.ts';`);
    expect(textOf('catalogue/families/loaders.ts')).toContain(`  planet: () => import('./planet/index.ts'),`);
    expect(textOf('catalogue/families/errors.ts')).toContain(`  planet: { quota: { TooFull: [] } },`);
  });

  it('take up a language that is a new folder', async () => {
    addPlanet();
    addEsperanto();
    const textOf = await written();
    expect(textOf('catalogue/text/languages.ts')).toContain(`  eo: { name: 'Esperanto', tag: 'eo' },`);
    expect(textOf('catalogue/text/region-names.ts')).toMatch(/en: 'Guangzhou', .*\beo: 'Guangzhou', .*zh: '广州'/);
    const loaders = textOf('catalogue/text/loaders.ts');
    expect(loaders).toContain(`  eo: {\n    common: () => import('./eo/common.json', { with: { type: 'json' } }),`);
    expect(loaders).toContain(`      planet: () => import('../families/planet/eo.json', { with: { type: 'json' } }),`);
  });

  it('take up the texts of a folder, what they ask for, and which a language lacks', async () => {
    addEsperanto();
    const rows = '{n, plural, one {# row} other {# rows of {of}}}, {state, select, up {up} other {down}}';
    put('src/families/outer-planet/en.json', JSON.stringify({ title: 'Planets', rows }));
    put('src/families/outer-planet/eo.json', JSON.stringify({ title: 'Planedoj' }));
    const messages = (await written())('src/i18n/messages.ts');
    expect(messages).toContain(`  readonly outerPlanet: typeof import('../families/outer-planet/en.json');`);
    expect(messages).toContain(`  readonly 'outerPlanet.rows': { readonly n: number; readonly of: V; readonly state: 'up' | 'other' };`);
    expect(messages).not.toContain(`'outerPlanet.title'`);
    expect(/\beo: \[([^\]]*)\]/.exec(messages)?.[1]).toMatch(/'kit', .*'outerPlanet'/);
    put('src/families/outer-planet/en.json', JSON.stringify({ rows: '{n|one # row|other # rows}' }));
    await expect(registries(copy)).rejects.toThrow('src/families/outer-planet/en.json, "rows": No message from');
    rmSync(join(copy, 'src/families/outer-planet/en.json'));
    await expect(registries(copy)).rejects.toThrow('src/families/outer-planet has texts, but no en.json');
  });

  it('name a page that the navigation forgets, and a place whose page is missing', async () => {
    put('src/pages/flows/route.ts', 'export const route = {\n  icon: Wind,\n};\n');
    await expect(registries(copy)).rejects.toThrow('the page "flows" stands nowhere: enter it in pagesInOrder of src/navigation.ts');
    const navigation = join(copy, 'src/navigation.ts');
    const order = readFileSync(navigation, 'utf8');
    try {
      writeFileSync(navigation, order.replace('pagesInOrder = [', "pagesInOrder = ['comets', 'flows', "));
      await expect(registries(copy)).rejects.toThrow('src/pages/comets/route.ts is missing');
    } finally {
      writeFileSync(navigation, order);
    }
  });

  it('say which file is missing or lacks what', async () => {
    addPlanet();
    addEsperanto();
    rmSync(join(copy, 'catalogue/families/planet/eo.json'));
    await expect(registries(copy)).rejects.toThrow('catalogue/families/planet/eo.json is missing');
    put('catalogue/families/planet/eo.json', '{');
    await expect(registries(copy)).rejects.toThrow('catalogue/families/planet/eo.json is no JSON');
    put('catalogue/families/planet/eo.json', texts);
    put('src/families/planet/family.ts', '');
    put(
      index,
      `export const data = family(actions, { family: 'planet', segment: 'planets', idPrefixes: ['pl'], icon: 'Jupiter', operations: {} });\n`,
    );
    await expect(registries(copy)).rejects.toThrow(`${index}: \`icon\` of \`data\` is Jupiter, which lucide does not have.`);
    put(index, `export const data = family(actions, { family: 'planet', idPrefixes: ['pl'], operations: {} });\n`);
    await expect(registries(copy)).rejects.toThrow(`${index}: \`data\` lacks \`segment\`.`);
    put(index, `export const data = family(actions, { family: 'comet', segment: 'planets', idPrefixes: ['pl'], operations: {} });\n`);
    await expect(registries(copy)).rejects.toThrow('describes the family "comet"');
    put(index, 'export const data = family(actions, { ...others });\n');
    await expect(registries(copy)).rejects.toThrow('must be a literal');
    put(index, 'export const information = {};\n');
    await expect(registries(copy)).rejects.toThrow('has no `export const data = family(actions, { … });`');
  });
});
