/** What the catalogue says of the API of today, held against the official SDKs' own data (spec/today.json, by scripts/today.mjs). */
import { describe, expect, it } from 'vitest';
import type { FieldPlace } from './binding.ts';
import type { ActionData, Field, Fields } from './define.ts';
import { additions, actions as allActions, familyModules, splitName } from './index.ts';
import type { FamilyModule } from './module.ts';
import { plainName } from './names.ts';
import { services } from './services.ts';
import today from './spec/today.json' with { type: 'json' };
import { lackingOf } from './translate.ts';

interface SpecField {
  readonly name: string;
  /** "string", "number[]", or the name of a structure. */
  readonly type: string;
  readonly optional?: boolean;
  readonly keys?: readonly string[];
  readonly tokens?: readonly string[];
}

interface SpecService {
  readonly actions: Readonly<
    Record<string, { readonly in: readonly SpecField[]; readonly out: readonly SpecField[]; readonly errors: readonly string[] }>
  >;
  readonly structs: Readonly<Record<string, readonly SpecField[]>>;
}

const spec: Readonly<Record<string, SpecService>> = today;
const actions: Readonly<Record<string, ActionData>> = allActions;
const todays = Object.entries(actions).filter(([, { source }]) => source === 'today');

const simple: Readonly<Record<string, string>> = { integer: 'number', decimal: 'number', flag: 'boolean' };

/** The type that the SDK would give a field; numbers that are texts to us say so by `wire`. */
const typeOf = (field: Field): string =>
  field.wire === 'Integer' ? 'number' : field.kind === 'choice' ? typeof field.values[0] : (simple[field.kind] ?? 'string');

/** What of a field the SDK does not have so; `place` is its path. */
function differences(field: Field, { type, keys = [] }: SpecField, structs: SpecService['structs'], place: string): string[] {
  if (field.kind === 'filters') {
    // The SDK prints the `tag:<key>` of an API as "tag".
    const unknown = Object.keys(field.keys).filter((key) => !keys.includes(key.replace(/:$/, '')));
    return [...(type === 'Filter[]' ? [] : [`${place}: ${type}`]), ...unknown.map((key) => `${place}: no filter ${key}`)];
  }
  if (field.kind === 'list') {
    if (!type.endsWith('[]')) return [`${place}: ${type}, no list`];
    return differences(field.of, { name: '', type: type.slice(0, -2) }, structs, place);
  }
  if (field.kind === 'struct') return structs[type] ? among(field.fields, structs[type], structs, `${place}.`) : [`${place}: ${type}`];
  // Whole numbers beyond what a double holds are marked so; none of ours are.
  return typeOf(field) === type.replace(' | bigint', '') ? [] : [`${place}: ${type}, not ${typeOf(field)}`];
}

const among = (fields: Fields, specs: readonly SpecField[], structs: SpecService['structs'], at: string): string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const known = specs.find((one) => one.name === name);
    return known
      ? differences(field, known, structs, at + name)
      : [`${at}${name}: not in catalogue/spec/today.json, which \`node scripts/today.mjs <cloud.json>\` writes`];
  });

const specOf = (name: string) => {
  const { service, action } = splitName(name);
  return { ...spec[service]?.actions[action], structs: spec[service]?.structs ?? {} };
};

describe('the actions of today', () => {
  it('have names, parameters, results and filters that today’s API has, of its types', () => {
    const found = todays.flatMap(([name, { params, results }]) => {
      const { in: takes = [], out: gives = [], structs } = specOf(name);
      return [...among(params, takes, structs, ''), ...among(results, gives, structs, '→ ')].map((difference) => `${name} ${difference}`);
    });
    expect(todays.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });

  it('take every parameter that today’s API cannot do without, and require no other', () => {
    const wrong = todays.flatMap(([name, { params }]) =>
      (specOf(name).in ?? []).flatMap(({ name: param, optional = false }) =>
        (params[param]?.required ?? false) === !optional ? [] : [`${name} ${param}`],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('are refused with codes that today’s API has', () => {
    expect(
      todays.flatMap(([name, { errors }]) =>
        errors.filter((code) => !specOf(name).errors?.includes(code)).map((code) => `${name} ${code}`),
      ),
    ).toEqual([]);
  });
});

const fieldAt = (fields: Fields, path: string): Field | undefined => {
  const [head = '', ...rest] = path.split('.');
  const field = fields[head];
  if (rest.length === 0 || !field) return field;
  const inner = field.kind === 'list' ? field.of : field;
  return inner.kind === 'struct' ? fieldAt(inner.fields, rest.join('.')) : undefined;
};

const isFilter = (place: FieldPlace): place is { readonly filter: string } =>
  typeof place === 'object' && !Array.isArray(place) && 'filter' in place;

function pathsOf(place: Exclude<FieldPlace, { readonly filter: string }>): readonly string[] {
  if (typeof place === 'string') return [place];
  if ('at' in place && typeof place.at === 'string') return [place.at];
  if (!Array.isArray(place) && 'beside' in place) return Object.values(place.beside).flatMap((one) => (isFilter(one) ? [] : pathsOf(one)));
  if (!Array.isArray(place) && 'among' in place) return Object.values(place.among);
  if (!Array.isArray(place) && 'pairs' in place) return [place.pairs];
  return 'countOf' in place ? [place.countOf] : (place as readonly string[]);
}

const each = (check: (module: FamilyModule, name: string, own: ActionData, theirs: ActionData) => readonly string[]): string[] =>
  familyModules.flatMap((module) =>
    Object.entries(module.today ?? {}).flatMap(([name, { action }]) => {
      const [own, theirs] = [module.actions[name], module.actions[action]];
      if (!own || !theirs) return [`${name} → ${action}: one of them is no action of the family`];
      return check(module, name, own, theirs).map((fault) => `${name}: ${fault}`);
    }),
  );

describe('what today adds to actions of the documents', () => {
  it('is there in today’s API, of its types: parameters, filters, fields of rows, codes', () => {
    const all = additions.flatMap((of) => Object.entries(of)).filter(([name]) => actions[name]);
    const found = all.flatMap(([name, { params = {}, filters, row = {}, results = {}, errors = [] }]) => {
      const { in: takes = [], out: gives = [], errors: codes = [], structs } = specOf(name);
      const list = actions[name]?.paging?.items ?? '';
      const rows = structs[gives.find((field) => field.name === list)?.type.slice(0, -2) ?? ''] ?? [];
      const keys = filters ? { Filters: { kind: 'filters', keys: filters } as const } : {};
      return [
        ...among({ ...params, ...keys }, takes, structs, ''),
        ...among(row, rows, structs, '→ '),
        ...among(results, gives, structs, '→ '),
        ...errors.filter((code) => !codes.includes(code)),
      ].map((difference) => `${name} ${difference}`);
    });
    expect(all.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});

describe('the bindings', () => {
  it('offer beside the operation’s own parameters what the action takes, of the same type', () => {
    const offering = familyModules.flatMap(({ today = {} }) => Object.values(today)).filter(({ offers }) => offers);
    const found = offering.flatMap(({ action, offers = {} }) => {
      const { in: takes = [], structs } = specOf(action);
      const spelled = takes.map((field) => [plainName(field.name), field] as const);
      return Object.entries(offers).flatMap(([name, field]) => {
        const [, known] = spelled.find(([plain]) => plain === plainName(name)) ?? [];
        return known ? differences(field, known, structs, name) : [`${action} takes no ${name}`];
      });
    });
    expect(offering.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });

  it('lead from actions of the documents to actions that today’s API has', () => {
    expect(
      each((module, name) => (services[splitName(module.today?.[name]?.action ?? '').service].protocol === 'api3' ? [] : [name])),
    ).toEqual([]);
  });

  it('say of every parameter where it goes, that it is not needed, or that there is no place for it', () => {
    const found = each((module, name, own, theirs) => {
      const binding = module.today?.[name];
      if (!binding) return [];
      const { lacks = [], drops = [] } = binding;
      const left = lackingOf(
        { binding, own, theirs, rows: binding },
        Object.fromEntries(Object.keys(own.params).map((param) => [param, ''])),
      ).sort();
      const needed = lacks.filter((param) => own.params[param]?.required);
      const idle = [...lacks, ...drops].filter((param) => !own.params[param]);
      return [...(String(left) === String([...lacks].sort()) ? [] : [`lacks ${left}`]), ...needed, ...idle];
    });
    expect(found).toEqual([]);
  });

  it('name places that are there', () => {
    const found = each((module, name, own, theirs) => {
      const { takes = {}, gives = {}, fills = {} } = module.today?.[name] ?? { action: '' };
      const rowsOf = ({ paging, results }: ActionData): Fields => {
        const list = paging ? fieldAt(results, paging.items) : undefined;
        return list?.kind === 'list' && list.of.kind === 'struct' ? list.of.fields : results;
      };
      const filters = Object.values(theirs.params).find((field) => field.kind === 'filters');
      const wrong = (of: Fields, at: Fields, places: typeof takes): string[] =>
        Object.entries(places).flatMap(([field, place]) => {
          if (!of[field]) return [`no field ${field}`];
          if (isFilter(place)) return filters?.kind === 'filters' && filters.keys[place.filter] ? [] : [place.filter];
          return pathsOf(place).filter((path) => !fieldAt(at, path));
        });
      return [
        ...wrong(own.params, theirs.params, takes),
        ...wrong(rowsOf(own), rowsOf(theirs), gives),
        ...Object.keys(fills).filter((param) => !theirs.params[param]),
      ];
    });
    expect(found).toEqual([]);
  });

  it('tell how work is followed that has a task in the documents alone', () => {
    expect(each((module, name, own) => (own.async && !module.today?.[name]?.follow ? ['is not followed'] : []))).toEqual([]);
  });

  it('turn refusals into codes that the action has', () => {
    expect(
      each((module, name, _own, theirs) => {
        const { refusals = {} } = module.today?.[name] ?? { action: '' };
        return Object.values(refusals).filter((code) => !theirs.errors.includes(code));
      }),
    ).toEqual([]);
  });
});
