import { Link } from 'react-router';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from './mark.tsx';

/** The mark and the name. */
export const Brand = () => (
  <span className="inline-flex items-center gap-2 font-semibold text-base">
    <Mark />
    Weft
  </span>
);

/** The same as the way to the overview. */
export function HomeLink({ className }: { readonly className?: string }) {
  const scope = useScope();
  return (
    <Link to={paths.overview(scope)} className={cx('inline-flex h-full items-center rounded outline-offset-[-2px]', className)}>
      <Brand />
    </Link>
  );
}
