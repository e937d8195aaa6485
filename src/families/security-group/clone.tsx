import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { SecurityGroup } from '../../../catalogue/families/security-group/index.ts';
import { regionName, regions } from '../../../catalogue/regions.ts';
import { type CloneResult, type CloneTarget, cloneRules, leavesDenials, withSelf } from '../../../network/rule-sets/clone.ts';
import { isAbsent, isCarried, referencedIds, type VersionedRuleSet } from '../../../network/rule-sets/rule-set.ts';
import { ruleText } from '../../../network/rule-sets/text.ts';
import { type ApiError, toApiError } from '../../api/api-error.ts';
import { perform } from '../../api/mutate.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useLeave } from '../../kit/form/leave.ts';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { idsByName, listsNamedIn, type NamedList, useNamedLists } from '../../kit/rules/named-lists.ts';
import { useReferences } from '../../kit/rules/use-references.ts';
import { useBarred, useFamily } from '../../kit/words.ts';
import { type Params, requireOperation } from '../../lib/family.ts';
import { type Scope, useConsole, useDialect, useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { toast } from '../../stores/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Select } from '../../ui/choice.tsx';
import { SidePanel } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { addRules } from './rules/add-rules.ts';
import { useRules } from './rules/read.ts';

/** The form that makes a copy of a group in another region or account, or here. */
export const CloneForm = ({ id }: { readonly id: string }) => (
  <OnePanel family="security-group" id={id}>
    {(row) => <Loaded row={row} />}
  </OnePanel>
);

function Loaded({ row }: { readonly row: SecurityGroup }) {
  const t = useT();
  const { rules, error, refresh } = useRules(row.SecurityGroupId);
  const leave = useLeave('security-group', false, paths.detail('security-group', row.SecurityGroupId, useScope()));
  if (rules) return <Cloning row={row} rules={rules} />;
  return (
    <SidePanel title={row.SecurityGroupName} onClose={leave.ask}>
      {error ? <ErrorPlace error={error} title={t('rules.rulesFailed')} onRetry={refresh} /> : <Loading />}
    </SidePanel>
  );
}

/** What there is at the place that the copy goes to; null until it is known. */
function useThere(scope: Scope): CloneTarget | null {
  const { modules, rows } = useNamedLists(scope);
  return useMemo(() => {
    if (rows.some((list) => list === null)) return null;
    const named = modules.map((module, at) => listsNamedIn(module, rows[at] ?? []));
    const byName = (lists: readonly (readonly NamedList[])[]) => idsByName(lists.flat());
    return {
      ids: new Set(named.flat().map(({ id }) => id)),
      groups: byName(named.slice(0, 1)),
      addressTemplates: byName(named.slice(1, 3)),
      serviceTemplates: byName(named.slice(3)),
    };
  }, [rows, modules]);
}

interface CloningProps {
  readonly row: SecurityGroup;
  readonly rules: VersionedRuleSet;
}

/** Whether the cloud itself can make the copy: today's, within the account, and across regions only of rules that name no other group. */
function useByCloud(target: Scope, rules: VersionedRuleSet, id: string): boolean {
  const scope = useScope();
  const isToday = useDialect() === 'today';
  const all = [...rules.ingress, ...rules.egress];
  const namesOthers =
    referencedIds(all, 'group').some((one) => one !== id) || all.some((rule) => isCarried(rule) && !isAbsent(rule.listed.SecurityGroupId));
  return isToday && target.account === scope.account && (target.region === scope.region || !namesOthers);
}

interface CloneScope {
  /** Empty while the accounts are not known. */
  readonly account: string;
  readonly region: string;
}

interface PlaceFieldsProps {
  readonly place: CloneScope;
  readonly onPlace: (place: CloneScope) => void;
}

/** Where the copy goes to. */
function PlaceFields({ place, onPlace }: PlaceFieldsProps) {
  const t = useT();
  const language = useLanguage();
  const accounts = (useConsole()?.accounts ?? []).filter(({ vendor }) => vendor === 'tencent');
  const places = Object.keys(regions).map((value) => ({ value, label: regionName(value, language), detail: value }));
  return (
    <>
      {accounts.length > 1 && (
        <Field label={t('shell.account')} required>
          {(ids) => (
            <Select
              {...ids}
              value={place.account}
              onChange={(account) => onPlace({ ...place, account })}
              options={accounts.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      )}
      <Field label={t('shell.region')} required>
        {(ids) => <Select {...ids} value={place.region} onChange={(region) => onPlace({ ...place, region })} options={places} />}
      </Field>
    </>
  );
}

interface Copy {
  readonly row: SecurityGroup;
  readonly name: string;
  readonly target: Scope;
  /** What is made call by call; null while it is not known. */
  readonly copied: CloneResult | 'by-cloud' | null;
}

/** Makes the copy, and goes to it. */
function useCopying({ row, name, target, copied }: Copy) {
  const t = useT();
  const scope = useScope();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { module } = useFamily('security-group');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const make = async (operation: 'clone' | 'create', params: Params): Promise<string> =>
    (await perform(client, target, { module, name: requireOperation(module, operation).name, params })).id ?? '';
  const done = (): number => toast({ meaning: 'good', title: t('kit.form.doneCreate', { name }) });
  const byCloud = async (): Promise<string> => {
    const made = await make('clone', {
      SecurityGroupId: row.SecurityGroupId,
      GroupName: name,
      GroupDescription: row.SecurityGroupDesc,
      ...(target.region === scope.region ? {} : { RemoteRegion: scope.region }),
      IsCloneTags: true,
    });
    done();
    return made;
  };
  const byRules = async ({ rules }: CloneResult): Promise<string> => {
    const made = await make('create', { GroupName: name, GroupDescription: row.SecurityGroupDesc || name });
    const end = await addRules(target, module, made, withSelf(rules, made));
    const detail = end.end === 'failed' ? { detail: end.error.code } : {};
    if (end.end === 'done') done();
    else toast({ meaning: 'warning', title: t('securityGroup.rulesNotAdded', { name }), ...detail });
    return made;
  };
  const submit = async (): Promise<void> => {
    if (!copied) return;
    setPending(true);
    setError(null);
    try {
      const made = await (copied === 'by-cloud' ? byCloud() : byRules(copied));
      void navigate(paths.detail('security-group', made, target, 'rules'));
    } catch (thrown) {
      setError(toApiError(thrown));
      setPending(false);
    }
  };
  return { submit, pending, error };
}

/** The form of a copy: made call by call from the rules, or by the cloud in one. */
function Cloning({ row, rules }: CloningProps) {
  const t = useT();
  const scope = useScope();
  const info = useConsole();
  const { module, text } = useFamily('security-group');
  const id = row.SecurityGroupId;
  const first = `${row.SecurityGroupName}-copy`.slice(0, 60);
  const [place, setPlace] = useState<CloneScope>({ account: scope.account ?? info?.defaultAccount ?? '', region: scope.region });
  const [name, setName] = useState(first);
  const [without, setWithout] = useState(false);
  const [byCloud, setByCloud] = useState(false);
  const target: Scope = { account: place.account === info?.defaultAccount ? undefined : place.account || undefined, region: place.region };
  const there = useThere(target);
  const named = useMemo(() => referencedIds([...rules.ingress, ...rules.egress], 'group'), [rules]);
  const known = useReferences(named);
  const copied = there && cloneRules(rules, id, there, known.references, known.nameOf);

  const canByCloud = useByCloud(target, rules, id);
  const isByCloud = byCloud && canByCloud;

  const { submit, pending, error } = useCopying({ row, name, target, copied: isByCloud ? 'by-cloud' : copied });
  const leave = useLeave('security-group', name !== first && !pending, paths.detail('security-group', id, scope));

  const unsaid = !isByCloud && copied !== null && leavesDenials(copied) && !without;
  const barred = useBarred('security-group');
  const reason =
    barred !== undefined
      ? barred
      : name.trim() === '' || [...name].length > 60
        ? t('securityGroup.nameNeeded')
        : !copied && !isByCloud
          ? t('ui.loading')
          : unsaid
            ? t('securityGroup.leftDenialsFirst')
            : undefined;
  return (
    <SidePanel
      title={<bdi>{t('securityGroup.cloneTitle', { name: row.SecurityGroupName || id })}</bdi>}
      onClose={leave.ask}
      footer={
        <>
          <Button onClick={leave.ask}>{t('ui.cancel')}</Button>
          <Button variant="primary" pending={pending} disabledReason={reason} onClick={() => void submit()}>
            {text.actions[requireOperation(module, 'create').name]?.title}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-muted">{t('securityGroup.cloneBody')}</p>
        <PlaceFields
          place={place}
          onPlace={(next) => {
            setPlace(next);
            setWithout(false);
          }}
        />
        <Field label={text.fields?.GroupName?.label ?? 'GroupName'} name="GroupName" required>
          {(ids) => <TextInput {...ids} value={name} onChange={setName} />}
        </Field>
        {canByCloud && <Checkbox checked={byCloud} onChange={setByCloud} label={t('securityGroup.cloneByCloud')} />}
        {isByCloud ? (
          <p className="text-muted">{t('securityGroup.cloneByCloudBody')}</p>
        ) : copied ? (
          <CopiedNote copied={copied} without={without} onWithout={setWithout} />
        ) : (
          <Loading />
        )}
        {error && <ErrorPlace live error={error} title={t('kit.form.failed')} />}
      </div>
    </SidePanel>
  );
}

interface CopiedNoteProps {
  readonly copied: CloneResult;
  /** Somebody said that the copy may let through what the rules that stay behind deny. */
  readonly without: boolean;
  readonly onWithout: (without: boolean) => void;
}

/** What of the rules arrives, and how. */
function CopiedNote({ copied, without, onWithout }: CopiedNoteProps) {
  const t = useT();
  const { rules, left, writtenOut } = copied;
  return (
    <div className="flex flex-col gap-2">
      <p>{t('securityGroup.rulesArrive', { in: rules.ingress.length, out: rules.egress.length })}</p>
      {writtenOut.length > 0 && <p className="text-muted">{t('securityGroup.writtenOut', { what: writtenOut.join(', ') })}</p>}
      {left.length > 0 && (
        <Notice meaning="warning" title={t('securityGroup.leftOut', { n: left.length })}>
          <ul>
            {left.map(({ direction, index, rule }) => (
              <li key={`${direction} ${index}`}>
                {t('securityGroup.ruleAt', { direction: t(`rules.${direction}`), n: index + 1 })}: <code>{ruleText(rule)}</code>
              </li>
            ))}
          </ul>
          {leavesDenials(copied) && <Checkbox checked={without} onChange={onWithout} label={t('securityGroup.leftDenials')} />}
        </Notice>
      )}
    </div>
  );
}
