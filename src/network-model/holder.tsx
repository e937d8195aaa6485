import { familyOfId } from '../../catalogue/ids.ts';
import { useT } from '../i18n/index.ts';
import { RefLink } from '../kit/ref.tsx';
import { Code } from '../ui/copy.tsx';
import { holderWords } from './holder-words.ts';

interface HolderProps {
  readonly kind: string;
  readonly id: string;
  /** What people call it, where that is known. */
  readonly name?: string;
}

/** The holder's kind, name and id; a link where this console has a page of it. */
export function Holder({ kind, id, name = '' }: HolderProps) {
  const t = useT();
  const family = familyOfId(id);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span>{holderWords(t, kind)}</span>
      {family === undefined ? (
        <>
          {name !== '' && name !== id && <bdi>{name}</bdi>}
          {id !== '' && <Code copy>{id}</Code>}
        </>
      ) : (
        <RefLink family={family} id={id} full {...(name === '' ? {} : { name })} />
      )}
    </span>
  );
}
