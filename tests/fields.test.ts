/** What the documents give, the pages have: parameters of writes in forms, fields of answers on pages; or a reason why not. */
import { describe, expect, it } from 'vitest';
import { type ActionData, type FamilyData, type Field, type Fields, isRead } from '../catalogue/define.ts';
import { familyData, findAction } from '../catalogue/index.ts';
import { plainName } from '../catalogue/names.ts';
import { isTags } from '../src/lib/family.ts';
import { filesIn, isTest, read } from './support/files.ts';

/** Parameters that no form has, by "service:Action name", each with the reason. */
const notAsked: Readonly<Record<string, string>> = {
  'vpc:ReleaseAddresses AddressIds': 'the deletion is of the rows that were chosen',
  'vpc:MigratePrivateIpAddress SourceNetworkInterfaceId': 'the interface that the form stands on',
  'vpc:CreateDefaultVpc Force': 'no page makes default networks: the API explorer has the action',
  'vpc:CreateDefaultVpc Zone': 'likewise',
  'vpc2017:AssociateVip vipId': 'no document lists these addresses, which support sets aside: the API explorer has the action',
  'vpc2017:AssociateVip lanIp': 'likewise',
  'vpc:ModifyAssistantCidr NewCidrBlocks': 'pages add and remove ranges in calls of their own: the API explorer has the action',
  'vpc:ModifyAssistantCidr OldCidrBlocks': 'likewise',
  'vpc:CreateDirectConnectGateway NetworkInstanceId':
    'the VPC of a gateway that the family’s own form makes; one of the CCN kind names none',
};

/** By a part of the name: parameters that pages make themselves. */
const made: readonly (readonly [RegExp, string])[] = [
  [/^vpc2017:Modify\w+NatRule old[A-Z]/, 'the rule as it stood, which the form puts there'],
  [/^vpc2017:Modify(?:Address|Service)(?:Group)?Attribute /, 'id and name, which the list’s own renaming gives'],
  [/^vpc:\w+VpnConnection(?:Attribute)? (?:HealthCheckConfig|BgpConfig)\./, 'the kit draws a structure whole'],
  [/^vpc:\w+NetworkAclQuintupleEntries NetworkAclQuintupleSet\./, 'the form draws a rule whole; one that stands is deleted by its id'],
];

/** Writes that answer the rows as they are now: the page reads its list again, and shows them there. */
const rowsAgain: ReadonlySet<string> = new Set(['vpc:CreateRoutes', 'vpc:ReplaceRoutes', 'vpc:DeleteRoutes']);

const pages = [...filesIn('src'), ...filesIn('network/rule-sets')].filter((path) => /\.tsx?$/.test(path) && !isTest(path));
const sourceOf = (folder: RegExp): string =>
  pages
    .filter((path) => folder.test(path))
    .map(read)
    .join('\n');
/** Tags are the kit's, of whatever family. */
const tags = sourceOf(/^src\/kit\/tags\//);
const shared = sourceOf(/^(?:src\/(?:kit\/rules|pages)|network\/rule-sets)\//);

/** The attributes of each form element, whatever stands in its braces. */
function formsIn(source: string): string[] {
  return [...source.matchAll(/<(?:CreateForm|EditForm|VerbForm|ActionForm|ResourceForm|ContainedForm)\b/g)].map(({ index }) => {
    let depth = 0;
    for (let at = index; at < source.length; at += 1) {
      if (source[at] === '{') depth += 1;
      else if (source[at] === '}') depth -= 1;
      else if (depth === 0 && source[at] === '>' && source[at - 1] !== '=') return source.slice(index, at);
    }
    return '';
  });
}

/** Names as forms give them: quoted in a list of fields, or as a key of what is put in. */
const given = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/['"](\w+)['"]|\b(\w+):|values\.(\w+)|[{,] (\w+)(?=,| \})/g)].flatMap((found) => found.slice(1)));

const words = (text: string): ReadonlySet<string> => new Set(text.match(/[A-Za-z]\w*/g));

/** Fields and those within them, by path; those that only answers carry apart. */
function paths(fields: Fields, at = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.readOnly || isTags(field) ? [] : [at + name, ...within(field, `${at}${name}.`)],
  );
}

const within = (field: Field, at: string): string[] =>
  field.kind === 'struct' ? paths(field.fields, at) : field.kind === 'list' ? within(field.of, at) : [];

interface Offer {
  readonly family: string;
  readonly operation: string;
  readonly name: string;
  readonly data: ActionData;
}

/** What the pages call: of each operation the preferred action. The others are in the API explorer, which has every parameter. */
const offers = Object.values<FamilyData>(familyData).flatMap(({ family, operations, variants = {} }) =>
  [operations, ...Object.values(variants).map((variant) => variant.operations)].flatMap((some) =>
    Object.entries(some).flatMap(([operation, [name = '']]): Offer[] => {
      const data = findAction(name);
      return data ? [{ family, operation, name, data }] : [];
    }),
  ),
);

/** Names of ids and names, which the pages of every family take from its description. */
const described = (family: string): ReadonlySet<string> =>
  new Set(
    Object.values<FamilyData>(familyData)
      .filter((data) => data.family === family)
      .flatMap(({ id, name, nameParam, variants = {} }) => [
        id,
        name,
        nameParam,
        ...Object.values(variants).flatMap((variant) => [variant.id, variant.name]),
      ])
      .flatMap((text) => (text === undefined ? [] : [plainName(text)])),
  );

const rowsOf = (family: string): Fields => {
  const list = offers.find((offer) => offer.family === family && offer.operation === 'list')?.data;
  let field: Field | undefined = { kind: 'struct', fields: list?.results ?? {} };
  for (const step of (list?.paging?.items ?? '').split('.')) field = field?.kind === 'struct' ? field.fields[step] : undefined;
  return field?.kind === 'list' && field.of.kind === 'struct' ? field.of.fields : {};
};

describe('the pages', () => {
  it('ask for every documented parameter of what they call', () => {
    const missing = offers
      .filter(({ data }) => !isRead(data))
      .flatMap(({ family, operation, name, data }) => {
        const source =
          sourceOf(new RegExp(`^src/families/${family}/`)) +
          (family === 'tag' ? tags : family === 'security-group' || family === 'network-acl' ? shared : '');
        const own = formsIn(source).filter((form) => words(/operation=(?:"[^"]*"|\{[^}]*\})/.exec(form)?.[0] ?? '').has(operation));
        if (own.some((form) => !/\bfields=/.test(form))) return [];
        const known = given(source);
        // What a row tells of itself is not asked for.
        const told = new Set([...Object.keys(rowsOf(family)).map(plainName), ...described(family)]);
        return paths(data.params)
          .filter((path) => {
            const last = path.slice(path.lastIndexOf('.') + 1);
            return (
              !known.has(last) &&
              !told.has(plainName(last)) &&
              !notAsked[`${name} ${path}`] &&
              !made.some(([pattern]) => pattern.test(`${name} ${path}`))
            );
          })
          .map((path) => `${name} ${path}`);
      });
    expect(missing).toEqual([]);
  });

  it('show every documented field of what is answered', () => {
    const missing = offers.flatMap(({ family, operation, name, data }) => {
      const source = sourceOf(new RegExp(`^src/families/${family}/`)) + (family === 'tag' ? tags : '');
      const known = words(source.replace(/without=\{\[[^\]]*\]\}/g, ''));
      const drawn = words(
        [...source.matchAll(/draw=\{\{[\s\S]*?\}\}/g), ...source.matchAll(/without=\{\[[^\]]*\]\}/g)].map(([text]) => text).join(' '),
      );
      const generic = /<Properties\b|useStandardTabs|\bstandardFamily\(/.test(source);
      const rows = operation === 'list' ? rowsOf(family) : {};
      // A creation leads to the page of what it has made, which shows the row.
      const rest = isRead(data) || data.kind === 'create' || rowsAgain.has(name) ? {} : data.results;
      const ofRows = paths(rows).filter((path) => {
        const [top = ''] = path.split('.');
        return !(generic && !drawn.has(top)) && !known.has(path.slice(path.lastIndexOf('.') + 1));
      });
      const ofRest = paths(rest).filter((path) => {
        const last = path.slice(path.lastIndexOf('.') + 1);
        return !known.has(last) && data.async?.field !== path;
      });
      return [...ofRows, ...ofRest].map((path) => `${name} ${path}`);
    });
    expect(missing).toEqual([]);
  });
});
