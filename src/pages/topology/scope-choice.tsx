import { useT } from '../../i18n/index.ts';
import { Select } from '../../ui/choice.tsx';
import { mostHops, type Scope } from './address.ts';
import type { Labels } from './labels.ts';
import { walk } from './node.ts';
import type { Placed } from './use-topology.ts';

interface ScopeChoiceProps {
  readonly scope: Scope;
  readonly placed: Placed;
  readonly labels: Labels;
  readonly onChoose: (scope: Readonly<Record<string, string>>) => void;
}

const optionOf = (scope: Scope): string => (scope.kind === 'vpc' ? scope.vpc : scope.kind);

/** Which part of the network is shown; it stands in the address. */
export function ScopeChoice({ scope, placed, labels, onChoose }: ScopeChoiceProps) {
  const t = useT();
  const everything = [...walk(placed.whole.roots)].map(([node]) => node);
  const vpcs = everything.filter(({ kind }) => kind === 'vpc');
  const near = scope.kind === 'near' ? everything.find(({ id }) => id === scope.from) : undefined;
  const nearName = near ? labels.of(near).title : scope.kind === 'near' ? scope.from : '';
  return (
    <>
      <Select
        aria-label={t('topology.show')}
        className="max-w-48"
        value={optionOf(scope)}
        onChange={(value) => onChoose(value === 'account' ? {} : value === 'accounts' ? { accounts: 'all' } : { vpc: value })}
        options={[
          { value: 'account', label: t('topology.whole') },
          { value: 'accounts', label: t('topology.everyAccount') },
          ...(scope.kind === 'near' ? [{ value: 'near', label: t('topology.near', { name: nearName }) }] : []),
          ...vpcs.map((node) => ({ value: node.id, label: labels.of(node).title, detail: node.detail })),
        ]}
      />
      {scope.kind === 'near' && (
        <Select
          aria-label={t('topology.hops')}
          className="max-w-28"
          value={String(scope.hops)}
          onChange={(hops) => onChoose({ from: scope.from, hops })}
          options={Array.from({ length: mostHops }, (_, at) => ({ value: String(at + 1), label: t('topology.hopCount', { n: at + 1 }) }))}
        />
      )}
    </>
  );
}
