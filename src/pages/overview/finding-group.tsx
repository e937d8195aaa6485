/** How findings are listed on the overview. */
import { createContext, type ReactNode, use, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { type Meaning, StatusIcon } from '../../ui/status.tsx';

const few = 5;

/** A finding of a group is an item of its list; what is said alone is none. */
const InList = createContext(false);

interface GroupProps {
  readonly title: string;
  readonly count: number;
  readonly children: readonly ReactNode[];
}

/** One kind of finding: the first five, the rest on request. */
export function Group({ title, count, children }: GroupProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  return (
    <section className="py-1">
      <h3 className="px-4 pt-1.5 font-medium text-muted text-xs">{title}</h3>
      <ul>
        <InList value={true}>{all ? children : children.slice(0, few)}</InList>
      </ul>
      {count > few && !all && (
        <div className="px-2 pb-1">
          <Button size="sm" variant="ghost" onClick={() => setAll(true)}>
            {t('overview.showAll', { n: count })}
          </Button>
        </div>
      )}
    </section>
  );
}

export function Item({ meaning, children }: { readonly meaning: Meaning; readonly children: ReactNode }) {
  const Box = use(InList) ? 'li' : 'div';
  return (
    <Box className="flex list-none items-start gap-2.5 px-4 py-1.5">
      <StatusIcon meaning={meaning} className="mt-0.5" />
      <div className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5">{children}</div>
    </Box>
  );
}
