import { Link } from 'react-router';
import { useT } from '../i18n/index.ts';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { linkClass } from '../ui/button.tsx';

interface MapLinkProps {
  readonly vpc: string;
  /** What is selected there: `subnet:<id>`, `table:<id>`, or `hop:<type of its routes>:<id>`. */
  readonly at: string;
}

/** Leads to a thing on the map of its VPC. */
export function MapLink({ vpc, at }: MapLinkProps) {
  const t = useT();
  return (
    <Link to={paths.detail('vpc', vpc, useScope(), 'map', { at })} className={linkClass}>
      {t('kit.onMap')}
    </Link>
  );
}
