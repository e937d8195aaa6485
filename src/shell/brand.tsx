import { Link } from 'react-router';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { cx } from '../ui/cx.ts';

/** The product's mark: threads over and under each other. Drawn, so that it takes the theme's colours. */
function Mark({ className = 'size-5' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={className} fill="none" strokeWidth="2.2" strokeLinecap="round">
      {/* The warp goes over the first thread in the middle, over the second at the sides. */}
      <g className="stroke-text">
        <path d="M5 2v2M5 9.500v8.500M10 2v8.500M10 16v2M15 2v2M15 9.500v8.500" />
      </g>
      <g className="stroke-accent">
        <path d="M2 6.750h5.500M12.500 6.750h5.500M2 13.250h.500M7.500 13.250h5M17.500 13.250h.500" />
      </g>
    </svg>
  );
}

/** The mark and the name. */
export const Brand = () => (
  <span className="inline-flex items-center gap-2 font-semibold text-base">
    <Mark />
    <span className="brand-name">Weft</span>
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
