/** A group's rules carried to another place, where other groups and templates stand. */
import { expand, type References } from '../../../../network/index.ts';
import { type Direction, directions, type FarEnd, policyOf, type Rule, type RuleSet, wholly } from './model.ts';

/** What there is at the other place. */
export interface There {
  /** Ids that mean the same there. */
  readonly ids: ReadonlySet<string>;
  /** Ids there by the names that they have there; groups and templates apart, since their names may be the same. */
  readonly groups: ReadonlyMap<string, string>;
  readonly templates: ReadonlyMap<string, string>;
}

export interface Carried {
  readonly rules: RuleSet;
  /** Rules that cannot be carried: they name a group that is not there, or a template that nobody knows. */
  readonly left: readonly { readonly direction: Direction; readonly index: number; readonly rule: Rule; readonly names: string }[];
  /** Templates that are not there, and were written out. */
  readonly writtenOut: readonly string[];
}

/** Stands for the new group, whose id is not known before it is made. */
export const itself = 'itself';

/** `nameOf` tells the names that ids have here; `self` is the group that is carried. */
export function carry(set: RuleSet, self: string, there: There, references: References, nameOf: (id: string) => string): Carried {
  const left: Carried['left'][number][] = [];
  const writtenOut = new Set<string>();
  const found = (id: string, byName: ReadonlyMap<string, string>): string | undefined => (there.ids.has(id) ? id : byName.get(nameOf(id)));

  const carried = (direction: Direction, rule: Rule, index: number): Rule[] => {
    const drop = (names: string): Rule[] => {
      left.push({ direction, index, rule, names });
      return [];
    };
    let { far, service } = rule;
    if (far.kind === 'group') {
      const id = far.id === self ? itself : found(far.id, there.groups);
      if (id === undefined) return drop(far.id);
      far = { kind: 'group', id };
    }
    const farTemplate = far.kind === 'template' ? found(far.id, there.templates) : undefined;
    if (far.kind === 'template' && farTemplate !== undefined) far = { kind: 'template', id: farTemplate };
    const serviceTemplate = service.kind === 'template' ? found(service.id, there.templates) : undefined;
    if (service.kind === 'template' && serviceTemplate !== undefined) service = { kind: 'template', id: serviceTemplate };
    const whole = (far.kind !== 'template' || farTemplate !== undefined) && (service.kind !== 'template' || serviceTemplate !== undefined);
    if (whole) return [{ ...rule, far, service }];

    // Written out: each address of the template with each of its services, in order, which matches the same packets.
    const only: Rule = {
      ...rule,
      far: far.kind === 'template' && farTemplate === undefined ? far : { kind: 'address', cidr: '0.0.0.0/0' },
      service: service.kind === 'template' && serviceTemplate === undefined ? service : { kind: 'ports', protocol: 'ALL', port: 'ALL' },
    };
    const { rules, unresolved } = expand([policyOf(only)], references);
    if (unresolved.length > 0) return drop(unresolved.map(({ reference }) => reference).join(', '));
    // A range of addresses is no block, and a rule takes blocks only.
    if (only.far.kind === 'template' && rules.some(({ cidr }) => cidr.includes('-'))) return drop(only.far.id);
    if (only.far.kind === 'template') writtenOut.add(only.far.id);
    if (only.service.kind === 'template') writtenOut.add(only.service.id);
    return rules.map(({ protocol, port, cidr }): Rule => {
      const address: FarEnd = only.far.kind === 'template' ? { kind: 'address', cidr } : far;
      return {
        ...rule,
        far: address,
        service: only.service.kind === 'template' ? { kind: 'ports', protocol, port: port.toUpperCase() } : service,
      };
    });
  };

  const rules = Object.fromEntries(
    directions.map((direction) => {
      const all = set[direction].flatMap((rule, index) => carried(direction, rule, index));
      return [direction, [...new Map(all.map((rule) => [wholly(rule), rule])).values()]];
    }),
  ) as unknown as RuleSet;
  return { rules, left, writtenOut: [...writtenOut] };
}

/** The rules with the new group's id where they name it. */
export const withSelf = (set: RuleSet, id: string): RuleSet => {
  const named = (rules: readonly Rule[]): Rule[] =>
    rules.map((rule) => (rule.far.kind === 'group' && rule.far.id === itself ? { ...rule, far: { kind: 'group', id } } : rule));
  return { ingress: named(set.ingress), egress: named(set.egress) };
};
