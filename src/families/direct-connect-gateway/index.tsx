import { type ComponentType, lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { GatewayList } from './list.tsx';
import { type RuleKind, ruleKinds } from './rules.ts';

export { ContainedGateways as Contained } from './contained.tsx';

type Forms = typeof import('./forms.tsx');
type OfOne = ComponentType<{ readonly id: string }>;

const Detail = lazy(async () => ({ default: (await import('./detail.tsx')).GatewayDetail }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateGateway }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditGateway }));

/** A form of the lazy part for one kind of translation. */
const formOf = (kind: RuleKind, name: 'AddRules' | 'EditRule' | 'AddAcl' | 'EditAcl'): OfOne =>
  lazy(async () => {
    const forms: Forms = await import('./forms.tsx');
    const Form = forms[name];
    return { default: ({ id }: { readonly id: string }) => <Form kind={kind} id={id} /> };
  });

const verbs: Readonly<Record<string, OfOne>> = Object.fromEntries(
  ruleKinds.flatMap((kind) => [
    [`create${kind.key}`, formOf(kind, 'AddRules')],
    [`update${kind.key}`, formOf(kind, 'EditRule')],
    ...(kind.acl
      ? [[`create${kind.key}Acl`, formOf(kind, 'AddAcl')] as const, [`update${kind.key}Acl`, formOf(kind, 'EditAcl')] as const]
      : []),
  ]),
);

export const Pages = () => <FamilyPages List={GatewayList} Detail={Detail} Create={Create} Edit={Edit} verbs={verbs} />;
