/** Safety tests: what the house rules say of the repository as a whole, where lint cannot say it. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, findAll, isCode, isTest, read, root } from './support/files.ts';

const files = filesIn('.');
const code = files.filter(isCode);
const product = code.filter((path) => /^(?:catalogue|network|simulator|server|src)\//.test(path) && !isTest(path));
const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;

describe('who imports whom', () => {
  /** From a zone, the zones that it may import beside itself. The longest name that fits counts. */
  const arrows: Readonly<Record<string, readonly string[]>> = {
    catalogue: [],
    'network/addresses': ['catalogue'],
    'network/packets': ['catalogue', 'network/addresses'],
    'network/rules': ['catalogue', 'network/addresses', 'network/packets'],
    'network/model': ['catalogue', 'network/addresses', 'network/packets', 'network/rules'],
    'network/routes': ['catalogue', 'network/addresses', 'network/model'],
    'network/paths': ['catalogue', 'network/addresses', 'network/packets', 'network/rules', 'network/model', 'network/routes'],
    'network/testing': ['catalogue', 'network'],
    simulator: ['catalogue', 'network'],
    server: ['catalogue', 'network', 'package.json'],
    'src/ui': ['src/i18n', 'src/stores', 'src/lib'],
    'src/i18n': ['src/stores'],
    'src/stores': ['catalogue', 'src/lib', 'src/i18n', 'src/paths.ts'],
    'src/lib': ['catalogue', 'network', 'src/api/api-error.ts', 'src/stores', 'src/i18n', 'src/paths.ts'],
    'src/paths.ts': ['catalogue', 'src/navigation.ts'],
    'src/navigation.ts': ['catalogue'],
    'src/api': ['catalogue', 'network', 'src/lib', 'src/stores', 'src/i18n', 'src/paths.ts'],
    'src/kit': ['catalogue', 'network', 'src/ui', 'src/api', 'src/lib', 'src/stores', 'src/i18n', 'src/paths.ts'],
    'src/network-model': ['catalogue', 'network', 'src/kit', 'src/ui', 'src/api', 'src/lib', 'src/i18n', 'src/paths.ts'],
    'src/families': [
      'catalogue',
      'network',
      'src/kit',
      'src/ui',
      'src/api',
      'src/lib',
      'src/stores',
      'src/i18n',
      'src/paths.ts',
      'src/navigation.ts',
      'src/network-model',
    ],
    'src/pages': [
      'catalogue',
      'network',
      'src/kit',
      'src/ui',
      'src/api',
      'src/lib',
      'src/stores',
      'src/i18n',
      'src/paths.ts',
      'src/network-model',
    ],
    // Signing in comes before there is a shell to stand in, so it brings the shell's mark and menu itself.
    'src/pages/sign-in': ['src/ui', 'src/api', 'src/i18n', 'src/paths.ts', 'src/shell', 'src/kit/route.ts'],
    src: ['catalogue', 'network', 'src'],
  };
  const zones = Object.keys(arrows).sort((a, b) => b.length - a.length);
  const within = (path: string, zone: string): boolean => path === zone || path.startsWith(`${zone}/`);
  const zoneOf = (path: string): string => zones.find((zone) => within(path, zone)) ?? path;
  const imports = product.flatMap((path) =>
    [...read(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g)].map((match) => ({
      path,
      to: normalize(join(dirname(path), match[1] ?? '')),
    })),
  );

  it('finds imports at all', () => expect(imports.length).toBeGreaterThan(300));

  it('follows the arrows of the house', () => {
    const wrong = imports.filter(({ path, to }) => {
      const zone = zoneOf(path);
      return !within(to, zone) && !(arrows[zone] ?? []).some((allowed) => within(to, allowed));
    });
    expect(wrong.map(({ path, to }) => `${path} → ${to}`)).toEqual([]);
  });

  it('keeps families apart', () => {
    const familyOf = (path: string): string | undefined => /^src\/families\/([^/]+)\//.exec(path)?.[1];
    const wrong = imports.filter(({ path, to }) => familyOf(path) && familyOf(to) && familyOf(path) !== familyOf(to));
    expect(wrong.map(({ path, to }) => `${path} → ${to}`)).toEqual([]);
  });

  it('calls fetch in src/api only', () => {
    const elsewhere = product.filter((path) => path.startsWith('src/') && !path.startsWith('src/api/'));
    expect(findAll(elsewhere, /\bfetch\(|XMLHttpRequest|sendBeacon|new (?:WebSocket|EventSource)/)).toEqual([]);
  });
});

describe('how code is written', () => {
  it('imports one style sheet, so that the order of its layers never hangs on the order of files', () => {
    const importing = product.filter((path) => /^import .*\.css';$/m.test(read(path)));
    expect(importing).toEqual(['src/main.tsx']);
  });

  it('makes the cache’s keys of whole lists and single resources in src/api only: nothing else is kept under them', () => {
    const making = product.filter((path) => !path.startsWith('src/api/') && /keyOf\([^;]*,\s*'(?:all|one)'\)/.test(read(path)));
    expect(making).toEqual([]);
  });

  it('keeps files short, or says in the first line why not', () => {
    const long = code.filter(
      (path) => read(path).split('\n').length > 401 && !read(path).startsWith('// Generated by ') && !/^\/\/ Long: \S/.test(read(path)),
    );
    expect(long).toEqual([]);
  });

  it('exports by name', () => {
    const inTheHouse = code.filter((path) => !/^[^/]+\.config\.ts$/.test(path));
    expect(findAll(inTheHouse, /^export default\b|^export \{[^}]*\bas default\b/)).toEqual([]);
  });

  it('silences a check only with its reason', () => {
    // `any` is an error of lint, so it too stands only where it was silenced.
    expect(findAll(code, /biome-ignore (?!.*: \S.{6,})/)).toEqual([]);
    expect(findAll(code, new RegExp(`@ts-${'ignore'}|@ts-${'nocheck'}|@ts-expect-error *$`))).toEqual([]);
  });

  it('gives every open task its condition: when it is to be done', () => {
    const [todo, fixme] = [`TO${'DO'}`, `FIX${'ME'}`];
    expect(findAll(code, new RegExp(`\\b(?:${todo}|${fixme}|X${'XX'})\\b(?! when | once | if )`))).toEqual([]);
  });

  it('waits for things, never for time, in browser tests', () => {
    const browser = code.filter((path) => path.startsWith('e2e/'));
    expect(findAll(browser, /waitForTimeout|networkidle|\.route\(|(?<!test\.)setTimeout\(/)).toEqual([]);
  });
});

describe('what is written down', () => {
  const texts = files.filter((path) => /\.(?:ts|tsx|mjs|md|json|html|css|yml)$|^\.ci\/|^\.npmrc$/.test(path));

  it('names no machine and no registry', () => {
    // In pieces, so that this file does not find itself.
    const machine = new RegExp(
      [`/wo${'rk'}/`, `/ro${'ot'}/`, `/ho${'me'}/[a-z]`, `regis${'try'}\\.npm`, `npm${'mirror'}`, `deb\\.deb${'ian'}`].join('|'),
    );
    expect(findAll(texts, machine)).toEqual([]);
  });

  it('has links that lead somewhere', () => {
    const broken = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
          .map((match) => join(dirname(path), decodeURI(match[1] ?? '')))
          .filter((target) => !existsSync(join(root, target)))
          .map((target) => `${path} → ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it('tells of every dependency what else was weighed', () => {
    const decisions = files
      .filter((path) => path.startsWith('docs/decisions/'))
      .map(read)
      .join('\n');
    const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    expect(names.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('a family', () => {
  const served = readdirSync(join(root, 'src/families'), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );

  /** "route-table" → "routeTable", as messages are keyed. */
  const areaOf = (family: string): string => family.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

  it.each(served)('%s is in every room', (family) => {
    const rooms = [
      [`catalogue/families/${family}/index.ts`],
      [`catalogue/families/${family}/en.json`],
      [`catalogue/families/${family}/zh.json`],
      [`simulator/families/${family}.ts`, `simulator/families/${family}/index.ts`],
      [`src/i18n/en/${areaOf(family)}.ts`],
      [`src/i18n/zh/${areaOf(family)}.ts`],
      [`src/families/${family}/family.ts`],
      [`e2e/families/${family}.ts`],
    ];
    const missing = rooms.filter((places) => !places.some((path) => existsSync(join(root, path))));
    expect(missing.map(([path]) => path)).toEqual([]);
    for (const registry of ['simulator/families/index.ts', 'e2e/families/index.ts']) {
      expect(read(registry), registry).toContain(`/${family}`);
    }
  });
});

describe('what is installed', () => {
  interface Entry {
    readonly version?: string;
    readonly resolved?: string;
    readonly integrity?: string;
    readonly hasInstallScript?: boolean;
    readonly optional?: boolean;
  }
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> };
  const entries = Object.entries(packages).filter(([path]) => path !== '');

  it('is locked by content and not by place', () => {
    expect(entries.length).toBeGreaterThan(200);
    expect(entries.filter(([, entry]) => entry.resolved !== undefined || !entry.integrity).map(([path]) => path)).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it('runs no scripts of its own', () => {
    expect(entries.filter(([, entry]) => entry.hasInstallScript && !entry.optional).map(([path]) => path)).toEqual([]);
  });

  it('is pinned to exact versions', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('what a browser is sent', () => {
  const built = existsSync(join(root, 'dist/web/index.html'));
  const names = built ? readdirSync(join(root, 'dist/web'), { recursive: true, encoding: 'utf8' }) : [];
  const scripts = names.filter((name) => name.endsWith('.js')).map((name) => join('dist/web', name));

  it.skipIf(!built)('holds nothing of the simulator and nothing that handles secrets', () => {
    expect(scripts.length).toBeGreaterThan(3);
    const work = /createHmac|node:crypto|crypto\.subtle|\/_sim\//;
    expect(scripts.filter((path) => work.test(read(path)))).toEqual([]);
    // The explorer alone speaks of signatures and keys: it shows requests with placeholders, and code for other programs.
    const words = /TC3-HMAC|HmacSHA|SECRET_KEY|secretKey|SecretKey["'`]?:|process\.env/;
    const speaking = scripts.filter((path) => words.test(read(path)));
    expect(speaking.filter((path) => !read(path).includes('tccli'))).toEqual([]);
    expect(speaking.length).toBeLessThan(2);
  });

  it.skipIf(!built)('has no source maps and evaluates no text', () => {
    expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
    expect(scripts.filter((path) => /sourceMappingURL|\bnew Function\(|[^.\w]eval\(/.test(read(path)))).toEqual([]);
  });
});
