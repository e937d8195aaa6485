import { useSearchParams } from 'react-router';

/** The address that a row of an interface's addresses was opened with. */
export const useGiven = (): string | null => useSearchParams()[0].get('address');
