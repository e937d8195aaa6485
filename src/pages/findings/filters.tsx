/** Which findings are shown; all of it stands in the URL. */
import { regionName } from '../../../catalogue/regions.ts';
import type { NetworkFinding } from '../../../network/findings/finding.ts';
import { kindGroups } from '../../../network/findings/kind.ts';
import { severities } from '../../../network/findings/severity.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { useConsole } from '../../lib/scope.ts';
import { calledIn } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { type FindingsChange, type FindingsFilter, isFiltered } from './url.ts';
import { groupOf, kindName } from './words.ts';

interface FilterProps {
  readonly network: Network;
  readonly findings: readonly NetworkFinding[];
  readonly filter: FindingsFilter;
  readonly put: (change: FindingsChange) => void;
}

const all = 'all';
const unique = (texts: readonly (string | null)[]): string[] => [...new Set(texts.flatMap((text) => text ?? []))].sort();

interface ChoiceProps {
  readonly label: string;
  readonly every: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | null) => void;
}

const Choice = ({ label, every, value, options, onChange }: ChoiceProps) => (
  <Select
    aria-label={label}
    className="max-w-48"
    value={value || all}
    onChange={(one) => onChange(one === all ? null : one)}
    options={[{ value: all, label: every }, ...options]}
  />
);

export function FindingsFilters({ network, findings, filter, put }: FilterProps) {
  const t = useT();
  const language = useLanguage();
  const info = useConsole();
  const accountName = (owner: string): string => info?.accounts.find(({ id, uin }) => (uin ?? id) === owner)?.name ?? owner;
  const kinds = unique(findings.map(({ kind }) => kind)).filter((kind) => filter.group === '' || groupOf(kind) === filter.group);
  const accounts = unique(findings.map(({ account }) => account));
  const vpcs = unique(findings.flatMap((one) => one.vpcs));
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{t('findings.filters')}</legend>
      <Choice
        label={t('findings.filter.severity')}
        every={t('findings.filter.everySeverity')}
        value={filter.severity}
        options={severities.map((value) => ({ value, label: t(`findings.severity.${value}`) }))}
        onChange={(severity) => put({ severity })}
      />
      <Choice
        label={t('findings.filter.group')}
        every={t('findings.filter.everyGroup')}
        value={filter.group}
        options={kindGroups.map((value) => ({ value, label: t(`findings.group.${value}`) }))}
        onChange={(group) => put({ group, kind: null })}
      />
      <Choice
        label={t('findings.filter.kind')}
        every={t('findings.filter.everyKind')}
        value={filter.kind}
        options={kinds.map((value) => ({ value, label: kindName(t, value) }))}
        onChange={(kind) => put({ kind })}
      />
      {accounts.length > 1 && (
        <Choice
          label={t('findings.filter.account')}
          every={t('findings.filter.everyAccount')}
          value={filter.owner}
          options={accounts.map((value) => ({ value, label: accountName(value) }))}
          onChange={(owner) => put({ owner })}
        />
      )}
      <Choice
        label={t('findings.filter.region')}
        every={t('findings.filter.everyRegion')}
        value={filter.in}
        options={unique(findings.map(({ region }) => region)).map((value) => ({ value, label: regionName(value, language) }))}
        onChange={(region) => put({ in: region })}
      />
      <Choice
        label={t('findings.filter.vpc')}
        every={t('findings.filter.everyVpc')}
        value={filter.vpc}
        options={vpcs.map((value) => ({ value, label: calledIn(network, value) }))}
        onChange={(vpc) => put({ vpc })}
      />
      {isFiltered(filter) && (
        <Button variant="ghost" onClick={() => put({ severity: null, group: null, kind: null, owner: null, in: null, vpc: null })}>
          {t('findings.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
}
