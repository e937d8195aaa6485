import { type ComponentType, Suspense } from 'react';
import { useLocation, useParams } from 'react-router';
import type { FamilyRef } from '../../catalogue/define.ts';
import type { FormOf, VerbOf } from '../../catalogue/row-of.ts';
import { isPart } from '../lib/part.tsx';
import { type ComposedForm, readFamilyPath } from '../paths.ts';
import { ConfirmHost } from './confirm/host.tsx';
import { formState } from './form-origin.ts';
import type { FamilyComponent } from './route.ts';

/** The form of one resource. */
export type OfOne = ComponentType<{ readonly id: string }>;

/** The pages of one kind of resource. All but the list are parts (`part`), which come when they are shown: most visits are to the list. */
export interface VariantPages<F extends FamilyRef = FamilyRef> {
  readonly List: ComponentType;
  readonly Detail: ComponentType<{ readonly id: string; readonly tab: string | undefined }>;
  readonly Create?: ComponentType | undefined;
  readonly Edit?: OfOne | undefined;
  /** The forms of the family's other operations, by operation: `/:id/do/:operation`. */
  readonly verbs?: { readonly [O in VerbOf<F> | ComposedForm<F>]?: OfOne } | undefined;
  /** The forms of operations that are about no single resource of the list, by operation: `/do/:operation`. */
  readonly forms?: { readonly [O in FormOf<F>]?: ComponentType } | undefined;
}

interface FamilyPagesProps extends VariantPages {
  /**
   * The family's variants, by their name in the URL: `/parameter-templates/services`. Their members stand directly
   * under the family, and `prefix` tells them apart.
   */
  readonly variants?: Readonly<Record<string, VariantPages & { readonly prefix: string }>>;
}

/** The tab of a resource's page from which a form was opened: it stays as it is behind the form. */
function tabBehind(back: string | undefined, id: string): string | undefined {
  const steps = (back?.split('?')[0] ?? '').split('/').filter(Boolean);
  return steps[1] === encodeURIComponent(id) ? steps[2] : undefined;
}

/** What a path under the family shows: the list or a resource's page, and the form over it. */
function chosen({ variants = {}, ...main }: FamilyPagesProps, rest: string) {
  const steps = rest.split('/').filter(Boolean);
  const { kind, variant, operation = '' } = readFamilyPath(steps, Object.keys(variants));
  const named = variant === undefined ? undefined : variants[variant];
  // Also of a form that the family does not have: then a resource of that name is looked for, and not found.
  const [id, tab] = named ? steps.slice(1) : steps;
  const byPrefix = Object.values(variants).find(({ prefix }) => id?.slice(0, id.lastIndexOf('-')) === prefix);
  const { List, Detail, Create, Edit, verbs = {}, forms = {} } = named ?? byPrefix ?? main;
  const Creation = kind === 'create' ? Create : undefined;
  const Plain = kind === 'form' && Object.hasOwn(forms, operation) ? forms[operation] : undefined;
  const Form = kind === 'edit' ? Edit : kind === 'verb' && Object.hasOwn(verbs, operation) ? verbs[operation] : undefined;
  return { List, Detail, Creation, Plain, Form, id, tab, operation };
}

/**
 * The pages of a family by what follows its path: nothing (the list), `new`, an id, an id with `edit`, `do/:operation` or
 * a tab; before `new` the name of a variant; or `do/:operation` alone. The page behind a form is the same element as without the
 * form, so nothing in it is lost.
 */
export function familyPages(pages: FamilyPagesProps): FamilyComponent {
  function Pages() {
    const { '*': rest = '' } = useParams();
    const { state } = useLocation();
    const { List, Detail, Creation, Plain, Form, id, tab, operation } = chosen(pages, rest);
    const overList =
      id === undefined || Creation !== undefined || Plain !== undefined || (Form !== undefined && formState(state).over === 'list');
    return (
      <>
        {overList ? <List /> : <Detail key={id} id={id} tab={Form ? tabBehind(formState(state).back, id) : tab} />}
        <Suspense>
          {Creation && <Creation />}
          {Plain && <Plain key={tab} />}
          {Form && id !== undefined && <Form key={`${id} ${tab} ${operation}`} id={id} />}
        </Suspense>
        <ConfirmHost />
      </>
    );
  }
  const preload = async (rest: string): Promise<unknown> => {
    const { Detail, Creation, Plain, Form, id } = chosen(pages, rest);
    const shown = [id === undefined || Creation || Plain ? undefined : Detail, Creation, Plain, Form];
    return Promise.all(shown.map((component) => (isPart(component) ? component.preload() : null)));
  };
  return Object.assign(Pages, { preload });
}
