import { Pencil, Plus, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import type { PrefillOf, VerbOf } from '../../../catalogue/row-of.ts';
import { fieldText } from '../../../catalogue/text/shape.ts';
import { toApiError } from '../../api/api-error.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useFormOrigin } from '../../kit/form-origin.ts';
import { useFamily } from '../../kit/words.ts';
import { type AnyRow, type Params, requireOperation } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { textOf } from '../../lib/text.ts';
import { paths } from '../../paths.ts';
import { buttonClass, IconButton } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useAsked } from './rule-actions.tsx';
import { type Gateway, type NarrowedRuleKind, ofGateway, readNatRules, useNatRows } from './rules.ts';

type Prefill = { readonly [K in PrefillOf<'direct-connect-gateway', VerbOf<'direct-connect-gateway'>>]?: string };

interface AclRulesProps {
  readonly gateway: Gateway;
  readonly kind: NarrowedRuleKind;
  /** What names the translation in the calls. */
  readonly rule: Params;
}

/** The packets that a translation is narrowed to. Without any it takes all. */
export function AclRules({ gateway, kind, rule }: AclRulesProps) {
  const t = useT();
  const scope = useScope();
  const state = useFormOrigin();
  const { module, text } = useFamily('direct-connect-gateway');
  const asked = useAsked();
  const list = requireOperation(module, `list${kind.key}Acl`);
  const acl = useNatRows(`list${kind.key}Acl`, { ...ofGateway(gateway), ...rule });
  const fields = kind.acl;
  const form = (operation: VerbOf<'direct-connect-gateway'>, given: Params = {}) =>
    paths.verb('direct-connect-gateway', gateway.directConnectGatewayId, operation, scope, { ...rule, ...given } as Prefill);
  const remove = (row: AnyRow): void =>
    void asked(
      `delete${kind.key}Acl`,
      { ...ofGateway(gateway), ...rule, aclRules: [Number(row.aclRuleId)] },
      fields.map((field) => String(row[field] || '*')).join(' '),
      async () => {
        const now = await readNatRules(scope, module, `list${kind.key}Acl`, { ...ofGateway(gateway), ...rule });
        return now.some((one) => ['aclRuleId', ...fields].every((field) => textOf(one[field]) === textOf(row[field])));
      },
    );
  const nameOf = (row: AnyRow): string => fields.map((field) => String(row[field] || t('directConnectGateway.any'))).join(' ');
  return (
    <section aria-label={t('directConnectGateway.acl')} className="flex flex-col gap-2">
      {acl.isPending && <Spinner label={t('ui.loading')} />}
      {acl.error && (
        <ErrorPlace error={toApiError(acl.error)} title={t('directConnectGateway.failed')} onRetry={() => void acl.refetch()} />
      )}
      {acl.data?.length === 0 && <p className="text-muted">{t('directConnectGateway.noAcl')}</p>}
      {acl.data && acl.data.length > 0 && (
        <div className="overflow-x-auto">
          <table className="grid-table">
            <thead>
              <tr>
                {fields.map((field) => (
                  <th key={field} scope="col">
                    {fieldText(text, list.name, field).label}
                  </th>
                ))}
                <th scope="col" data-actions="">
                  <span className="sr-only">{t('kit.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {acl.data.map((row) => (
                <tr key={String(row.aclRuleId)}>
                  {fields.map((field) => (
                    <td key={field}>
                      <Code>{String(row[field] || t('directConnectGateway.any'))}</Code>
                    </td>
                  ))}
                  <td data-actions="">
                    <span className="inline-flex gap-1">
                      <Link
                        to={form(`update${kind.key}Acl`, {
                          aclRuleId: row.aclRuleId,
                          ...Object.fromEntries(fields.map((f) => [f, row[f]])),
                        })}
                        state={state}
                        aria-label={t('kit.form.titleOf', { title: t('kit.edit'), name: nameOf(row) })}
                        title={t('kit.edit')}
                        className="quick inline-flex size-6 items-center justify-center rounded hover:bg-hover"
                      >
                        <Pencil aria-hidden="true" className="size-4" />
                      </Link>
                      <IconButton
                        size="sm"
                        label={t('kit.form.titleOf', { title: t('kit.delete'), name: nameOf(row) })}
                        icon={<Trash2 aria-hidden="true" className="size-4" />}
                        onClick={() => remove(row)}
                      />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <span>
        <Link to={form(`create${kind.key}Acl`)} state={state} className={buttonClass('secondary', 'sm')}>
          <Plus aria-hidden="true" className="size-4" />
          {text.actions[requireOperation(module, `create${kind.key}Acl`).name]?.title}
        </Link>
      </span>
    </section>
  );
}
