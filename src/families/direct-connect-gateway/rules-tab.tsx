import { Plus } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { fieldText } from '../../../catalogue/text/shape.ts';
import { toApiError } from '../../api/api-error.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useFormOrigin } from '../../kit/form-origin.ts';
import { useFamily } from '../../kit/words.ts';
import { type AnyRow, requireOperation } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { DotsMenu } from '../../ui/menu.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { SkeletonRows } from '../../ui/spinner.tsx';
import { AclRules } from './acl-rules.tsx';
import { useRuleActions } from './rule-actions.tsx';
import { type Gateway, type GatewayRuleKind, identityOf, nameOfRule, ofGateway, useNatRows } from './rules.ts';

interface RulesTabProps {
  readonly gateway: Gateway;
  readonly kind: GatewayRuleKind;
}

/** The translations of one kind, each with what can be done with it, and with its ACL where the kind has one. */
export function RulesTab({ gateway, kind }: RulesTabProps) {
  const t = useT();
  const { module, text } = useFamily('direct-connect-gateway');
  const rules = useNatRows(`list${kind.key}s`, ofGateway(gateway));
  const [open, setOpen] = useState<string | null>(null);
  const { name } = requireOperation(module, `list${kind.key}s`);
  const add = <AddLink gateway={gateway} kind={kind} />;
  const columns = kind.fields.length + 2 + (kind.acl ? 1 : 0);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">{text.actions[requireOperation(module, `create${kind.key}`).name]?.what}</p>
        {add}
      </div>
      {rules.error && (
        <ErrorPlace error={toApiError(rules.error)} title={t('directConnectGateway.failed')} onRetry={() => void rules.refetch()} />
      )}
      {rules.data?.length === 0 && <EmptyState title={t('directConnectGateway.none')} action={add} />}
      {(rules.isPending || (rules.data?.length ?? 0) > 0) && (
        <div className="table-scroll">
          <table className="grid-table" aria-label={t(`directConnectGateway.kind.${kind.key}`)}>
            <thead>
              <tr>
                {[...kind.fields, 'description'].map((field) => (
                  <th key={field} scope="col" title={field}>
                    {fieldText(text, name, field).label}
                  </th>
                ))}
                {kind.acl && <th scope="col">{t('directConnectGateway.acl')}</th>}
                <th scope="col" data-actions="">
                  <span className="sr-only">{t('kit.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.isPending && <SkeletonRows rows={3} columns={columns} />}
              {rules.data?.map((rule) => {
                const key = nameOfRule(kind, rule);
                const isOpen = open === key;
                return (
                  <Fragment key={key}>
                    <tr>
                      {kind.fields.map((field) => (
                        <td key={field}>
                          <Code>{String(rule[field] ?? '')}</Code>
                        </td>
                      ))}
                      <td>
                        <bdi>{String(rule.description ?? '')}</bdi>
                      </td>
                      {kind.acl && (
                        <td>
                          <Button size="sm" aria-expanded={isOpen} onClick={() => setOpen(isOpen ? null : key)}>
                            {t(isOpen ? 'directConnectGateway.hideAcl' : 'directConnectGateway.showAcl')}
                          </Button>
                        </td>
                      )}
                      <td data-actions="">
                        <RuleMenu gateway={gateway} kind={kind} rule={rule} onChosen={() => setOpen(null)} />
                      </td>
                    </tr>
                    {isOpen && kind.acl && (
                      <tr>
                        <td colSpan={columns} className="py-3!">
                          <AclRules gateway={gateway} kind={kind} rule={identityOf(kind, rule)} />
                        </td>
                      </tr>
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function AddLink({ gateway, kind }: RulesTabProps): ReactNode {
  const scope = useScope();
  const state = useFormOrigin();
  const { module, text } = useFamily('direct-connect-gateway');
  const operation = `create${kind.key}` as const;
  return (
    <Link
      to={paths.verb('direct-connect-gateway', gateway.directConnectGatewayId, operation, scope)}
      state={state}
      className={buttonClass('secondary', 'sm')}
    >
      <Plus aria-hidden="true" className="size-4" />
      {text.actions[requireOperation(module, operation).name]?.title}
    </Link>
  );
}

interface RuleMenuProps extends RulesTabProps {
  readonly rule: AnyRow;
  /** Its values, which are its only name, are about to change: whatever is shown by them closes. */
  readonly onChosen: () => void;
}

function RuleMenu({ gateway, kind, rule, onChosen }: RuleMenuProps) {
  const t = useT();
  const items = useRuleActions(gateway, kind, onChosen)(rule);
  return <DotsMenu label={t('kit.actionsFor', { name: nameOfRule(kind, rule) })} items={items} />;
}
