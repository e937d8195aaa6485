import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ActionData, type Family, type Field, type Fields, families, offeredBy } from '../define.ts';
import { errorCodes, errorFacts } from '../errors.ts';
import { actions as allActions, familyData as allFamilies } from '../index.ts';
import { issues } from '../issues.ts';
import { type Language, languageNames, languages } from '../languages.ts';
import { plainName } from '../names.ts';
import { explain, explanationOf, loadErrorsFor } from './explain.ts';
import { loadErrors, loadProblems, loadText } from './load.ts';
import { fill } from './message.ts';
import { type Message, parseMessage } from './parse.ts';
import { problemText } from './problem.ts';
import { type ErrorWords, type FamilyText, fieldText, keyLike, valueText, type Words } from './shape.ts';

/** A file of texts as it stands, named by its path inside the catalogue. */
const fileOf = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../${path}.json`, import.meta.url), 'utf8')) as T;
const ownText = (language: Language, family: Family): FamilyText => fileOf(`families/${family}/${language}`);
const commonText = (language: Language): Words => fileOf(`text/${language}/common`);

const actionsOf = (family: Family): [string, ActionData][] => {
  const all: Readonly<Record<string, ActionData>> = allActions;
  return offeredBy(allFamilies[family])
    .flat()
    .map((name) => [name, all[name] as ActionData]);
};

interface TextPlace {
  readonly action: string;
  readonly path: string;
  readonly field: Field;
}

function placesIn(action: string, fields: Fields, at = ''): TextPlace[] {
  return Object.entries(fields).flatMap(([name, field]): TextPlace[] => {
    const path = at + name;
    const inner = innermost(field);
    const own = { action, path, field: inner };
    if (inner.kind === 'struct') return [own, ...placesIn(action, inner.fields, `${path}.`)];
    if (inner.kind === 'filters') {
      // The names of the filter structure itself, which the validator's problems point at.
      const parts = ['Name', 'Values'].map((part) => ({ action, path: `${path}.${part}`, field: { kind: 'text' } as const }));
      return [own, ...parts, ...placesIn(action, inner.keys, `${path}.`)];
    }
    return [own];
  });
}

const innermost = (field: Field): Field => (field.kind === 'list' ? innermost(field.of) : field);
const placesOf = (family: Family): TextPlace[] =>
  actionsOf(family).flatMap(([name, action]) => [...placesIn(name, action.params), ...placesIn(name, action.results)]);

/** Choices whose values are what a network engineer calls them anyway. */
const selfExplaining = /(?:Algorithm|DhGroupName|PfsDhGroup|Bandwidth|InternetMaxBandwidthOut|Period|^Proto|OldProto)$/;

/** The key under which a text was found: the whole place, or the plain name. */
const keysFor = ({ action, path }: TextPlace): [string, string] => [`${action}.${path}`, plainName(path.split('.').at(-1) as string)];

describe.each(languageNames)('the words in %s', (language) => {
  describe.each(families)('of %s', (family) => {
    it('name the resource and every action, and no other', async () => {
      const text = ownText(language, family);
      expect([text.one, text.many, text.what].every((words) => words.trim() !== '')).toBe(true);
      expect(Object.keys(text.actions).sort()).toEqual(
        actionsOf(family)
          .map(([name]) => name)
          .sort(),
      );
      expect(Object.values(text.actions).filter(({ title }) => title.trim() === '')).toEqual([]);
    });

    it('name every parameter, result and filter', async () => {
      const text = await loadText(language, family);
      const nameless = placesOf(family).filter((place) => !keysFor(place).some((key) => keyLike(text.fields, key) !== undefined));
      const lacking = nameless.map((place) => `${keysFor(place)[0]} has no label: neither under this place nor as "${keysFor(place)[1]}"`);
      expect([...new Set(lacking)]).toEqual([]);
    });

    it('name every value that does not speak for itself', async () => {
      const text = await loadText(language, family);
      const wordless = placesOf(family).flatMap((place) => {
        const { field } = place;
        if (field.kind !== 'choice' || selfExplaining.test(keysFor(place)[1])) return [];
        const words = keysFor(place)
          .map((key) => text.values?.[key])
          .find((found) => found !== undefined);
        return field.values.filter((value) => !words?.[String(value)]).map((value) => `${keysFor(place)[1]} ${value}`);
      });
      expect([...new Set(wordless)]).toEqual([]);
    });

    it('have no key that nothing uses, and repeat no common one', async () => {
      const [text, common] = [ownText(language, family), commonText(language)];
      const used = new Set(placesOf(family).flatMap(keysFor));
      expect(Object.keys(text.fields).filter((key) => !used.has(key))).toEqual([]);
      expect(Object.keys(text.values ?? {}).filter((key) => !used.has(key))).toEqual([]);
      const same = (key: string): boolean => JSON.stringify(text.fields[key]) === JSON.stringify(common.fields[key]);
      expect(Object.keys(text.fields).filter((key) => Object.hasOwn(common.fields, key) && same(key))).toEqual([]);
      const sameValues = (key: string): boolean => JSON.stringify(text.values?.[key]) === JSON.stringify(common.values?.[key]);
      expect(Object.keys(text.values ?? {}).filter(sameValues)).toEqual([]);
    });

    it('have no word for a value that cannot be', async () => {
      const text = ownText(language, family);
      const idle = Object.entries(text.values ?? {}).flatMap(([key, words]) => {
        const possible = placesOf(family).flatMap((place) =>
          keysFor(place).includes(key) && place.field.kind === 'choice' ? place.field.values.map(String) : [],
        );
        return Object.keys(words)
          .filter((value) => possible.length > 0 && !possible.includes(value))
          .map((value) => `${key} ${value}`);
      });
      expect(idle).toEqual([]);
    });

    it('are short labels and whole sentences', async () => {
      const text = ownText(language, family);
      const sentences = [
        text.what,
        ...Object.values(text.actions).flatMap(({ what }) => what ?? []),
        ...Object.values(text.fields).flatMap(({ help }) => help ?? []),
      ];
      const labels = [...Object.values(text.actions).map(({ title }) => title), ...Object.values(text.fields).map(({ label }) => label)];
      expect(sentences.filter((words) => !/[.。]$/.test(words))).toEqual([]);
      expect(labels.filter((words) => /[.。]$/.test(words) || words.length > 50)).toEqual([]);
    });
  });

  it('use every common key somewhere', async () => {
    const common = commonText(language);
    const used = new Set(families.flatMap((family) => placesOf(family).flatMap(keysFor)));
    expect(Object.keys(common.fields).filter((key) => !used.has(key))).toEqual([]);
    expect(Object.keys(common.values ?? {}).filter((key) => !used.has(key))).toEqual([]);
  });

  it('explain every error code, and no other', async () => {
    const texts = await loadErrors(language, ...families);
    expect(Object.keys(texts).sort()).toEqual([...errorCodes].sort());
    expect(Object.values(texts).filter(({ means, todo }) => !/[.。]$/.test(means) || !/[.。]$/.test(todo))).toEqual([]);
  });

  it('explain the codes of a family beside its other words, and those of several in common', () => {
    const placed = [
      ...Object.keys(fileOf<ErrorWords>(`text/${language}/errors`).codes).map((code) => [code, undefined]),
      ...families.flatMap((family) => Object.keys(ownText(language, family).errors ?? {}).map((code) => [code, family])),
    ] as const;
    expect(placed.filter(([code = '', family]) => errorFacts(code)?.family !== family)).toEqual([]);
    expect(placed).toHaveLength(errorCodes.length);
  });

  it('have a sentence for every issue', async () => {
    const problems = await loadProblems(language);
    expect(Object.keys(problems.issues).sort()).toEqual([...issues].sort());
  });
});

/** Every text of a module with its key. */
function textsIn(value: unknown, at = ''): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at}/${key}`));
}

/** The values that a message asks for. */
const namesIn = (message: Message): string[] =>
  [
    ...new Set(
      message.flatMap((part) =>
        typeof part === 'string' ? [] : [part.name, ...('forms' in part ? [...part.forms.values()].flatMap(namesIn) : [])],
      ),
    ),
  ].sort();

const sharedFiles = ['common', 'problems', 'errors', 'regions', 'language'];
const textFiles = (language: Language): [string, string][] => [
  ...sharedFiles.map((name): [string, string] => [name, `text/${language}/${name}`]),
  ...families.map((family): [string, string] => [family, `families/${family}/${language}`]),
];
const pathOf = (language: Language, name: string): string => new Map(textFiles(language)).get(name) ?? '';

describe.each(languageNames)('the language %s', (language) => {
  it.each(textFiles('en').map(([name]) => name))('says the same things as English: %s', (name) => {
    const [english, own] = [textsIn(fileOf(pathOf('en', name))), textsIn(fileOf(pathOf(language, name)))];
    expect(own.map(([key]) => key)).toEqual(english.map(([key]) => key));
    expect(own.map(([, text]) => namesIn(parseMessage(text)))).toEqual(english.map(([, text]) => namesIn(parseMessage(text))));
  });

  it.each(textFiles(language).filter(([name]) => name !== 'language'))('is written as it should be: %s', (_, path) => {
    const texts = textsIn(fileOf(path)).map(([, text]) => text);
    // Western commas and full stops after a Han character are slips of the pen.
    const slip = languages[language].tag.startsWith('zh') ? /[\u4e00-\u9fff][,.;:?!]/ : /[\u3000-\u9fff\uff00-\uffef]/;
    expect(texts.filter((text) => slip.test(text))).toEqual([]);
  });
});

describe('how many of what', () => {
  it.each([
    ['en', 1, '1 VPC'],
    ['en', 3, '3 VPCs'],
    ['zh', 3, '3 个私有网络'],
  ] as const)('is said in %s of %i', async (language, n, said) => {
    const { counted } = await loadText(language, 'vpc');
    expect(fill(counted, { n }, languages[language].tag).join('')).toBe(said);
  });

  it.each(languageNames)('has the plural forms of its language: %s', (language) => {
    const categories = [...new Intl.PluralRules(languages[language].tag).resolvedOptions().pluralCategories].sort();
    const wrong = families.flatMap((family) => {
      const text = ownText(language, family);
      return [text, ...Object.values(text.variants ?? {})].flatMap(({ counted }) => {
        const [plural, ...rest] = parseMessage(counted);
        const forms = typeof plural === 'object' && 'forms' in plural && rest.length === 0 ? [...plural.forms.keys()].sort() : [];
        return forms.join() === categories.join() ? [] : [`${family}: ${counted}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('finding a text', () => {
  it('looks at the whole place first, then at the name in either generation’s spelling', async () => {
    const text = await loadText('en', 'vpc');
    expect(fieldText(text, 'vpc:CreateVpc', 'VpcName').label).toBe('Name');
    expect(fieldText(text, 'vpc2017:CreateVpc', 'vpcName').label).toBe('Name');
    expect(fieldText(text, 'vpc:DescribeVpcs', 'Filters.vpc-name').label).toBe('Name');
    expect(fieldText(text, 'vpc2017:CreateVpc', 'subnetSet.0.cidrBlock').help).toContain('must not overlap');
    expect(fieldText(text, 'vpc:DescribeVpcs', 'Filters.VPC-NAME' as string).label).toBe('Name');
    expect(fieldText(text, 'vpc:DescribeVpcs', 'Filters.0.Values.2' as string).label).toBe('Values');
    expect(fieldText(text, 'vpc:CreateVpc', 'NoSuchThing' as string).label).toBe('NoSuchThing');
    expect(fieldText(text, 'vpc:CreateVpc', 'constructor' as string).label).toBe('constructor');
  });

  it('finds words for values', async () => {
    const text = await loadText('zh', 'task');
    expect(valueText(text, 'vpc2017:DescribeVpcTaskResult', 'data.status', 2)).toBe('执行中');
    expect(valueText(text, 'vpc2017:DescribeVpcTaskResult', 'data.status', 9 as number)).toBe('9');
  });

  it('is loaded once', async () => {
    expect(loadText('en', 'vpc')).toBe(loadText('en', 'vpc'));
    expect(await loadText('en', 'vpc')).not.toBe(await loadText('zh', 'vpc'));
  });
});

describe('problemText', () => {
  it('fills in the limit, in words where it is a type or an id', async () => {
    const [en, zh] = await Promise.all([loadProblems('en'), loadProblems('zh')]);
    expect(problemText(en, { path: 'X', issue: 'too-long', limit: 60 })).toBe('Too long: the limit is 60 characters.');
    expect(problemText(zh, { path: 'X', issue: 'type', limit: 'integer' })).toBe('此项须为整数。');
    expect(problemText(en, { path: 'X', issue: 'host-bits', limit: '10.0.0.0/8' })).toContain('Did you mean 10.0.0.0/8?');
    const vpc = { kind: 'ref', family: 'vpc' } as const;
    expect(problemText(en, { path: 'X', issue: 'not-an-id', field: vpc, limit: 'vpc' })).toContain('vpc-1a2b3c4d');
    const group = { kind: 'ref', family: 'parameter-template', prefix: 'ppmg' } as const;
    expect(problemText(zh, { path: 'X', issue: 'not-an-id', field: group, limit: 'parameter-template' })).toContain('ppmg-1a2b3c4d');
    const bytes = { kind: 'text', max: 60, unit: 'byte' } as const;
    expect(problemText(en, { path: 'X', issue: 'too-long', field: bytes, limit: 60 })).toContain('60 bytes');
  });

  it('is not confused by a limit that looks like a replacement pattern', async () => {
    expect(problemText(await loadProblems('en'), { path: 'X', issue: 'not-a-choice', limit: "$&, $'" })).toContain("$&, $'");
  });
});

describe('explain', () => {
  it.each([
    ['InvalidParameterValue.Foo', 'InvalidParameterValue', false],
    ['InvalidParameterValue.Malformed.Deep', 'InvalidParameterValue.Malformed', false],
    ['InvalidGadget.NotFound', 'ResourceNotFound', false],
    ['GadgetLimitExceeded', 'LimitExceeded', false],
    ['RequestLimitExceeded.UinLimitExceeded', 'RequestLimitExceeded', true],
    ['InternalError', 'InternalError', true],
  ])('%s is explained as %s', async (code, known, retry) => {
    expect(await explain(code, 'en')).toMatchObject({ code: known, retry });
  });

  it('finds the words of a family’s own code with the family', async () => {
    expect(await explain('InvalidFlowLogName', 'en')).toMatchObject({
      code: 'InvalidFlowLogName',
      means: expect.stringContaining('flow log'),
    });
    const texts = await loadErrorsFor(['InvalidFlowLogName', 'LimitExceeded'], 'en');
    expect(Object.keys(texts)).toEqual(expect.arrayContaining(['FlowLogIDNotFound', 'LimitExceeded']));
    expect(texts).not.toHaveProperty('NatGatewayEipNotEmpty');
  });

  it('says nothing of what it does not know', async () => {
    const texts = await loadErrors('zh', ...families);
    for (const code of ['', 'Gadget', 'constructor', '__proto__', '.']) expect(explanationOf(texts, code)).toBeNull();
  });
});
