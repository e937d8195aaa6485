import { useT } from '../../i18n/index.ts';
import { Select } from '../../ui/choice.tsx';
import type { Labels } from './labels.ts';
import { walk } from './node.ts';
import { type MapSubject, mostHops } from './url-state.ts';
import type { TopologyState } from './use-topology.ts';

interface SubjectChoiceProps {
  readonly subject: MapSubject;
  readonly placed: TopologyState;
  readonly labels: Labels;
  readonly onChoose: (subject: Readonly<Record<string, string>>) => void;
}

const optionOf = (subject: MapSubject): string => (subject.kind === 'vpc' ? subject.vpc : subject.kind);

/** Which part of the network is shown; it stands in the URL. */
export function SubjectChoice({ subject, placed, labels, onChoose }: SubjectChoiceProps) {
  const t = useT();
  const everything = [...walk(placed.whole.roots)].map(([node]) => node);
  const vpcs = everything.filter(({ kind }) => kind === 'vpc');
  const near = subject.kind === 'near' ? everything.find(({ id }) => id === subject.from) : undefined;
  const nearName = near ? labels.of(near).title : subject.kind === 'near' ? subject.from : '';
  return (
    <>
      <Select
        aria-label={t('topology.show')}
        className="max-w-48"
        value={optionOf(subject)}
        onChange={(value) => onChoose(value === 'account' ? {} : value === 'accounts' ? { accounts: 'all' } : { vpc: value })}
        options={[
          { value: 'account', label: t('topology.whole') },
          { value: 'accounts', label: t('topology.everyAccount') },
          ...(subject.kind === 'near' ? [{ value: 'near', label: t('topology.near', { name: nearName }) }] : []),
          ...vpcs.map((node) => ({ value: node.id, label: labels.of(node).title, detail: node.detail })),
        ]}
      />
      {subject.kind === 'near' && (
        <Select
          aria-label={t('topology.hops')}
          className="max-w-28"
          value={String(subject.hops)}
          onChange={(hops) => onChoose({ from: subject.from, hops })}
          options={Array.from({ length: mostHops }, (_, at) => ({ value: String(at + 1), label: t('topology.hopCount', { n: at + 1 }) }))}
        />
      )}
    </>
  );
}
