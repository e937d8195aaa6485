import { useSearchParams } from 'react-router';
import type { Field } from '../../../catalogue/define.ts';
import { useT } from '../../i18n/index.ts';
import { Control } from '../../kit/form/controls.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { ControlProps } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useFamily } from '../../kit/words.ts';
import type { Params } from '../../lib/family.ts';
import { blankOf, type FormValues } from '../../lib/form.ts';
import { textOf } from '../../lib/text.ts';
import { Notice } from '../../ui/status.tsx';
import { type GatewayRuleKind, type NarrowedRuleKind, nameOfRule, ofGateway, old, readNatRules } from './rules.ts';

interface OfKind<K = GatewayRuleKind> {
  readonly kind: K;
  readonly id: string;
}

const told = <P extends string>(search: URLSearchParams, fields: readonly P[]) =>
  Object.fromEntries(fields.map((field) => [field, search.get(field) ?? ''])) as { readonly [K in P]?: string };

/** Rows of new rules; the first is there at once. */
function NewRows(props: ControlProps) {
  const rows = Array.isArray(props.value) ? props.value : [];
  const { field } = props;
  const first = rows.length === 0 && field.kind === 'list' ? [blankOf(field.of)] : rows;
  return <Control {...props} value={first} />;
}

/** One rule of a list that may hold many: the list's own buttons would promise what this form is not for. */
function OneRow({ field, value, path, onChange, ...props }: ControlProps) {
  if (field.kind !== 'list' || field.of.kind !== 'struct') return null;
  const [row = {}] = (Array.isArray(value) ? value : []) as FormValues[];
  const { aclRuleId: _own, ...fields } = field.of.fields;
  const shown: Field = { ...field.of, fields };
  return (
    <Control {...props} path={`${path}.0`} field={shown} value={row} onChange={(next) => onChange([{ ...row, ...(next as FormValues) }])} />
  );
}

export const AddRules = ({ kind, id }: OfKind) => (
  <VerbForm
    family="direct-connect-gateway"
    operation={`create${kind.key}`}
    id={id}
    precondition="adds"
    fixedFrom={(gateway) => paramValues(ofGateway(gateway))}
    components={{ [kind.set]: NewRows }}
  />
);

/** The present values stand in the URL: they are the only name that a translation has. */
export function EditRule({ kind, id }: OfKind) {
  const t = useT();
  const [search] = useSearchParams();
  const { module } = useFamily('direct-connect-gateway');
  const was = told(search, kind.fields.map(old));
  const identity = Object.fromEntries(kind.fields.map((field) => [field, was[old(field)]]));
  return (
    <VerbForm
      edits
      family="direct-connect-gateway"
      operation={`update${kind.key}`}
      id={id}
      about={nameOfRule(kind, identity)}
      precondition={{
        shown: () => ({ [nameOfRule(kind, identity)]: search.get('description') ?? '' }),
        read: async (_, { scope, row }) => {
          const rules = await readNatRules(scope, module, `list${kind.key}s`, ofGateway(row));
          const rule = rules.find((one) => kind.fields.every((field) => textOf(one[field]) === identity[field]));
          return { [nameOfRule(kind, identity)]: rule ? textOf(rule.description) : null };
        },
      }}
      fixedFrom={(gateway) => paramValues({ ...ofGateway(gateway), ...was })}
      note={() => <Notice meaning="warning" title={t('directConnectGateway.breaks')} />}
      done={() => t('directConnectGateway.changed', { rule: nameOfRule(kind, told(search, kind.fields)) })}
    />
  );
}

export function AddAcl({ kind, id }: OfKind<NarrowedRuleKind>) {
  const [search] = useSearchParams();
  return (
    <VerbForm
      family="direct-connect-gateway"
      operation={`create${kind.key}Acl`}
      id={id}
      precondition="adds"
      fixedFrom={(gateway) => paramValues({ ...ofGateway(gateway), ...told(search, kind.fields) })}
      components={{ aclRules: NewRows }}
    />
  );
}

export function EditAcl({ kind, id }: OfKind<NarrowedRuleKind>) {
  const [search] = useSearchParams();
  const { module } = useFamily('direct-connect-gateway');
  const parts = kind.acl;
  const own = search.get('aclRuleId') ?? '';
  const partsOf = (rule: Params | undefined): Params | null =>
    rule ? Object.fromEntries(parts.map((part) => [part, textOf(rule[part])])) : null;
  return (
    <VerbForm
      edits
      family="direct-connect-gateway"
      operation={`update${kind.key}Acl`}
      id={id}
      about={nameOfRule(kind, told(search, kind.fields))}
      precondition={{
        shown: () => ({ [own]: partsOf(told(search, parts)) }),
        read: async (_, { scope, row }) => {
          const rules = await readNatRules(scope, module, `list${kind.key}Acl`, { ...ofGateway(row), ...told(search, kind.fields) });
          return { [own]: partsOf(rules.find(({ aclRuleId }) => textOf(aclRuleId) === own)) };
        },
      }}
      fixedFrom={(gateway) => paramValues({ ...ofGateway(gateway), ...told(search, kind.fields) })}
      initialFrom={() => paramValues({ aclRules: [told(search, ['aclRuleId', ...parts])] })}
      components={{ aclRules: OneRow }}
    />
  );
}
