import type { ComponentType } from 'react';
import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { GatewayList } from './list.tsx';
import { type RuleKind, ruleKinds } from './rules.ts';

export const Contained = part(async () => (await import('./contained.tsx')).ContainedGateways);

type OfOne = ComponentType<{ readonly id: string }>;

const Detail = lazyPage(async () => (await import('./detail.tsx')).GatewayDetail);
const Create = part(async () => (await import('./forms.tsx')).CreateGateway);
const Edit = part(async () => (await import('./forms.tsx')).EditGateway);

/** A form of the lazy part for one kind of translation. */
const formOf = (kind: RuleKind, name: 'AddRules' | 'EditRule' | 'AddAcl' | 'EditAcl'): OfOne =>
  part(async () => {
    const { [name]: Form } = await import('./forms.tsx');
    return ({ id }) => <Form kind={kind} id={id} />;
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

export const Pages = familyPages({ List: GatewayList, Detail, Create, Edit, verbs });
