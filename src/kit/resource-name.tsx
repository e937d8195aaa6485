import type { ReactNode } from 'react';
import type { FamilyRef } from '../../catalogue/define.ts';
import { useT } from '../i18n/index.ts';
import { withBasePath } from '../lib/base-path.ts';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { linkClass } from '../ui/button.tsx';
import { Copy } from '../ui/copy.tsx';
import { cx } from '../ui/cx.ts';

interface ResourceNameProps {
  readonly family: FamilyRef;
  readonly id: string;
  readonly name: string;
  /** The family gives its members no names: the id stands for it. */
  readonly nameless?: boolean;
  /** A short fact beside the name: "Default". */
  readonly mark?: ReactNode;
}

/** A resource in its own list: the name in bold with its link (the shell follows it), the id beside it (below, where narrow) with copy. */
export function ResourceName({ family, id, name, nameless = false, mark }: ResourceNameProps) {
  const t = useT();
  const scope = useScope();
  return (
    <span className="flex min-w-0 items-center gap-x-2 max-sm:flex-col max-sm:items-start">
      {id === '' ? (
        // Without an id there is no page to lead to.
        <span className="min-w-0 truncate font-semibold" title={name} dir="auto">
          {name || t('kit.unnamed')}
        </span>
      ) : (
        <a
          href={withBasePath(paths.detail(family, id, scope))}
          className={cx(linkClass, 'min-w-0 truncate font-semibold max-sm:max-w-full', nameless && 'font-mono')}
          title={name}
          // Names may hold anything; this keeps right-to-left text from turning its neighbours round.
          dir="auto"
        >
          {name || (nameless ? id : t('kit.unnamed'))}
        </a>
      )}
      {id !== '' && (
        <span className="inline-flex shrink-0 items-center text-muted text-xs max-sm:h-4">
          {!nameless && <code>{id}</code>}
          <Copy key={id} text={id} />
        </span>
      )}
      {mark}
    </span>
  );
}
