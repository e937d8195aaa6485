import { Mark } from './mark.tsx';

/** The mark and the name. */
export const Brand = () => (
  <span className="inline-flex items-center gap-2 font-semibold text-base">
    <Mark />
    Weft
  </span>
);
