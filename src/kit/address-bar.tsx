import { Link } from 'react-router';
import { useT } from '../i18n/index.ts';
import { type Run, runsOf } from '../lib/address-space.ts';
import { Code } from '../ui/copy.tsx';
import { cx } from '../ui/cx.ts';
import { Tooltip } from '../ui/tooltip.tsx';

interface TakenBlock {
  readonly id: string;
  readonly name: string;
  readonly cidr: string;
  readonly detail?: string;
  readonly to?: string;
  /** Not there yet: what a form is about to take. */
  readonly planned?: boolean;
}

interface AddressBarProps {
  readonly label: string;
  /** The whole range, as a CIDR block. */
  readonly range: string;
  readonly blocks: readonly TakenBlock[];
}

/** A range from its first address to its last: which block takes which part, and what is free. */
export function AddressBar({ label, range, blocks }: AddressBarProps) {
  const runs = runsOf(range, blocks, (block) => block.cidr);
  const total = runs.reduce((sum, run) => sum + run.size, 0);
  return (
    <div className="flex flex-col gap-1">
      <ol aria-label={label} className="flex h-7 w-full overflow-hidden rounded border border-line bg-canvas">
        {runs.map((run) => (
          <Part key={run.from} run={run} share={run.size / total} />
        ))}
      </ol>
      <div className="flex justify-between gap-2 font-mono text-muted text-xs">
        <span>{runs[0]?.from}</span>
        <span>{runs.at(-1)?.to}</span>
      </div>
    </div>
  );
}

/** Smaller blocks are too small to be hit (WCAG 2.5.8): they are told, and linked in the list of them. */
const linkShare = 0.1;

const blockClass = 'quick flex min-w-0 flex-1 items-center overflow-hidden border-surface border-r text-xs outline-offset-[-3px]';

function Part({ run, share }: { readonly run: Run<TakenBlock>; readonly share: number }) {
  const t = useT();
  const block = run.taken;
  // To scale, but for blocks too small to be seen at all. The list of them is where small ones are easily hit.
  const size = { flexGrow: share, flexBasis: 0, minWidth: block ? 2 : 0 };
  if (!block) {
    const words = t('kit.freeRun', { from: run.from, to: run.to, n: run.size });
    return (
      <li style={size} title={words}>
        <span className="sr-only">{words}</span>
      </li>
    );
  }
  // A name that would be cut to a letter or two is left to the tooltip.
  const name = share > 0.08 && <span className="truncate px-1">{block.name}</span>;
  const words = `${block.name} ${block.cidr}`;
  return (
    <li style={size} className="flex min-w-0">
      {block.to && share >= linkShare ? (
        <Tooltip
          content={
            <span className="flex flex-col">
              <span className="font-semibold">
                <bdi>{block.name}</bdi>
              </span>
              <Code>{block.cidr}</Code>
              {block.detail && <span className="text-muted">{block.detail}</span>}
            </span>
          }
        >
          <Link
            to={block.to}
            aria-label={words}
            className={cx(blockClass, 'bg-accent text-on-accent focus-visible:outline-on-accent hover:bg-accent-hover')}
          >
            {name}
          </Link>
        </Tooltip>
      ) : (
        <span
          title={words}
          className={cx(
            blockClass,
            block.planned ? 'bg-good text-surface' : block.to ? 'bg-accent text-on-accent' : 'bg-strong text-surface',
          )}
        >
          {name}
          <span className="sr-only">{words}</span>
        </span>
      )}
    </li>
  );
}
